// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ArchitectureSpace.h"
#include "core/live/follow/StudyReader.h"

#include <cmath>
#include <memory>
#include <random>

namespace reweigh::test {

/// Makes a study of `trials` random trials in an architecture space of 6 layers at most. A trial's value is a function of its
/// architecture plus noise; every seventh trial is pruned. The same seed gives the same study.
inline std::shared_ptr<StudySnapshot> searchedStudy(int trials, unsigned seed = 1)
{
    const SearchOptions options{
        .layersHigh = 6,
        .nodesHigh = 512,
        .inputs = {"loss", "loss+label", "stage1+label", "stage2+label", "stage3+label", "logits+label", "softmax+label"},
        .standardisations = {Standardise::No}};
    const auto space = searchSpace(options);
    std::mt19937 random(seed);
    const auto unit = [&] { return double(random()) / 4294967296.0; };
    auto study = std::make_shared<StudySnapshot>();
    study->name = "searched";
    study->facts = StudyFacts();
    for (int number = 0; number < trials; ++number) {
        auto trial = std::make_shared<StudyTrial>();
        trial->number = number;
        trial->trialId = number + 1;
        const auto add = [&](const std::string& name, double value) { trial->parameters.push_back({name, space.at(name), value}); };
        const int layers = options.layersLow + int(unit() * (options.layersHigh - options.layersLow + 1));
        add("hidden_layers", layers);
        double logs = 0.0;
        for (int layer = 0; layer < layers; ++layer) {
            const double nodes = std::floor(options.nodesLow * std::pow(double(options.nodesHigh) / options.nodesLow, unit()));
            logs += std::log(nodes);
            add("nodes_" + std::to_string(layer), nodes);
        }
        const double input = std::floor(unit() * double(options.inputs.size()));
        const double rate = options.metaLrLow * std::pow(options.metaLrHigh / options.metaLrLow, unit());
        add("input", input);
        add("activation", std::floor(unit() * 2.0));
        add("meta_lr", rate);
        const double width = logs / layers - std::log(100.0), depth = layers - 3.0, learning = std::log(rate / 1e-3);
        const double noise = (unit() + unit() + unit() - 1.5) * 0.02;
        const double value =
            0.86 - 0.004 * width * width - 0.002 * depth * depth - 0.002 * learning * learning + 0.006 * (input - 3.0) + noise;
        trial->value = value;
        trial->intermediate = {{1, value - 0.1}, {2, value - 0.04}};
        trial->state = number % 7 == 6 ? TrialState::Pruned : TrialState::Complete;
        if (trial->state == TrialState::Pruned)
            trial->value = value - 0.04;
        study->trials.push_back(std::move(trial));
    }
    return study;
}

} // namespace reweigh::test
