// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/NormActRows.h"

#include "core/engine/kernels/NormRows.h"

namespace reweigh {

using namespace norm;

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

at::Tensor normActTangentOf(const NormActPoint& point, const at::Tensor& t, const RowSums& sums, const at::Tensor& scaleTangent,
                            const at::Tensor& shiftTangent, const at::Tensor& residualTangent)
{
    return *withKernel(point.x, [&](auto element) {
        using T = decltype(element);
        const PointRows<T> map(point);
        CombineTables tables(point.x, map.gain, point.inverseStd, sums);
        tables.ofX += wide(scaleTangent) * point.inverseStd;
        tables.constant += wide(shiftTangent);
        const at::Tensor added = laidOutAs(point.x, residualTangent);
        at::Tensor out = at::empty_like(point.x);
        forRows(point.x, [&](std::int64_t begin, std::int64_t end) {
            rows::combineThenMask<T>(map.primal, tables.pointers(), data<T>(t), data<T>(added), data<T>(out), begin, end);
        });
        return out;
    });
}

class NormActBackwardRows::Parts : public PixelRows {
public:
    at::Tensor scale, shift, residual;
};

template <typename T> class NormActBackwardRows::PartsOf : public Parts {
public:
    PartsOf(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB)
        : m_store(point.residual || dyB.defined())
        , m_map(point)
        , m_sums(project<T>(point.x, m_map.primal, dyA, dyB, m_store))
        , m_tables(point.x, m_map.gain, point.inverseStd, m_sums)
    {
        scale = perChannel(point.x);
        shift = perChannel(point.x);
        residual = point.residual ? m_sums.g : at::Tensor();
        if (m_store)
            m_map.primal.mask = rows::Mask::None; // g is masked already
        affineGradient(m_sums, point.inverseStd, scale, shift);
    }

    void write(std::int64_t first, int width, int rowCount, void* to, std::ptrdiff_t step) const override
    {
        rows::Primal<T> primal = m_map.primal;
        const rows::Coefficients coefficients = m_tables.pointers();
        const T* const g = data<T>(m_sums.g);
        std::int64_t offset = first * primal.channels;
        for (int row = 0; row < rowCount; ++row, offset += width * primal.channels) {
            primal.x = m_map.primal.x + offset;
            primal.y = m_map.primal.y ? m_map.primal.y + offset : nullptr;
            rows::combineMasked<T>(primal, coefficients, g + offset, reinterpret_cast<T*>(static_cast<char*>(to) + row * step), 0, width);
        }
    }

private:
    bool m_store;
    PointRows<T> m_map;
    Projection m_sums;
    CombineTables m_tables;
};

NormActBackwardRows::NormActBackwardRows(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB)
    : m_parts(*withKernel(
        point.x, [&](auto element) -> std::shared_ptr<Parts> { return std::make_shared<PartsOf<decltype(element)>>(point, dyA, dyB); }))
{
}

NormActBackwardRows::~NormActBackwardRows() = default;

void NormActBackwardRows::write(std::int64_t first, int width, int rows, void* to, std::ptrdiff_t step) const
{
    m_parts->write(first, width, rows, to, step);
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
