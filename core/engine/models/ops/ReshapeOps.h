// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/NetworkOp.h"

namespace reweigh {

/// Ops without parameters that are linear maps of their inputs. The tangent of such an op is the same map, applied to the tangents.
class LinearMap : public NetworkOp {
public:
    at::Tensor forward(const ParamSet&, ParamSet&, const Tensors& in, PassMode, Tensors&) const final { return apply(in); }
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors&, const Tensors& in) const override { return apply(in); }

protected:
    virtual at::Tensor apply(const Tensors& in) const = 0;
};

/// The sum of two inputs of one shape.
class Add : public LinearMap {
public:
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;
};

/// Shortcut "option A" of He et al. (2016): every stride-th pixel, with `channelsEachSide` channels of zeros before and after the
/// others. [n, C, H, W] to [n, C + 2 channelsEachSide, ceil(H / stride), ceil(W / stride)].
class PaddedShortcut : public LinearMap {
public:
    PaddedShortcut(int64_t stride, int64_t channelsEachSide)
        : m_stride(stride)
        , m_padding(channelsEachSide)
    {
    }
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;

private:
    int64_t m_stride, m_padding;
};

/// Mean over space: [n, C, H, W] to [n, C]; fp32 for bf16 inputs.
class GlobalAverage : public LinearMap {
public:
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;
};

/// Pixels as features: [n, C, H, W] to [n, H W C], in channels-last order for any memory layout.
class Flatten : public LinearMap {
public:
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;

protected:
    at::Tensor apply(const Tensors& in) const override;
};

} // namespace reweigh
