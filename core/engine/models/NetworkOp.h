// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/Network.h"

#include <vector>

namespace reweigh {

using Tensors = std::vector<at::Tensor>;

/// A derivative that arrives in two parts, from the two consumers of a node or the two terms of a
/// convolution's tangent: adding them is left to whoever reads it, who often can do so for free. Both
/// parts undefined means zero.
struct LazySum {
    at::Tensor a, b;

    bool defined() const { return a.defined(); }
    at::Tensor sum() const; ///< undefined for zero
    void add(at::Tensor part);
};

/// What one op sees of a network's pass: its parameters by slot and the values around it.
struct OpContext {
    const ParamSet& w;
    const Tensors& in;   ///< values of its inputs
    const at::Tensor& out; ///< value it gave; undefined in a forward pass
    const Tensors& saved;///< what its forward pass left
};

/// One layer: its value, and its three derivatives by hand. Ops are immutable; slots index the network's
/// ParamLayouts. Any tensor given back as a derivative may be undefined, meaning zero.
class NetworkOp {
public:
    virtual ~NetworkOp() = default;

    /// The layer's value; fills `saved` with what the other passes need beside the values themselves.
    virtual at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const = 0;

    /// Derivatives by the inputs, for the output's `dOut` (never zero); writes those by its parameters into
    /// `gradient`. `wanted[i]` is false where input i depends on no parameter.
    virtual Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const = 0;

    /// Tangent of the output from those of the inputs and `u`, the tangent of the parameters.
    virtual LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const = 0;

    /// The value as differentiable library operations, batch statistics in use.
    virtual at::Tensor reference(const Tensors& parameters, const Tensors& in) const = 0;

    virtual bool hasParameters() const { return false; }
};

} // namespace reweigh
