// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/check/Checks.h"

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/kernels/NormAct.h"
#include "core/engine/methods/MetaWeightNet.h"
#include "core/engine/methods/Optimisers.h"
#include "core/engine/models/ops/Convolution.h"
#include "tests/support/TensorErrors.h"

#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <functional>
#include <limits>

namespace reweigh::check {
namespace {

using test::normalValues;

/// A kernel as a function of tensors: what it computes in fp64 by the library's operations is the truth of what it
/// computes in any type by its own.
using Kernel = std::function<Tensors(const Tensors&)>;

at::Tensor image(Rng& rng, std::vector<int64_t> shape, at::ScalarType type)
{
    return normalValues(rng, std::move(shape), type).contiguous(at::MemoryFormat::ChannelsLast);
}

std::string sizes(const std::vector<int64_t>& shape)
{
    std::string text;
    for (const int64_t size : shape)
        text += (text.empty() ? "" : "×") + std::to_string(size);
    return text;
}

class KernelBench {
public:
    KernelBench(const CheckOptions& options, CheckTable& table)
        : m_options(options)
        , m_table(table)
    {
    }

    /// The largest error of the kernel's outputs, each relative to its norm. NaN for a kernel that throws, as cuDNN does where it has none
    /// for a shape: the other lines are wanted all the same.
    void compare(const std::string& check, const std::string& subject, const Tensors& inputs, const Kernel& kernel)
    {
        const bool narrow = inputs.front().scalar_type() == at::kBFloat16;
        Tensors got;
        try {
            for (const at::Tensor& output : kernel(moved(inputs, [&](const at::Tensor& t) { return t.to(m_options.device); })))
                got.push_back(output.cpu());
        } catch (const std::exception& thrown) {
            std::fprintf(stderr, "%s, %s: %s\n", check.c_str(), subject.c_str(), thrown.what());
            got.clear();
        }
        const KernelScope plain(KernelChoice::Library);
        const Tensors truth = kernel(moved(inputs, [](const at::Tensor& t) { return t.is_floating_point() ? t.to(at::kDouble) : t; }));
        const double library = worst(kernel(inputs), truth);
        m_table.add({.check = check,
                     .subject = subject + (narrow ? ", bf16" : ", fp32"),
                     .error = got.empty() ? std::numeric_limits<double>::quiet_NaN() : worst(got, truth),
                     .bound = std::max(narrow ? 8e-3 : 1e-5, 3 * library),
                     .library = library});
    }

    void forTypes(const std::function<void(at::ScalarType)>& use) const
    {
        use(at::kFloat);
        if (m_options.bf16)
            use(at::kBFloat16);
    }

private:
    template <typename Move> static Tensors moved(const Tensors& inputs, const Move& move)
    {
        Tensors result;
        std::ranges::transform(inputs, std::back_inserter(result), [&](const at::Tensor& t) { return t.defined() ? move(t) : t; });
        return result;
    }

    static double worst(const Tensors& got, const Tensors& truth)
    {
        double error = 0;
        for (std::size_t i = 0; i < truth.size(); ++i) {
            const double norm = truth[i].norm().item<double>();
            const double one = norm > 0 ? test::relativeError(got[i], truth[i]) : got[i].to(at::kDouble).norm().item<double>();
            if (std::isnan(one) || one > error) // NaN stays, whatever comes after it
                error = one;
        }
        return error;
    }

