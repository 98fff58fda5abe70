// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/NetworkOp.h"

namespace reweigh {

/// Ops without parameters whose tangent is themselves: linear maps of their inputs.
class LinearMap : public NetworkOp {
public:
    at::Tensor forward(const ParamSet&, ParamSet&, const Tensors& in, PassMode, Tensors&) const final { return apply(in); }
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors&, const Tensors& in) const override { return apply(in); }

protected:
    virtual at::Tensor apply(const Tensors& in) const = 0;
};

/// The sum of two nodes of one shape.
class Add : public LinearMap {
public:
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;
};

/// Shortcut "option A" of He et al. 2016: every second pixel, and channels of zeros on both sides.
class PaddedShortcut : public LinearMap {
public:
    PaddedShortcut(int64_t stride, int64_t channelsEachSide) : m_stride(stride), m_padding(channelsEachSide) {}
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;

private:
    int64_t m_stride, m_padding;
};

/// Mean over space: [n, C, H, W] to [n, C].
class GlobalAverage : public LinearMap {
public:
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;
};

/// Pixels as features, in channels-last order whatever the memory's: [n, C, H, W] to [n, H W C].
class Flatten : public LinearMap {
public:
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;
};

} // namespace reweigh
