// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/ParamLayout.h"

#include <memory>
#include <string>
#include <vector>

namespace reweigh {

/// Which statistics batch norm uses, and whether it updates its running ones.
enum class PassMode {
    Train,     ///< batch statistics, running ones updated
    TrainOnly, ///< batch statistics, running ones untouched: the virtual network's meta pass
    Evaluate,  ///< running statistics
};

class NetworkOp; // one layer's forward, backward and tangent rule

/// What a forward pass leaves behind for the backward and tangent passes: the value of every node and
/// whatever each op saved (batch statistics, pooling indices).
struct Activations {
    std::vector<at::Tensor> values;             ///< per node; node 0 is the input
    std::vector<std::vector<at::Tensor>> saved; ///< per op
};

struct InputLayer {
    std::string name; ///< "stem", "stage1" ... "penultimate", "logits"
    int node = 0;
    int width = 0;    ///< features a sample, after pooling over space
};

/// The end of a network: its ops from one on, and their parameters, which are the end of the flat vector since
/// parameters lie in the order of their ops. By default the whole network.
struct NetworkTail {
    std::size_t firstOp = 0;
    int64_t offset = 0; ///< of the first parameter

    at::Tensor of(const at::Tensor& flat) const { return flat.narrow(0, offset, flat.size(0) - offset); }
};

/// A classifier as a list of ops over nodes, defined once by NetworkBuilder and walked three ways:
/// forward, backward (reverse order) and tangent (forward mode, core/engine/README.md, 3). The tangent pass
/// reuses the primal activations, so no forward pass is done twice. Parameters come from outside, which
/// is what lets one network be evaluated at w and at the virtual w - a g.
/// Immutable after building; every pass may run on any thread with its own Activations.
class Network {
public:
    ~Network();
    Network(Network&&) noexcept;
    Network& operator=(Network&&) noexcept;

    const ParamLayout& parameters() const;
    const ParamLayout& buffers() const; ///< running statistics
    const std::vector<InputLayer>& inputLayers() const;
    int classes() const;

    NetworkTail lastBlock() const; ///< the last residual block (of the plain networks the last layer), and all after it
    NetworkTail head() const;      ///< the linear layer that gives the logits

    /// Logits [n, K] of images x [n, C, H, W], channels-last, in w's dtype (or bf16 with fp32 w cast by
    /// the caller). `running` is updated in Train, read in Evaluate. `saved` may be null.
    at::Tensor forward(const ParamSet& w, ParamSet& running, const at::Tensor& x, PassMode mode,
                       Activations* saved) const;

    /// Adds nothing: overwrites `gradient` (flat, laid out as parameters()) with J' dLogits, where
    /// dLogits [n, K] is the loss's derivative by the logits. Of a tail: goes no further back than it must, and leaves
    /// the rest of `gradient` as it was.
    void backward(const ParamSet& w, const Activations& saved, const at::Tensor& dLogits,
                  ParamSet& gradient, const NetworkTail& tail = {}) const;

    /// Directional derivative of the logits along `u`: J u, [n, K]. Of a tail: along u with zeros before it; they are
    /// not read.
    at::Tensor tangent(const ParamSet& w, const Activations& saved, const ParamSet& u, const NetworkTail& tail = {}) const;

    /// Features [n, width] at an input layer, pooled over space, in fp32 (fp64 for fp64 networks).
    at::Tensor layerFeatures(const Activations& saved, const InputLayer& input) const;

    /// The same forward pass as differentiable library operations, batch statistics in use: the oracle
    /// of the tests and of `check_engine`, never used in training. `parameters` are one tensor a slot.
    at::Tensor referenceForward(const std::vector<at::Tensor>& parameters, const at::Tensor& x) const;

private:
    friend class NetworkBuilder;
    struct Parts;
    explicit Network(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace reweigh
