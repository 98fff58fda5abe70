// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/check/Checks.h"

#include "core/config/Names.h"
#include "core/engine/kernels/KernelChoice.h"
#include "tests/support/StepOracle.h"

#include <algorithm>
#include <utility>
#include <vector>

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
    StepCase c(options.model, shape, options, 32, 3);
    Rng rng(17, "noise");
    const at::Tensor& w = c.classifier.w.flat;
    c.classifier.w = ParamSet(c.network.parameters(), w * (1 + noise * normalValues(rng, w.sizes().vec(), w.scalar_type())));
    std::vector<std::pair<Batch, Batch>> drawn;
    for (int i = 0; i < batches; ++i) {
        c.drawBatches(32);
        c.moveTo(device);
        drawn.emplace_back(c.batch, c.metaBatch);
    }
    MetaStep step = c.step(options);
    std::vector<at::Tensor> losses;
    for (int i = 0; i < steps; ++i) {
        const auto& [batch, metaBatch] = drawn[std::size_t(i % batches)];
        losses.push_back(step.take(c.classifier, batch, metaBatch, lr).losses.mean());
    }
    return {c.classifier.w.flat.cpu(), at::stack(losses).cpu()};
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
        table.add({.check = what,
                   .subject = subject,
                   .error = relativeError(ours.*part, library.*part),
                   .bound = std::max(1e-5, 3 * own),
                   .library = own});
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
