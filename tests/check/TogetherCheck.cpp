// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/check/Checks.h"

#include "core/config/Names.h"
#include "core/kernels/KernelChoice.h"
#include "tests/support/MetaOracle.h"

#include <algorithm>
#include <optional>

namespace reweigh::check {
namespace {

using namespace reweigh::test;

constexpr double lr = 0.02;

/// Where a run of `steps` steps from one seed ends: the weights and the losses on its way.
struct Path {
    at::Tensor w, losses;
};

Path train(const TrainOptions& options, const ImageShape& shape, int steps, const c10::Device& device, double noise)
{
    constexpr int batches = 8; // seen over and over
    std::vector<Batch> train, metaSet;
    std::optional<MetaCase> c;
    for (int i = 0; i < batches; ++i) {
        MetaCase drawn(options, shape, 32, std::uint64_t(i));
        for (Batch* batch : {&drawn.batch, &drawn.metaBatch}) {
            batch->images = batch->images.to(device);
            batch->labels = batch->labels.to(device);
        }
        train.push_back(drawn.batch);
        metaSet.push_back(drawn.metaBatch);
        if (i == 0)
            c.emplace(std::move(drawn));
    }
    Rng rng(17, "noise");
    const int64_t count = c->network.parameters().total();
    const at::Tensor factor = 1 + noise * normalValues(rng, {count}, c->classifier.w.flat.scalar_type());
    c->classifier.w = ParamSet(c->network.parameters(), (c->classifier.w.flat * factor).to(device));
    c->classifier.running = ParamSet(c->network.buffers(), c->classifier.running.flat.to(device));
    c->classifier.momentum = c->classifier.momentum.to(device);
    c->meta.theta = ParamSet(c->metaNet.parameters(), c->meta.theta.flat.to(device));
    c->meta.adam.first = c->meta.adam.first.to(device);
    c->meta.adam.second = c->meta.adam.second.to(device);
    MetaStep step(c->network, c->metaNet, options);
    std::vector<at::Tensor> losses;
    for (int i = 0; i < steps; ++i)
        losses.push_back(step.reweighted(c->classifier, c->meta, train[std::size_t(i % batches)], metaSet[std::size_t(i % batches)], lr).losses.mean());
    return {c->classifier.w.flat.cpu(), at::stack(losses).cpu()};
}

void together(const char* model, const ImageShape& shape, Precision precision, int steps, const CheckOptions& options, CheckTable& table)
{
    TrainOptions wanted;
    wanted.model = model;
    wanted.precision = precision;
    const double rounding = precision == Precision::Bf16 ? 0x1p-9 : 0x1p-24;
    const Path ours = train(wanted, shape, steps, options.device, 0);
    const KernelScope plain(KernelChoice::Library);
    const Path library = train(wanted, shape, steps, at::kCPU, 0), nudged = train(wanted, shape, steps, at::kCPU, rounding);
    const std::string subject = std::string(model) + ", " + nameOf(precision) + ", " + std::to_string(steps) + " steps";
    for (const auto& [part, what] : {std::pair(&Path::w, "together: weights"), std::pair(&Path::losses, "together: losses")}) {
        const double own = relativeError(nudged.*part, library.*part);
        table.add({.check = what, .subject = subject, .error = relativeError(ours.*part, library.*part), .bound = std::max(1e-5, 3 * own), .library = own});
    }
}

} // namespace

void checkTogether(const CheckOptions& options, CheckTable& table)
{
    const int steps = options.quick ? 50 : 200;
    for (const Precision precision : {Precision::Fp32, Precision::Bf16}) {
        if (precision == Precision::Bf16 && !options.bf16)
            continue;
        together("small-cnn", {28, 28, 1}, precision, steps, options, table);
        if (!options.quick)
            together("resnet32", {16, 16, 3}, precision, steps, options, table);
    }
}

} // namespace reweigh::check
