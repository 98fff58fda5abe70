// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>

#include "core/engine/models/ClassifierFactory.h"
#include "tests/support/TensorErrors.h"

#include <string>
#include <vector>

namespace reweigh::test {

/// A classifier with drawn weights, images and direction, and what autograd says about them.
struct ModelCase {
    ModelCase(const std::string& model, const ImageShape& shape, int64_t batch, at::ScalarType type)
        : network(std::move(makeClassifier(model, shape, 10).value()))
    {
        Rng rng(7, model);
        at::Tensor flat = initialParameters(network, rng);
        ParamSet named(network.parameters(), flat);
        for (std::size_t i = 0; i < named.views.size(); ++i) { // scales of 1 and shifts of 0 would hide mistakes
            const ParamKind kind = network.parameters().slots()[i].kind;
            if (kind == ParamKind::NormScale || kind == ParamKind::NormShift)
                named.views[i].add_(normal(rng, named.views[i].sizes().vec()), 0.3);
        }
        images = normal(rng, {batch, shape.height, shape.width, shape.channels}).permute({0, 3, 1, 2}).to(type);
        dLogits = normal(rng, {batch, 10}).to(type);
        direction = normal(rng, {network.parameters().total()}).to(type);
        w = ParamSet(network.parameters(), flat.to(type));
        running = ParamSet(network.buffers(), initialBuffers(network).to(type == at::kDouble ? at::kDouble : at::kFloat));
    }

    static at::Tensor normal(Rng& rng, std::vector<int64_t> shape)
    {
        at::Tensor values = at::empty(shape);
        for (int64_t i = 0; i < values.numel(); ++i)
            values.mutable_data_ptr<float>()[i] = static_cast<float>(rng.normal());
        return values;
    }

    struct Passes {
        at::Tensor logits, gradient, tangent;
    };

    Passes ours(PassMode mode = PassMode::TrainOnly)
    {
        Passes passes;
        Activations saved;
        passes.logits = network.forward(w, running, images, mode, &saved);
        ParamSet gradient(network.parameters(),
                          at::full_like(w.flat, 5, w.flat.scalar_type() == at::kBFloat16 ? at::kFloat : w.flat.scalar_type()));
        network.backward(w, saved, dLogits.to(passes.logits.scalar_type()), gradient);
        passes.gradient = gradient.flat;
        passes.tangent = network.tangent(w, saved, ParamSet(network.parameters(), direction));
        return passes;
    }

    /// The oracle: reverse mode, and reverse mode through reverse mode for J u.
    Passes oracle() const
    {
        std::vector<at::Tensor> leaves;
        for (const at::Tensor& view : w.views)
            leaves.push_back(view.detach().clone().requires_grad_(true));
        const at::Tensor logits = network.referenceForward(leaves, images);
        const at::Tensor v = dLogits.to(logits.scalar_type()).clone().requires_grad_(true);
        const auto gradients = torch::autograd::grad({logits}, leaves, {v}, true, true);
        Passes passes;
        passes.logits = logits.detach();
        passes.gradient = at::empty_like(w.flat);
        ParamSet named(network.parameters(), passes.gradient);
        const ParamSet along(network.parameters(), direction);
        at::Tensor product = at::zeros({}, w.flat.options());
        for (std::size_t i = 0; i < gradients.size(); ++i) {
            named.views[i].copy_(gradients[i].detach());
            product = product + (gradients[i] * along.views[i]).sum();
        }
        passes.tangent = torch::autograd::grad({product}, {v})[0];
        return passes;
    }

    Network network;
    at::Tensor images, dLogits, direction;
    ParamSet w, running;
};

} // namespace reweigh::test
