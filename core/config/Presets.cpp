// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Presets.h"

#include "core/base/NearestName.h"

namespace reweigh {
namespace {

/// Sized for five minutes on two cores. One thread: for a network this small a second one gains nothing, and with a fixed
/// number the demo gives the same figures on every machine of a kind.
void demo(ExperimentConfig& config)
{
    config.data = {.dataset = "fashion-mnist", .noiseType = NoiseType::Uniform, .noiseRate = 0.4,
                   .imbalanceType = ImbalanceType::Exponential, .imbalanceFactor = 50.0, .metaPerClass = 10, .valPerClass = 100,
                   .trainLimit = 20000};
    config.training = {.model = "small-cnn", .epochs = 5, .batchSize = 64, .metaBatchSize = 100, .lr = 0.1, .threads = 1};
    config.search = {.trials = 12, .armSeeds = 3};
}

void noiseImbalance(ExperimentConfig& config)
{
    config.data.noiseType = NoiseType::Uniform;
    config.data.noiseRate = 0.4;
    config.data.imbalanceType = ImbalanceType::Exponential;
    config.data.imbalanceFactor = 100.0;
}

void mwnetNoise(ExperimentConfig& config)
{
    config.training = {.model = "resnet32", .epochs = 120, .batchSize = 100, .metaBatchSize = 100, .lr = 0.1,
                       .schedule = Schedule::Step, .milestones = {80, 100}};
    config.data.metaPerClass = 100;
}

void mwnetImbalance(ExperimentConfig& config)
{
    config.training = {.model = "resnet32", .epochs = 100, .batchSize = 100, .metaBatchSize = 100, .lr = 0.1, .nesterov = true,
                       .schedule = Schedule::Step, .milestones = {80, 90}, .metaLr = 1e-5,
                       .metaOptimizer = MetaOptimizer::Sgd, .metaWeightDecay = 5e-4};
    config.training.metaNet.normalised = true;
    config.data.metaPerClass = 10;
}

} // namespace

const std::vector<std::string>& presetNames()
{
    static const std::vector<std::string> names = {"demo", "noise-imbalance", "mwnet-noise", "mwnet-imbalance"};
    return names;
}

Status applyPreset(ExperimentConfig& config, const std::string& name)
{
    if (name == "demo")
        demo(config);
    else if (name == "noise-imbalance")
        noiseImbalance(config);
    else if (name == "mwnet-noise")
        mwnetNoise(config);
    else if (name == "mwnet-imbalance")
        mwnetImbalance(config);
    else {
        const std::string nearest = nearestName(name, presetNames());
        return Error{ErrorCode::UnknownValue, "recipe", name, nearest.empty() ? "demo, noise-imbalance, mwnet-noise, mwnet-imbalance" : nearest};
    }
    return {};
}

} // namespace reweigh
