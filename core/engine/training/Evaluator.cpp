// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Evaluator.h"

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/training/HostValues.h"
#include "core/engine/training/meters/CalibrationMeter.h"
#include "core/engine/training/meters/ClassMeter.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace reweigh {
namespace {

constexpr std::size_t batchSize = 250;

} // namespace

std::optional<SplitFigures> evaluateSplit(const Network& network, const ParamSet& w, ParamSet& running, const BatchSource& batches,
                                          BatchSource::Split split, std::span<const int> sizeGroup, const std::stop_token& stop)
{
    ClassMeter meter(network.classes());
    CalibrationMeter calibration;
    for (std::size_t begin = 0; begin < batches.size(split); begin += batchSize) {
        if (stop.stop_requested())
            return std::nullopt;
        const Batch batch = batches.evaluation(split, begin, std::min(batchSize, batches.size(split) - begin));
        const at::Tensor logits = network.forward(w, running, batch.images, PassMode::Evaluate, nullptr);
        const CrossEntropy outcome = crossEntropy(logits, batch.labels);
        const std::vector<std::int64_t> labels = hostIndices(batch.labels), predicted = hostIndices(outcome.probabilities.argmax(1));
        meter.add(hostFloats(outcome.losses), labels, predicted);
        calibration.add(hostFloats(outcome.probabilities.amax(1)), labels, predicted);
    }
    SplitFigures figures = meter.value(sizeGroup);
    figures.calibrationError = calibration.value();
    return figures;
}

std::optional<TrainingAnswers> answersToTraining(const Network& network, const ParamSet& w, ParamSet& running, const BatchSource& batches,
                                                 std::size_t samples, const std::stop_token& stop)
{
    std::vector<std::uint32_t> positions(samples);
    std::iota(positions.begin(), positions.end(), 0u);
    std::vector<at::Tensor> probabilities, labels;
    for (std::size_t begin = 0; begin < samples; begin += batchSize) {
        if (stop.stop_requested())
            return std::nullopt;
        const Batch batch = batches.unaltered(std::span(positions).subspan(begin, std::min(batchSize, samples - begin)));
        const at::Tensor logits = network.forward(w, running, batch.images, PassMode::Evaluate, nullptr);
        probabilities.push_back(at::softmax(logits, 1, at::kDouble).to(at::kCPU));
        labels.push_back(batch.labels.to(at::kCPU));
    }
    return TrainingAnswers{at::cat(probabilities), at::cat(labels)};
}

} // namespace reweigh
