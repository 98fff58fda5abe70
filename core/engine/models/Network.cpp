// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/Network.h"

#include "core/engine/kernels/ProfilerScope.h"
#include "core/engine/models/NetworkParts.h"

#include <ATen/ATen.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>

namespace reweigh {
namespace {

/// Switches autograd off while a pass runs. The passes have their own derivatives, and autograd costs a few microseconds per operation.
struct PassGuard {
    at::NoGradGuard noGrad;
    at::AutoDispatchBelowADInplaceOrView below;
};

/// x in channels-last memory, copied if need be. With one channel both memory formats have the same order, and libraries guess the
/// format from the strides; so the strides are set to those of channels-last.
at::Tensor channelsLast(const at::Tensor& x)
{
    if (x.size(1) > 1)
        return x.contiguous(at::MemoryFormat::ChannelsLast);
    const auto height = x.size(2), width = x.size(3);
    return x.contiguous().as_strided(x.sizes(), {height * width, 1, width, 1});
}

Tensors pick(const Tensors& values, const std::vector<int>& nodes)
{
    Tensors picked;
    picked.reserve(nodes.size());
    for (const int node : nodes)
        picked.push_back(values[static_cast<std::size_t>(node)]);
    return picked;
}

/// For each input of an op, whether a backward pass over `tail` needs its derivative.
std::vector<bool> wantedWithin(const NetworkTail& tail, const std::vector<int>& inputs, std::vector<bool> wanted)
{
    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (static_cast<std::size_t>(inputs[i]) <= tail.firstOp) // op k gives node k + 1
            wanted[i] = false;
    return wanted;
}

} // namespace

Network::Network(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

const ParamLayout& Network::parameters() const
{
    return m_parts->parameters;
}

const ParamLayout& Network::buffers() const
{
    return m_parts->buffers;
}

const std::vector<InputLayer>& Network::inputLayers() const
{
    return m_parts->inputLayers;
}

int Network::classes() const
{
    return m_parts->classes;
}

NetworkTail Network::lastBlock() const
{
    return m_parts->lastBlock;
}

NetworkTail Network::head() const
{
    return m_parts->head;
}

at::Tensor Network::forward(const ParamSet& w, ParamSet& running, const at::Tensor& x, PassMode mode, Activations* saved) const
{
    const PassGuard guard;
    Activations own;
    Activations& kept = saved ? *saved : own;
    kept.values.assign(m_parts->steps.size() + 1, at::Tensor());
    kept.saved.assign(m_parts->steps.size(), {});
    kept.values[0] = channelsLast(x);
    for (std::size_t k = 0; k < m_parts->steps.size(); ++k) {
        const Parts::Step& step = m_parts->steps[k];
        const Tensors in = pick(kept.values, step.inputs);
        const ProfilerScope scope("forward", typeid(*step.op), in[0], kept.values[k + 1]);
        kept.values[k + 1] = step.op->forward(w, running, in, mode, kept.saved[k]);
        if (saved)
            continue;
        kept.saved[k].clear();
        for (const int node : step.lastUseOf)
            kept.values[static_cast<std::size_t>(node)].reset();
    }
    return kept.values.back();
}

void Network::backward(const ParamSet& w, const Activations& saved, const at::Tensor& dLogits, ParamSet& gradient,
                       const NetworkTail& tail) const
{
    const PassGuard guard;
    std::vector<LazySum> d(saved.values.size());
    d.back().a = dLogits;
    for (std::size_t k = m_parts->steps.size(); k-- > tail.firstOp;) {
        const Parts::Step& step = m_parts->steps[k];
        const LazySum dOut = std::move(d[k + 1]);
        d[k + 1] = {};
        if (!dOut.defined()) // an op that works on the image, before any parameter
            continue;
        const Tensors in = pick(saved.values, step.inputs);
        const std::vector<bool> wanted = wantedWithin(tail, step.inputs, step.wanted);
        const ProfilerScope scope("backward", typeid(*step.op), in[0], saved.values[k + 1]);
        Tensors dIn = step.op->backward({w, in, saved.values[k + 1], saved.saved[k]}, dOut, wanted, gradient);
        for (std::size_t i = 0; i < step.inputs.size(); ++i)
            if (wanted[i])
                d[static_cast<std::size_t>(step.inputs[i])].add(std::move(dIn[i]));
    }
}

at::Tensor Network::tangent(const ParamSet& w, const Activations& saved, const ParamSet& u, const NetworkTail& tail) const
{
    const PassGuard guard;
    const bool sameType = u.flat.scalar_type() == w.flat.scalar_type();
    const ParamSet cast = sameType ? u : ParamSet(m_parts->parameters, u.flat.to(w.flat.scalar_type()));
    std::vector<LazySum> t(saved.values.size());
    for (std::size_t k = tail.firstOp; k < m_parts->steps.size(); ++k) {
        const Parts::Step& step = m_parts->steps[k];
        std::vector<LazySum> tIn;
        for (const int node : step.inputs)
            tIn.push_back(t[static_cast<std::size_t>(node)]);
        const Tensors in = pick(saved.values, step.inputs);
        const ProfilerScope scope("tangent", typeid(*step.op), in[0], saved.values[k + 1]);
        t[k + 1] = step.op->tangent({w, in, saved.values[k + 1], saved.saved[k]}, tIn, cast);
        for (const int node : step.lastUseOf)
            t[static_cast<std::size_t>(node)] = {};
    }
    return t.back().sum();
}

at::Tensor Network::layerFeatures(const Activations& saved, const InputLayer& input) const
{
    const PassGuard guard;
    const at::Tensor& value = saved.values[static_cast<std::size_t>(input.node)];
    const auto type = value.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    return value.dim() == 4 ? value.mean(at::IntArrayRef{2, 3}, false, type) : value.to(type);
}

at::Tensor Network::referenceForward(const std::vector<at::Tensor>& parameters, const at::Tensor& x) const
{
    Tensors values{x};
    for (const Parts::Step& step : m_parts->steps)
        values.push_back(step.op->reference(parameters, pick(values, step.inputs)));
    return values.back();
}

} // namespace reweigh
