// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/methods/SampleWeighting.h"

#include <ATen/ATen.h>

#include <limits>

namespace reweigh {

/// How a sample of loss l weighs at the threshold lambda.
enum class Pace {
    Hard,   ///< 1 where l < lambda, else 0
    Linear, ///< 1 - l / lambda where that is positive, else 0
};

/// Self-paced weights: easy samples first. Hard: v = [l < lambda] (Kumar et al. 2010, Self-Paced Learning for Latent Variable Models).
/// Linear: v = max(0, 1 - l / lambda) (Jiang et al. 2014, Easy Samples First). Where both papers raise lambda by a factor, here it is
/// the q-quantile of the losses that the epoch before has found, interpolated linearly between two samples, so that the pace does not
/// hang on the scale of the loss: q = `spl-start` in the second epoch, and grows linearly to 1, where it is after `spl-epochs` times
/// the number of epochs. In the first epoch every weight is 1. Limits: at q = 1 lambda is the largest loss of the epoch before, so that
/// a hard weight is 0 for a sample that has reached it; a batch may have no weight at all, and the step then only decays w. Nothing is
/// learned.
class SelfPacedWeighting : public SampleWeighting {
public:
    SelfPacedWeighting(const TrainOptions& options, const Network&, Pace pace)
        : m_start(methodSetting(options, "spl-start"))
        , m_span(methodSetting(options, "spl-epochs") * options.epochs)
        , m_pace(pace)
    {
    }

    void begin(Rng&, const StepTypes& types, const c10::Device& device) override
    {
        m_threshold = at::full({1}, std::numeric_limits<double>::infinity(), at::TensorOptions(types.master).device(device));
    }

    void epochStarted(const EpochView& view) override
    {
        if (view.losses.defined())
            m_threshold.copy_(at::quantile(view.losses.to(at::kDouble), share(view.epoch)));
    }

    at::Tensor weights(const StepView& view) override { return weightsOf(view.losses); }
    WeightingState state() override { return {.tensors = {{"pace.threshold", m_threshold}}, .counters = {}}; }
    at::Tensor features(const StepView& view) const override { return view.losses.unsqueeze(1); }
    at::Tensor weightsAt(const at::Tensor& features) const override { return weightsOf(features.squeeze(1)); }
    bool seesLossAlone() const override { return true; }

    /// q in epoch `epoch`, from 2.
    double share(int epoch) const
    {
        const double done = epoch - 2;
        return done < m_span ? m_start + (1 - m_start) * done / m_span : 1.0;
    }

private:
    at::Tensor weightsOf(const at::Tensor& losses) const
    {
        if (m_pace == Pace::Hard)
            return (losses < m_threshold).to(losses.scalar_type());
        return (1 - losses / m_threshold.clamp_min(std::numeric_limits<float>::min())).clamp(0, 1); // lambda may be 0
    }

    double m_start, m_span; ///< the first q; the number of epochs in which it grows to 1
    Pace m_pace;
    at::Tensor m_threshold; ///< [1], lambda
};

} // namespace reweigh
