// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StepBench.h"

#include "core/engine/kernels/CachingAllocator.h"
#include "core/engine/methods/MetaWeightNetWeighting.h"
#include "core/engine/methods/MethodFactory.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>

namespace reweigh::bench {
namespace {

/// Of the sigmoid at the end: its value and its slope there, e^-90, are denormal numbers in fp32. peer_step.py has the same.
constexpr double saturatedBias = -90.0;

} // namespace

StepBench::StepBench(const StepCase& which)
    : m_before(CachingAllocator::liveBytes())
    , m_case(which)
    , m_options(which.options())
    , m_device(which.device)
    , m_network(std::move(makeClassifier(which.model, which.shape, 10).value()))
    , m_loss(makeLoss(m_options).value())
    , m_weighting(makeWeighting(m_options, m_network).value())
    , m_step(m_network, *m_loss, *m_weighting, m_options)
    , m_runner(m_step, which.precision, m_device)
{
    if (m_device.is_cuda() && deviceKernels())
        deviceKernels()->takeStream(m_device.has_index() ? m_device.index() : 0);
    Rng rng(1, "bench");
    const StepTypes types = stepTypes(which.precision);
    m_classifier = initialClassifier(m_network, rng, types, m_device);
    m_batch = randomBatch(rng);
    m_weighting->begin(rng, types, m_device);
    if (which.method != "plain")
        m_metaBatch = randomBatch(rng);
    if (which.saturated)
        dynamic_cast<MetaWeightNetWeighting&>(*m_weighting).meta().theta.views.back().fill_(saturatedBias);
    for (int i = 0; m_device.is_cuda() && i < 5 * m_options.metaInterval; ++i)
        step(); // the step is recorded by now
}

Batch StepBench::randomBatch(Rng& rng) const
{
    const ImageShape& shape = m_case.shape;
    at::Tensor images = at::empty({m_case.batch, shape.height, shape.width, shape.channels});
    std::generate_n(images.mutable_data_ptr<float>(), images.numel(), [&] { return static_cast<float>(rng.normal()); });
    at::Tensor labels = at::empty({m_case.batch}, at::kLong);
    std::generate_n(labels.mutable_data_ptr<int64_t>(), labels.numel(), [&] { return static_cast<int64_t>(rng.below(10)); });
    return {images.permute({0, 3, 1, 2}).to(images.options().dtype(stepTypes(m_case.precision).compute).device(m_device)),
            labels.to(m_device),
            {}};
}

at::Tensor StepBench::step()
{
    const StepTime time{.step = m_steps++};
    const Batch metaBatch = m_step.wantsMeta(time) ? m_metaBatch : Batch{};
    if (m_device.is_cuda())
        return m_runner.run(m_classifier, m_batch, metaBatch, m_options.lr, time).values();
    return m_step.take(m_classifier, m_batch, metaBatch, m_options.lr, time).losses;
}

double StepBench::milliseconds(int steps)
{
    const auto start = std::chrono::steady_clock::now();
    at::Tensor last;
    for (int i = 0; i < steps; ++i)
        last = step();
    last.sum().item(); // a device has done its queue by then
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / steps;
}

std::size_t StepBench::peakBytes()
{
    for (int i = 0; i < m_options.metaInterval; ++i)
        step();
    CachingAllocator::resetPeak();
    step();
    return CachingAllocator::peakBytes() - m_before;
}

} // namespace reweigh::bench
