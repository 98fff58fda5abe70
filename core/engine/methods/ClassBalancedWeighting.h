// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/methods/EffectiveNumber.h"
#include "core/engine/methods/SampleWeighting.h"

#include <ATen/ATen.h>

namespace reweigh {

/// Class-balanced weights: a sample of observed class c, one of n_c, weighs v_c ~ 1 / E_c, with E_c = (1 - beta^n_c) / (1 - beta) the
/// effective number of samples, scaled so that the v_c of the K classes sum to K (Cui et al. 2019, Class-Balanced Loss Based on Effective
/// Number of Samples, proposition 1 and section 4). beta = 0 gives every class the weight 1; beta = 1 stands for the limit, v_c ~ 1 / n_c.
/// A class without samples has the weight 0 and does not count as one of the K. Limit: n_c counts observed labels, so under label noise
/// the weights balance what is observed, not what is true, unless an experiment counts true labels (--class-counts true). Nothing is
/// learned.
class ClassBalancedWeighting : public SampleWeighting {
public:
    ClassBalancedWeighting(const TrainOptions& options, const Network& network)
        : m_beta(methodSetting(options, "cb-beta"))
        , m_classes(network.classes())
    {
    }

    void begin(Rng&, const StepTypes& types, const c10::Device& device) override
    {
        m_ofClass = at::ones({m_classes}, at::TensorOptions(types.master).device(device));
    }

    void epochStarted(const EpochView& view) override { m_ofClass.copy_(classBalancedWeights(view.classCounts.to(at::kDouble), m_beta)); }

    at::Tensor weights(const StepView& view) override { return m_ofClass.index_select(0, view.labels); }
    WeightingState state() override { return {.tensors = {{"class.weights", m_ofClass}}, .counters = {}}; }

private:
    double m_beta;
    int64_t m_classes;
    at::Tensor m_ofClass; ///< [K], v_c
};

} // namespace reweigh
