// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Evaluator.h"

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/training/HostValues.h"
#include "core/engine/training/meters/ClassMeter.h"

#include <algorithm>

namespace reweigh {

std::optional<SplitFigures> evaluateSplit(const Network& network, const ParamSet& w, ParamSet& running, const BatchSource& batches,
                                          BatchSource::Split split, std::span<const int> sizeGroup, const std::stop_token& stop)
{
    constexpr std::size_t batchSize = 250;
    ClassMeter meter(network.classes());
    for (std::size_t begin = 0; begin < batches.size(split); begin += batchSize) {
        if (stop.stop_requested())
            return std::nullopt;
        const Batch batch = batches.evaluation(split, begin, std::min(batchSize, batches.size(split) - begin));
        const at::Tensor logits = network.forward(w, running, batch.images, PassMode::Evaluate, nullptr);
        const CrossEntropy outcome = crossEntropy(logits, batch.labels);
        meter.add(hostFloats(outcome.losses), hostIndices(batch.labels), hostIndices(outcome.probabilities.argmax(1)));
    }
    return meter.value(sizeGroup);
}

} // namespace reweigh
