// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/SampleWeighting.h"

namespace reweigh {

void SampleWeighting::setSampleCount(std::int64_t) { }

void SampleWeighting::begin(Rng&, const StepTypes&, const c10::Device&) { }

void SampleWeighting::epochStarted(const EpochView&) { }

bool SampleWeighting::wantsMeta(long) const
{
    return false;
}

bool SampleWeighting::startsFromZero() const
{
    return false;
}

bool SampleWeighting::wantsPositions() const
{
    return false;
}

at::Tensor SampleWeighting::learn(const MetaView&)
{
    return {};
}

at::Tensor SampleWeighting::weightsAfterLearning(const StepView& view)
{
    return weights(view);
}

long SampleWeighting::recording(const StepTime& time) const
{
    return wantsMeta(time.step);
}

WeightingState SampleWeighting::state()
{
    return {};
}

WeightingFacts SampleWeighting::facts() const
{
    return {};
}

at::Tensor SampleWeighting::features(const StepView&) const
{
    return {};
}

at::Tensor SampleWeighting::weightsAt(const at::Tensor&) const
{
    return {};
}

bool SampleWeighting::seesLossAlone() const
{
    return false;
}

} // namespace reweigh
