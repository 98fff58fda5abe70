// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/NormActRows.h"

#include "core/kernels/NormRows.h"

namespace reweigh {

using namespace norm;
using Bits = std::uint16_t;

BatchStatistics statisticsFrom(const RowSums& sums, double count)
{
    const auto channels = static_cast<std::int64_t>(sums.sum.size());
    BatchStatistics statistics{at::empty({channels}, at::kFloat), at::empty({channels}, at::kFloat)};
    for (std::size_t c = 0; c < sums.sum.size(); ++c) {
        const double mean = sums.sum[c] / count, variance = sums.product[c] / count - mean * mean;
        statistics.mean.mutable_data_ptr<float>()[c] = static_cast<float>(mean);
        statistics.variance.mutable_data_ptr<float>()[c] = static_cast<float>(variance < 0 ? 0 : variance);
    }
    return statistics;
}

at::Tensor normActTangentOf(const NormActPoint& point, const at::Tensor& t, RowSums sums, const at::Tensor& scaleTangent,
                            const at::Tensor& shiftTangent, const at::Tensor& residualTangent)
{
    const PointRows<Bits> map(point);
    for (std::size_t c = 0; c < sums.sum.size(); ++c)
        sums.product[c] -= point.mean.const_data_ptr<float>()[c] * sums.sum[c];
    CombineTables tables(point.x, map.gain, point.inverseStd, sums);
    tables.ofX += wide(scaleTangent) * point.inverseStd;
    tables.constant += wide(shiftTangent);
    const at::Tensor added = laidOutAs(point.x, residualTangent);
    at::Tensor out = at::empty_like(point.x);
    forRows(point.x, [&](std::int64_t begin, std::int64_t end) {
        rows::combineThenMask<Bits>(map.primal, tables.pointers(), data<Bits>(t), data<Bits>(added), data<Bits>(out), begin, end);
    });
    return out;
}

struct NormActBackwardRows::Parts {
    Parts(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB)
        : store(point.residual || dyB.defined()), map(point), sums(project<Bits>(point.x, map.primal, dyA, dyB, store)),
          tables(point.x, map.gain, point.inverseStd, sums), scale(perChannel(point.x)), shift(perChannel(point.x)),
          residual(point.residual ? sums.g : at::Tensor())
    {
        if (store)
            map.primal.mask = rows::Mask::None; // it has been laid on g already
        for (std::size_t c = 0; c < sums.sum.size(); ++c) {
            scale.mutable_data_ptr<float>()[c] = static_cast<float>(sums.product[c] * point.inverseStd.const_data_ptr<float>()[c]);
            shift.mutable_data_ptr<float>()[c] = static_cast<float>(sums.sum[c]);
        }
    }

    bool store;
    PointRows<Bits> map;
    Projection sums;
    CombineTables tables;
    at::Tensor scale, shift, residual;
};

NormActBackwardRows::NormActBackwardRows(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB)
    : m_parts(std::make_unique<Parts>(point, dyA, dyB))
{
}

NormActBackwardRows::~NormActBackwardRows() = default;

void NormActBackwardRows::write(std::int64_t first, std::int64_t count, std::uint16_t* to) const
{
    rows::Primal<Bits> primal = m_parts->map.primal;
    const std::int64_t offset = first * primal.channels;
    primal.x += offset;
    if (primal.y)
        primal.y += offset;
    rows::combineMasked<Bits>(primal, m_parts->tables.pointers(), data<Bits>(m_parts->sums.g) + offset, to, 0, count);
}

const at::Tensor& NormActBackwardRows::scale() const
{
    return m_parts->scale;
}

const at::Tensor& NormActBackwardRows::shift() const
{
    return m_parts->shift;
}

const at::Tensor& NormActBackwardRows::residual() const
{
    return m_parts->residual;
}

} // namespace reweigh
