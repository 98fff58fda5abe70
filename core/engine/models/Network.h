// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/ParamLayout.h"

#include <memory>
#include <string>
#include <vector>

namespace reweigh {

/// Which statistics batch norm uses, and whether it updates its running statistics.
enum class PassMode {
    Train,     ///< batch statistics; running statistics are updated
    TrainOnly, ///< batch statistics; running statistics stay: for the meta batch at the virtual weights
    Evaluate,  ///< running statistics
};

class NetworkOp; // one layer's forward, backward and tangent rule

/// What a forward pass stores for the backward and tangent passes: the value of every node, and what each op saved (such as batch
/// statistics).
struct Activations {
    std::vector<at::Tensor> values;             ///< per node; node 0 is the input
    std::vector<std::vector<at::Tensor>> saved; ///< per op
};

/// A layer of the classifier whose value a weighting can take as its input.
struct InputLayer {
    std::string name; ///< "stem", "stage1" ... "penultimate", "logits"
    int node = 0;
    int width = 0; ///< features per sample, after the mean over space
};

/// The end of a network: its ops from `firstOp` on and their parameters. These are the end of the flat parameter vector, since
/// parameters lie in the order of their ops. The default is the whole network.
struct NetworkTail {
    std::size_t firstOp = 0;
    int64_t offset = 0; ///< of the tail's first parameter in the flat vector

    /// The tail's part of a flat vector [P], as a view [P - offset].
    at::Tensor of(const at::Tensor& flat) const { return flat.narrow(0, offset, flat.size(0) - offset); }
};

/// A classifier for K classes with P parameters: a list of ops over nodes. NetworkBuilder defines it once, and it is evaluated in three
/// ways: forward, backward (reverse order) and tangent (forward-mode differentiation; core/engine/README.md, section 3). Backward and
/// tangent reuse the activations of a forward pass. Parameters are arguments, so that one network can be evaluated at w and at the
/// virtual w - a g. All tensors of a call lie on one device; shapes that do not fit throw c10::Error, or are not checked.
/// Immutable after building; every pass may run on any thread with its own Activations. No pass records autograd's graph, except
/// referenceForward().
class Network {
public:
    ~Network();
    Network(Network&&) noexcept;
    Network& operator=(Network&&) noexcept;

    const ParamLayout& parameters() const;
    const ParamLayout& buffers() const; ///< running statistics of batch norm
    const std::vector<InputLayer>& inputLayers() const;
    int classes() const; ///< K

    NetworkTail lastBlock() const; ///< the last residual block (in networks without blocks the last layer before the head), and the rest
    NetworkTail head() const;      ///< the linear layer that gives the logits

    /// Computes the logits [n, K] of images x [n, C, H, W], n >= 1. w is flat [P] in the compute type: fp32, bf16 or fp64; x has w's
    /// dtype and any memory layout (channels-last is not copied). The logits are fp32, or fp64 for fp64. `running` (fp32 or fp64) is
    /// updated in mode Train and read in mode Evaluate. If `saved` is not null, it receives what backward() and tangent() need.
    at::Tensor forward(const ParamSet& w, ParamSet& running, const at::Tensor& x, PassMode mode, Activations* saved) const;

    /// Overwrites `gradient` with J' dLogits, the derivative by the parameters summed over the batch; J is the Jacobian of the logits
    /// by the parameters. dLogits [n, K], in the logits' dtype, is the derivative of the loss by the logits. `gradient` is flat [P],
    /// fp32, or fp64 for fp64. w and `saved` are those of a forward pass in mode Train or TrainOnly, since the derivative goes through
    /// the batch statistics. With a tail, only the tail's part of `gradient` is written, and the pass ends at the tail's first op.
    void backward(const ParamSet& w, const Activations& saved, const at::Tensor& dLogits, ParamSet& gradient,
                  const NetworkTail& tail = {}) const;

    /// Computes the directional derivative of the logits along u, J u: [n, K], in the logits' dtype (core/engine/README.md, section 3).
    /// u is flat [P] in any float dtype and is cast to w's. w and `saved` as for backward(). With a tail, the parameters before it do
    /// not move: their part of u counts as zero and is not read.
    at::Tensor tangent(const ParamSet& w, const Activations& saved, const ParamSet& u, const NetworkTail& tail = {}) const;

    /// The features [n, input.width] at an input layer, averaged over space, in fp32 (fp64 for fp64 networks). `saved` is that of a
    /// forward pass in any mode.
    at::Tensor layerFeatures(const Activations& saved, const InputLayer& input) const;

    /// The logits [n, K] computed by LibTorch's differentiable operations with batch statistics: the reference for the tests and for
    /// `check_engine`, not used in training. `parameters` holds one tensor per slot of parameters(), of the slot's shape; x is
    /// [n, C, H, W], of the parameters' dtype. Autograd records the pass.
    at::Tensor referenceForward(const std::vector<at::Tensor>& parameters, const at::Tensor& x) const;

private:
    friend class NetworkBuilder;
    struct Parts;
    explicit Network(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace reweigh
