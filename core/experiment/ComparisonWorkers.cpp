// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ComparisonWorkers.h"

#include "core/experiment/WorkerChoice.h"

#include <algorithm>
#include <cstdio>
#include <thread>

namespace reweigh {
namespace {

/// Where "auto" goes to a GPU, trainings run one after another, and the processor's threads decide nothing.
bool onProcessor(const Engine& engine, const std::string& device)
{
    if (device != "auto")
        return device.starts_with("cpu");
    return std::ranges::none_of(engine.devices(), [](const DeviceInfo& known) { return known.usable && !known.name.starts_with("cpu"); });
}

std::string atOnce(int workers, int threads)
{
    return std::to_string(workers) + (workers == 1 ? " training at a time, " : " trainings at once, ") + std::to_string(threads)
        + (threads == 1 ? " thread each" : " threads each");
}

} // namespace

Result<ComparisonWorkers> chooseComparisonWorkers(const ComparisonRequest& request, Engine& engine, int stored, int runs, const std::stop_token& stop)
{
    const TrainOptions& training = request.config.training;
    if (!onProcessor(engine, training.device))
        return ComparisonWorkers{.reason = "one training at a time on a GPU"};
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    const auto withThreads = [&](int threads, const std::string& why) {
        const int workers = std::max(1, cores / threads);
        return ComparisonWorkers{threads, workers, atOnce(workers, threads) + why};
    };
    if (training.threads > 0)
        return withThreads(training.threads, "");
    if (stored > 0)
        return withThreads(stored, ", as this study's comparison began");
    const Result<WorkerChoice> choice = measureWorkers(request.config, request.data, engine, std::max(2, runs), cores, stop);
    if (!choice)
        return choice.error();
    if (choice->atOnce < 2)
        return withThreads(cores, "");
    char measured[120];
    std::snprintf(measured, sizeof measured, ": measured %.1f steps/s of one alone on %s, %.1f of %d with one thread each", choice->aloneRate,
                  choice->aloneDevice.c_str(), choice->besideRate, choice->atOnce);
    return withThreads(choice->workers > 1 ? 1 : cores, measured);
}

} // namespace reweigh
