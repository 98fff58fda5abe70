// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/check/Checks.h"

#include "core/config/Names.h"
#include "core/engine/kernels/KernelChoice.h"
#include "tests/support/StepOracle.h"

#include <algorithm>

namespace reweigh::check {
namespace {

using namespace reweigh::test;

constexpr double lr = 0.1;

/// Meta gradient and update of one step, as vectors on the CPU.
struct Vectors {
    at::Tensor metaGradient, update;
};

struct Errors {
    double metaGradient = 0, update = 0;
};

Vectors stepOn(const c10::Device& device, StepCase c, const TrainOptions& options)
{
    const at::Tensor before = c.classifier.w.flat;
    c.moveTo(device);
    MetaStep step = c.step(options);
    step.take(c.classifier, c.batch, c.metaBatch, lr);
    return {c.weighting.metaGradient().cpu(), c.classifier.w.flat.cpu() - before};
}

Vectors truthOf(const StepCase& c, const TrainOptions& options)
{
    const StepOracle truth(c, options, lr);
    return {truth.metaGradient, truth.updated - c.classifier.w.flat};
}

Errors errors(const Vectors& got, const Vectors& truth, bool narrow)
{
    const auto error = [narrow](const at::Tensor& a, const at::Tensor& b) { return narrow ? 1 - correlation(a, b) : relativeError(a, b); };
    return {error(got.metaGradient, truth.metaGradient), error(got.update, truth.update)};
}

double medianOf(const std::vector<Errors>& all, double Errors::*part)
{
    std::vector<double> values;
    std::ranges::transform(all, std::back_inserter(values), part);
    return median(values);
}

struct Subject {
    const char* model;
    ImageShape shape;
    int64_t n;
};

/// The median over seeds tells a wrong formula from a draw that sits on a ReLU's kink.
void check(const Subject& subject, Precision precision, int seeds, const CheckOptions& options, CheckTable& table)
{
    TrainOptions wanted;
    wanted.model = subject.model;
    wanted.precision = precision;
    TrainOptions exact = wanted;
    exact.precision = Precision::Fp64;
    std::vector<Errors> ours, library;
    const bool narrow = precision == Precision::Bf16;
    for (int seed = 0; seed < seeds; ++seed) {
        const auto draw = [&](const TrainOptions& of) {
            return StepCase(subject.model, subject.shape, of, subject.n, std::uint64_t(seed));
        };
        const Vectors truth = truthOf(draw(exact), exact);
        ours.push_back(errors(stepOn(options.device, draw(wanted), wanted), truth, narrow));
        if (precision == Precision::Fp32)
            library.push_back(errors(truthOf(draw(wanted), wanted), truth, narrow));
        if (narrow) { // the library's bf16 under the same formulas
            const KernelScope plain(KernelChoice::Library);
            library.push_back(errors(stepOn(at::kCPU, draw(wanted), wanted), truth, narrow));
        }
    }
    const std::string name = std::string(subject.model) + ", batch " + std::to_string(subject.n) + ", " + nameOf(precision);
    const double floor = precision == Precision::Fp64 ? 1e-9 : narrow ? 1e-3 : 1e-5;
    for (const auto& [part, what] : {std::pair(&Errors::metaGradient, "meta gradient"), std::pair(&Errors::update, "update of w")}) {
        CheckLine line{.check = std::string(what) + (narrow ? ", 1 - correlation" : ""),
                       .subject = name,
                       .error = medianOf(ours, part),
                       .bound = floor};
        if (!library.empty()) {
            line.library = medianOf(library, part);
            line.bound = std::max(floor, 3 * *line.library);
        }
        table.add(line);
    }
}

} // namespace

void checkMetaGradients(const CheckOptions& options, CheckTable& table)
{
    const bool quick = options.quick;
    const int side = quick ? 16 : 32;
    const Subject subjects[] = {
        {"mlp", {28, 28, 1}, 8}, {"small-cnn", {28, 28, 1}, 8}, {"resnet32", {side, side, 3}, 8}, {"wrn-28-10", {16, 16, 3}, 4}};
    for (Subject subject : subjects) {
        const bool large = subject.model == std::string("wrn-28-10");
        if (large && quick)
            continue;
        check(subject, Precision::Fp64, 1, options, table);
        check(subject, Precision::Fp32, quick || large ? 3 : 5, options, table);
        if (!options.bf16 || large)
            continue;
        subject.n = quick ? 32 : 100;
        check(subject, Precision::Bf16, quick ? 1 : 3, options, table);
    }
}

} // namespace reweigh::check
