// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/Network.h"

#include <vector>

namespace reweigh {

using Tensors = std::vector<at::Tensor>;

/// A derivative or tangent a + b in two parts of one shape, such as the derivatives from two readers of a node. The reader adds them,
/// often while it reads them anyway. If only one part is there, it is a; both parts undefined means zero.
struct LazySum {
    at::Tensor a, b;

    bool defined() const { return a.defined(); } ///< whether it is not zero
    at::Tensor sum() const;                      ///< a + b; undefined for zero
    void add(at::Tensor part);                   ///< adds a tensor of the same shape; undefined means zero
};

/// What an op sees of a network's pass: all parameters, and the values at its inputs and output.
struct OpContext {
    const ParamSet& w;     ///< the network's parameters; the op knows its slots
    const Tensors& in;     ///< values of the op's inputs
    const at::Tensor& out; ///< value of its output; undefined in a forward pass
    const Tensors& saved;  ///< what its forward pass saved
};

/// One layer: its value, backward rule and tangent rule. Values are [n, C, H, W], channels-last, or [n, C], in the compute type; a
/// derivative or tangent has the shape of its value. Slots index the network's ParamLayouts. A returned derivative may be undefined,
/// which means zero. Ops are immutable and may be used on any thread.
class NetworkOp {
public:
    virtual ~NetworkOp() = default;

    /// Returns the layer's value for inputs `in`. Sets `saved` to what the other passes need beside the values themselves.
    virtual at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const = 0;

    /// Returns the derivatives by the inputs, one per input, for `dOut`, the derivative by the output (never zero). Overwrites the
    /// op's slots of `gradient` with the derivatives by its parameters. wanted[i] is false where nobody needs the derivative by input i.
    virtual Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const = 0;

    /// Returns the tangent of the output from the tangents `in` of the inputs and u, the tangent of the parameters.
    virtual LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const = 0;

    /// Returns the value computed by LibTorch's differentiable operations with batch statistics. `parameters`: one tensor per slot.
    virtual at::Tensor reference(const Tensors& parameters, const Tensors& in) const = 0;

    virtual bool hasParameters() const { return false; }
};

} // namespace reweigh
