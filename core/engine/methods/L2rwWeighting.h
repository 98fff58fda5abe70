// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/SampleWeighting.h"

#include <ATen/ATen.h>

#include <utility>

namespace reweigh {

/// L2RW: every batch's weights are learned anew, from 0 (Ren et al. 2018, Learning to Reweight Examples for Robust Deep Learning,
/// algorithm 1). With u_i = max(0, -dL_meta/dv_i at v = 0), which is max(0, <grad L_meta(w), grad l_i(w)>) times a common factor,
/// v_i = n u_i / sum u. Divided by n, or by their sum where weights are normalised, these are the paper's weights, whose sum is 1, so
/// that normalisation changes nothing. Where all u are 0, all weights are 0. The virtual step of zero weights stays at w, so a step costs
/// 8 F. There are no parameters that outlive a step: every step takes a meta batch whatever metaInterval is, for without one it would
/// have no weights, and laggedWeights has no effect. Limit: a weight depends on the other samples of its batch.
class L2rwWeighting : public SampleWeighting {
public:
    bool wantsMeta(long) const override { return true; }
    bool startsFromZero() const override { return true; }
    at::Tensor weights(const StepView& view) override { return at::zeros_like(view.losses); }

    /// Returns the norm of dL_meta/dv: the weights themselves are what is learned.
    at::Tensor learn(const MetaView& view) override
    {
        const at::Tensor raised = (-view.weightGradient).clamp_min(0), sum = raised.sum();
        m_weights = raised / at::where(sum > 0, sum, at::ones_like(sum)) * double(raised.size(0));
        return view.weightGradient.norm();
    }

    at::Tensor weightsAfterLearning(const StepView&) override { return std::exchange(m_weights, {}); }

private:
    at::Tensor m_weights; ///< [n], of the current step
};

} // namespace reweigh