    const CheckOptions& m_options;
    CheckTable& m_table;
};

/// Gradients of bf16 networks are kept in fp32.
at::TensorOptions gradientOptions(const at::Tensor& weight)
{
    return weight.options().dtype(weight.scalar_type() == at::kBFloat16 ? at::kFloat : weight.scalar_type());
}

void normAct(KernelBench& bench, const std::vector<int64_t>& shape, bool residual, at::ScalarType type)
{
    Rng rng(3, "normact");
    const auto channel = [&](double mean) { return (normalValues(rng, {shape[1]}, at::kFloat) * 0.3 + mean).to(type); };
    const at::Tensor x = (image(rng, shape, type) * 2 + 3).contiguous(at::MemoryFormat::ChannelsLast), scale = channel(1),
                     shift = channel(0);
    const at::Tensor added = residual ? image(rng, shape, type) : at::Tensor();
    const std::string subject = sizes(shape) + (residual ? " + shortcut" : "");
    bench.compare("norm + ReLU, statistics", subject, {x}, [](const Tensors& in) {
        const BatchStatistics statistics = batchStatistics(in[0]);
        return Tensors{statistics.mean, statistics.variance};
    });
    const BatchStatistics statistics = batchStatistics(x);
    const at::Tensor inverseStd = (statistics.variance + 1e-5).rsqrt();
    const auto pointOf = [residual](const Tensors& in) {
        return NormActPoint{
            .x = in[0], .y = in[1], .mean = in[2], .inverseStd = in[3], .scale = in[4], .shift = in[5], .relu = true, .residual = residual};
    };
    const NormActPoint point = pointOf({x, {}, statistics.mean, inverseStd, scale, shift});
    const at::Tensor y = normActForward(point, added);
    const Tensors at{x, y, statistics.mean, inverseStd, scale, shift, added, image(rng, shape, type), image(rng, shape, type)};
    bench.compare("norm + ReLU, forward", subject, at, [&](const Tensors& in) { return Tensors{normActForward(pointOf(in), in[6])}; });
    bench.compare("norm + ReLU, backward", subject, at, [&](const Tensors& in) {
        const NormActGradient gradient = normActBackward(pointOf(in), in[7], in[8]);
        Tensors parts{gradient.x, gradient.scale, gradient.shift};
        if (residual)
            parts.push_back(gradient.residual);
        return parts;
    });
    bench.compare("norm + ReLU, tangent", subject, at,
                  [&](const Tensors& in) { return Tensors{normActTangent(pointOf(in), in[7], in[8], in[5], in[4], in[6])}; });
}

struct ConvolutionShape {
    int64_t n, side, in, out, kernel, stride;
};

void convolution(KernelBench& bench, const ConvolutionShape& shape, at::ScalarType type)
{
    Rng rng(5, "convolution");
    ParamLayout layout;
    const int slot = layout.add("weight", ParamKind::ConvWeight, {shape.out, shape.in, shape.kernel, shape.kernel});
    const Convolution op(slot, shape.stride, shape.kernel / 2);
    const int64_t side = (shape.side + 2 * (shape.kernel / 2) - shape.kernel) / shape.stride + 1;
    const std::vector<int64_t> input{shape.n, shape.in, shape.side, shape.side}, output{shape.n, shape.out, side, side};
    const Tensors tensors{image(rng, input, type),  normalValues(rng, {layout.total()}, type),
                          image(rng, output, type), image(rng, output, type),
                          image(rng, input, type),  normalValues(rng, {layout.total()}, type)};
    const std::string subject = sizes(input) + " to " + std::to_string(shape.out) + ", " + std::to_string(shape.kernel) + "×"
                                + std::to_string(shape.kernel) + (shape.stride > 1 ? ", stride " + std::to_string(shape.stride) : "");
    ParamSet none;
    bench.compare("convolution, forward", subject, tensors, [&](const Tensors& in) {
        Tensors saved;
        return Tensors{op.forward(ParamSet(layout, in[1]), none, {in[0]}, PassMode::Train, saved)};
    });
    const auto contextual = [&](const Tensors& in, const auto& use) {
        const ParamSet w(layout, in[1]);
        const Tensors values{in[0]};
        Tensors saved;
        const at::Tensor out = op.forward(w, none, values, PassMode::Train, saved);
        return use(OpContext{w, values, out, saved});
    };
    bench.compare("convolution, backward", subject, tensors, [&](const Tensors& in) {
        return contextual(in, [&](const OpContext& at) {
            ParamSet gradient(layout, at::empty({layout.total()}, gradientOptions(in[1])));
            const Tensors d = op.backward(at, {in[2], in[3]}, {true}, gradient);
            return Tensors{d[0], gradient.flat};
        });
    });
    bench.compare("convolution, tangent", subject, tensors, [&](const Tensors& in) {
        return contextual(in, [&](const OpContext& at) { return Tensors{op.tangent(at, {{in[4], {}}}, ParamSet(layout, in[5])).sum()}; });
    });
}

void crossEntropyAt(KernelBench& bench, int64_t n, int64_t classes)
{
    Rng rng(7, "cross-entropy");
    const at::Tensor labels = at::arange(n, at::kLong).mul_(5).remainder_(classes);
    bench.compare("cross entropy", sizes({n, classes}), {normalValues(rng, {n, classes}, at::kFloat) * 5, labels}, [](const Tensors& in) {
        const CrossEntropy got = crossEntropy(in[0], in[1]);
        return Tensors{got.losses, got.probabilities, got.derivative};
    });
}

void metaNet(KernelBench& bench, const MetaNetSpec& spec, int width, int64_t n)
{
    Rng rng(9, "meta-net");
    const MetaWeightNet net(spec, width);
    const Tensors tensors{net.initialParameters(rng), normalValues(rng, {n, width}, at::kFloat), normalValues(rng, {n}, at::kFloat)};
    bench.compare("MW-Net", sizes({n, width}) + ", " + std::to_string(spec.hidden.size()) + " hidden", tensors, [&](const Tensors& in) {
        const ParamSet theta(net.parameters(), in[0]);
        MetaWeightNet::Activations saved;
        const at::Tensor weights = net.forward(theta, in[1], &saved);
        ParamSet gradient(net.parameters(), at::zeros_like(in[0]));
        net.backward(theta, saved, in[2], gradient);
        return Tensors{weights, gradient.flat};
    });
}

void optimisers(KernelBench& bench, int64_t n)
{
    Rng rng(13, "optimisers");
    const auto draw = [&] { return normalValues(rng, {n}, at::kFloat); };
    const Tensors tensors{draw(), draw(), draw(), draw().square()};
    bench.compare("SGD, Nesterov", std::to_string(n), tensors, [](const Tensors& in) {
        at::Tensor w = in[0].clone(), buffer = in[2].clone();
        sgdStep(w, in[1], buffer, 0.1, {.momentum = 0.9, .weightDecay = 5e-4, .nesterov = true});
        return Tensors{w, buffer};
    });
    bench.compare("Adam", std::to_string(n), tensors, [](const Tensors& in) {
        at::Tensor w = in[0].clone();
        AdamState state{in[2].clone(), in[3].clone(), 4};
        adamStep(w, in[1], state, 1e-3, 1e-4);
        return Tensors{w, state.first, state.second};
    });
}

} // namespace

void checkKernels(const CheckOptions& options, CheckTable& table)
{
    const c10::NoGradGuard guard;
    KernelBench bench(options, table);
    const int64_t n = options.quick ? 5 : 100;
    bench.forTypes([&](at::ScalarType type) {
        for (const std::vector<int64_t>& shape :
             {std::vector<int64_t>{n, 16, 32, 32}, {n, 64, 8, 8}, {3, 33, 7, 5}, {2, 1, 3, 3}, {1, 7, 9, 1}})
            for (const bool residual : {false, true})
                normAct(bench, shape, residual, type);
        const ConvolutionShape shapes[] = {{n, 32, 3, 16, 3, 1},  {n, 32, 16, 16, 3, 1},  {n, 32, 16, 32, 3, 2}, {n, 16, 32, 32, 3, 1},
                                           {n, 16, 32, 64, 3, 2}, {n, 8, 64, 64, 3, 1},   {n, 28, 1, 16, 5, 2},  {3, 13, 17, 19, 3, 1},
                                           {1, 1, 1, 1, 3, 1},    {2, 9, 160, 320, 1, 2}, {1, 8, 640, 640, 3, 1}};
        for (const ConvolutionShape& shape : shapes)
            if (!options.quick || shape.in < 640)
                convolution(bench, shape, type);
    });
    crossEntropyAt(bench, n, 10);
    crossEntropyAt(bench, 1, 1);
    metaNet(bench, {.hidden = {100}}, 1, n);
    metaNet(bench, {.hidden = {9, 5}, .activation = Activation::Tanh}, 74, 13);
    optimisers(bench, 464154);
    optimisers(bench, 1);
}

} // namespace reweigh::check
