// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/TrainParts.h"

#include "core/config/DataSets.h"
#include "core/config/Methods.h"
#include "core/data/recipe/MetaSet.h"
#include "core/engine/methods/MethodFactory.h"
#include "core/engine/models/ClassifierFactory.h"
#include "core/engine/training/HostValues.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace reweigh {

double learningRate(const TrainOptions& options, double epochsDone)
{
    switch (options.schedule) {
    case Schedule::Constant: return options.lr;
    case Schedule::Step: {
        const auto passed = std::ranges::count_if(options.milestones, [&](int milestone) { return milestone <= epochsDone; });
        return options.lr * std::pow(options.lrDecay, double(passed));
    }
    case Schedule::Cosine: return options.lr * 0.5 * (1.0 + std::cos(std::numbers::pi * epochsDone / options.epochs));
    }
    return options.lr;
}

namespace {

/// The number of training samples of each class, [K], by the labels that the job counts.
std::vector<std::int64_t> classCounts(const TrainJob& job)
{
    const DataPlan& plan = *job.plan;
    std::vector<std::int64_t> counts(std::size_t(plan.classes), 0);
    for (const std::uint16_t label : job.training.classCounts == ClassCounts::True ? plan.trueLabel : plan.observedLabel)
        ++counts[label];
    return counts;
}

template <typename T> at::Tensor hostTensor(const std::vector<T>& values, at::ScalarType type)
{
    const at::Tensor tensor = at::empty({std::int64_t(values.size())}, type);
    std::ranges::copy(values, tensor.mutable_data_ptr<T>());
    return tensor;
}

/// Whether the labels that the images came with count as the true ones: for benchmark sets, and where the recipe makes the noise.
bool truthIsKnown(const TrainJob& job)
{
    return !hasOwnLabels(job.data.dataset) || job.data.noiseType != NoiseType::None;
}

bool noiseIsKnown(const TrainJob& job)
{
    const std::size_t classes = std::size_t(job.plan->classes);
    return job.data.noiseType != NoiseType::None && job.plan->transitionAsked.size() == classes * classes;
}

} // namespace

LossContext lossContext(const TrainJob& job, const c10::Device& device)
{
    const std::int64_t classes = job.plan->classes;
    LossContext context{.classCounts = hostTensor(classCounts(job), at::kLong).to(at::TensorOptions(at::kDouble).device(device)),
                        .noiseMatrix = {},
                        .epochs = job.training.epochs};
    if (lossRow(job.training.loss)->estimatesNoise)
        context.noiseMatrix = at::eye(classes, at::TensorOptions(at::kDouble).device(device)); // until there is an estimate
    else if (noiseIsKnown(job))
        context.noiseMatrix = hostTensor(job.plan->transitionAsked, at::kDouble).view({classes, classes}).to(device);
    return context;
}

EpochView epochView(const TrainJob& job, const RunState& state, int epoch)
{
    const std::vector<std::int64_t> labels(job.plan->observedLabel.begin(), job.plan->observedLabel.end());
    EpochView view{.epoch = epoch,
                   .losses = {},
                   .labels = hostTensor(labels, at::kLong),
                   .classCounts = hostTensor(classCounts(job), at::kLong),
                   .weights = {}};
    if (!state.losses.empty() && epoch > 1)
        view.losses = hostTensor(state.losses, at::kFloat);
    if (!state.weights.empty() && epoch > 1)
        view.weights = hostTensor(state.weights, at::kFloat);
    return view;
}

LossCurve lossCurve(const SampleWeighting& weighting, const StepTypes& types, const c10::Device& device)
{
    if (!weighting.seesLossAlone())
        return {};
    return [&weighting, options = at::TensorOptions(types.master).device(device)](std::span<const float> losses) {
        const at::Tensor input = at::tensor(at::ArrayRef<float>(losses.data(), losses.size())).to(options).unsqueeze(1);
        return hostFloats(weighting.weightsAt(input));
    };
}

namespace {

/// Checks the meta set of a job whose weighting learns from one.
Status checkMeta(const TrainJob& job)
{
    if (const Status known = checkMetaSet(*job.plan, job.training.weighting); !known)
        return known;
    const bool pseudo = job.plan->pseudoMetaPerClass > 0;
    if (pseudo && job.training.epochs < 2)
        return Error{ErrorCode::ValueOutOfRange, "epochs",
                     std::to_string(job.training.epochs) + " with meta pseudo, which is chosen after the first", "2 or more"};
    const std::size_t images = pseudo ? job.plan->train.size() : job.plan->meta.size();
    if (images < 2)
        return Error{ErrorCode::ValueOutOfRange, "meta-per-class", std::to_string(images) + " meta images in all", "1.."};
    return {};
}

} // namespace

Status checkNeeds(const MethodRow& row, const TrainJob& job)
{
    if (row.needsMetaSet)
        if (const Status meta = checkMeta(job); !meta)
            return meta;
    if (row.needsNoiseMatrix && !noiseIsKnown(job))
        return Error{ErrorCode::RecipeNotApplicable, row.key, "labels with unknown noise rates", "noise-type"};
    if (usesClassCounts(row) && job.training.classCounts == ClassCounts::True && !truthIsKnown(job))
        return Error{ErrorCode::RecipeNotApplicable, "class-counts true", "labels whose true classes are unknown", "class-counts observed"};
    if (row.needsClassCounts && std::ranges::count(classCounts(job), 0) > 0)
        return Error{ErrorCode::RecipeNotApplicable, row.key,
                     job.training.classCounts == ClassCounts::True ? "a class of which there is no training image"
                                                                   : "a class that no training image is labelled with",
                     "train-limit, imbalance-factor"};
    return {};
}

Result<TrainParts> makeTrainParts(const TrainJob& job)
{
    const TrainOptions& options = job.training;
    Result<DeviceChoice> choice = chooseDevice(options.device);
    if (!choice)
        return choice.error();
    if (const Status status = checkPrecision(options.precision, choice->device); !status)
        return status.error();
    const ImageSet& images = job.source->train;
    Result<Network> network = makeClassifier(options.model, {images.height, images.width, images.channels}, job.source->classes());
    if (!network)
        return network.error();
    Result<std::unique_ptr<SampleLoss>> loss = makeLoss(options);
    if (!loss)
        return loss.error();
    Result<std::unique_ptr<SampleWeighting>> weighting = makeWeighting(options, *network);
    if (!weighting)
        return weighting.error();
    for (const MethodRow* row : {lossRow(options.loss), weightingRow(options.weighting)})
        if (const Status status = checkNeeds(*row, job); !status)
            return status.error();
    if (job.plan->train.size() < 2)
        return Error{ErrorCode::ValueOutOfRange, "train-limit", std::to_string(job.plan->train.size()) + " training images in all", "2.."};
    return TrainParts{std::move(*choice), std::move(*network), std::move(*loss), std::move(*weighting)};
}

} // namespace reweigh
