// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StepProfile.h"

#include "core/engine/training/BatchSource.h"

#include <chrono>
#include <numeric>

namespace reweigh::bench {
namespace {

/// Random pixels, ten classes.
std::shared_ptr<const DataSource> randomSource(const ImageShape& shape, std::size_t images)
{
    DataSource source{.name = "bench", .classNames = std::vector<std::string>(10, "class")};
    source.train = {.height = shape.height, .width = shape.width, .channels = shape.channels};
    Rng rng(3, "bench-data");
    source.train.pixels.resize(images * source.train.imageBytes());
    for (std::uint8_t& pixel : source.train.pixels)
        pixel = std::uint8_t(rng.below(256));
    for (std::size_t i = 0; i < images; ++i)
        source.train.labels.push_back(std::uint16_t(i % 10));
    source.test = source.train;
    return std::make_shared<const DataSource>(std::move(source));
}

} // namespace

double dataMilliseconds(const StepCase& which, int steps)
{
    constexpr std::size_t images = 4000, metaImages = 1000;
    const auto source = randomSource(which.shape, images);
    DataPlan plan{.classes = 10};
    plan.train.resize(images - metaImages);
    std::iota(plan.train.begin(), plan.train.end(), 0u);
    plan.trueLabel.assign(source->train.labels.begin(), source->train.labels.begin() + std::ptrdiff_t(plan.train.size()));
    plan.observedLabel = plan.trueLabel;
    plan.meta.resize(metaImages);
    std::iota(plan.meta.begin(), plan.meta.end(), std::uint32_t(plan.train.size()));

    const TrainOptions options = which.options();
    BatchSource batches(source, std::make_shared<const DataPlan>(std::move(plan)), options, stepTypes(which.precision),
                        c10::Device(which.device));
    const auto make = [&](int step) {
        batches.train(batches.positions(1, step), 1, step);
        if (which.method != "plain")
            batches.meta(1, step);
    };
    make(0);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < steps; ++i)
        make(1 + i % (batches.stepsPerEpoch() - 1));
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / steps;
}

} // namespace reweigh::bench
