// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StepCase.h"

#include "core/config/Names.h"

namespace reweigh::bench {

std::string StepCase::name() const
{
    return method + ' ' + model + (hidden.size() > 1 ? "-largest" : "") + (saturated ? " saturated" : "") + ' ' + device + ' '
           + nameOf(precision);
}

TrainOptions StepCase::options() const
{
    TrainOptions options;
    options.model = model;
    options.precision = precision;
    options.metaNet.hidden = hidden;
    options.batchSize = options.metaBatchSize = batch;
    options.weighting = method == "plain" ? "none" : "mwnet";
    options.laggedWeights = method == "lagged";
    options.metaInterval = method == "interval-5" ? 5 : 1;
    options.virtualStep = method == "head" ? VirtualStep::Head : method == "last-block" ? VirtualStep::LastBlock : VirtualStep::Full;
    return options;
}

StepCase StepCase::with(const char* other) const
{
    StepCase changed = *this;
    changed.method = other;
    if (changed.method == "plain")
        changed.saturated = false; // it has no network whose weights could be
    changed.target.reset();
    return changed;
}

namespace {

const StepCase columns[] = {
    {.model = "resnet32", .shape = {32, 32, 3}, .batch = 100},
    {.model = "small-cnn", .shape = {28, 28, 1}, .batch = 128},
    {.model = "wrn-28-10", .shape = {32, 32, 3}, .batch = 16},
};

} // namespace

std::vector<StepCase> targetCases()
{
    struct Row {
        const char *method, *device;
        Precision precision;
        std::optional<double> targets[3];
    };
    const Row rows[] = {
        {"exact", "cpu", Precision::Fp32, {3.5, 5.0, 1.4}},    {"exact", "cpu", Precision::Bf16, {9.0, {}, 4.0}},
        {"plain", "cpu", Precision::Fp32, {1.5, 1.5, 1.0}},    {"plain", "cpu", Precision::Bf16, {2.0, 1.5, 1.0}},
        {"exact", "cuda", Precision::Fp32, {5.0, 10.0, 1.4}},  {"exact", "cuda", Precision::Tf32, {10.0, 15.0, 2.5}},
        {"exact", "cuda", Precision::Bf16, {10.0, 15.0, 2.5}},
    };
    std::vector<StepCase> cases;
    for (const Row& row : rows)
        for (std::size_t i = 0; i < std::size(columns); ++i) {
            StepCase cell = columns[i].with(row.method);
            cell.device = row.device;
            cell.precision = row.precision;
            cell.target = row.targets[i];
            cases.push_back(cell);
        }
    return cases;
}

std::vector<StepCase> trainedCases()
{
    const StepCase mlp{.method = "exact", .model = "mlp", .shape = {28, 28, 1}, .batch = 64};
    std::vector<StepCase> cases;
    for (const bool saturated : {false, true})
        for (const std::vector<int>& hidden : {std::vector<int>{100}, std::vector<int>{256, 256, 256}}) {
            StepCase cell = mlp;
            cell.hidden = hidden;
            cell.saturated = saturated;
            cases.push_back(cell);
        }
    return cases;
}

std::vector<StepCase> cheaperCases()
{
    std::vector<StepCase> cases;
    for (const StepCase& model : {columns[0], columns[1]})
        for (const char* method : {"lagged", "interval-5", "last-block", "head"})
            cases.push_back(model.with(method));
    return cases;
}

} // namespace reweigh::bench
