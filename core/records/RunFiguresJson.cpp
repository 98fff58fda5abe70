// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RunFiguresJson.h"

#include <cmath>
#include <limits>

namespace reweigh {
namespace {

template <typename T>
nlohmann::json number(T value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

template <typename T>
T number(const nlohmann::json& json)
{
    return json.is_null() ? std::numeric_limits<T>::quiet_NaN() : json.get<T>();
}

template <typename Range>
nlohmann::json numbers(const Range& values)
{
    nlohmann::json list = nlohmann::json::array();
    for (const auto value : values)
        list.push_back(number(value));
    return list;
}

template <typename T>
std::vector<T> vectorOf(const nlohmann::json& json)
{
    std::vector<T> values;
    for (const nlohmann::json& entry : json)
        values.push_back(number<T>(entry));
    return values;
}

std::array<double, 3> tripleOf(const nlohmann::json& json)
{
    return {number<double>(json.at(0)), number<double>(json.at(1)), number<double>(json.at(2))};
}

nlohmann::json toJson(const SplitFigures& split)
{
    return {{"loss", number(split.loss)}, {"accuracy", number(split.accuracy)}, {"balanced_accuracy", number(split.balancedAccuracy)},
            {"recall", numbers(split.recall)}, {"many", number(split.many)}, {"medium", number(split.medium)}, {"few", number(split.few)}};
}

SplitFigures splitFromJson(const nlohmann::json& json)
{
    return {.loss = number<double>(json.at("loss")), .accuracy = number<double>(json.at("accuracy")),
            .balancedAccuracy = number<double>(json.at("balanced_accuracy")), .recall = vectorOf<double>(json.at("recall")),
            .many = number<double>(json.at("many")), .medium = number<double>(json.at("medium")), .few = number<double>(json.at("few"))};
}

} // namespace

nlohmann::json toJson(const EpochFigures& epoch)
{
    return {
        {"epoch", epoch.epoch},
        {"train", toJson(epoch.train)},
        {"meta", toJson(epoch.meta)},
        {"validation", toJson(epoch.validation)},
        {"test", toJson(epoch.test)},
        {"curve", {{"loss", numbers(epoch.curve.loss)}, {"weight", numbers(epoch.curve.weight)},
                   {"clean_density", numbers(epoch.curve.cleanDensity)}, {"noisy_density", numbers(epoch.curve.noisyDensity)}}},
        {"detection", {{"auroc", number(epoch.detection.auroc)}, {"average_precision", number(epoch.detection.averagePrecision)},
                       {"auroc_by_group", numbers(epoch.detection.aurocByGroup)},
                       {"mean_clean_weight", numbers(epoch.detection.meanCleanWeight)},
                       {"mean_noisy_weight", numbers(epoch.detection.meanNoisyWeight)}}},
        {"learning_rate", epoch.learningRate},
        {"meta_gradient_norm", number(epoch.metaGradientNorm)},
        {"steps_per_second", number(epoch.stepsPerSecond)},
        {"seconds_elapsed", number(epoch.secondsElapsed)},
        {"seconds_left", number(epoch.secondsLeft)},
    };
}

EpochFigures epochFromJson(const nlohmann::json& json)
{
    const nlohmann::json &curve = json.at("curve"), &detection = json.at("detection");
    return {
        .epoch = json.at("epoch"),
        .train = splitFromJson(json.at("train")),
        .meta = splitFromJson(json.at("meta")),
        .validation = splitFromJson(json.at("validation")),
        .test = splitFromJson(json.at("test")),
        .curve = {.loss = vectorOf<float>(curve.at("loss")), .weight = vectorOf<float>(curve.at("weight")),
                  .cleanDensity = vectorOf<float>(curve.at("clean_density")), .noisyDensity = vectorOf<float>(curve.at("noisy_density"))},
        .detection = {.auroc = number<double>(detection.at("auroc")), .averagePrecision = number<double>(detection.at("average_precision")),
                      .aurocByGroup = tripleOf(detection.at("auroc_by_group")),
                      .meanCleanWeight = tripleOf(detection.at("mean_clean_weight")),
                      .meanNoisyWeight = tripleOf(detection.at("mean_noisy_weight"))},
        .learningRate = json.at("learning_rate"),
        .metaGradientNorm = number<double>(json.at("meta_gradient_norm")),
        .stepsPerSecond = number<double>(json.at("steps_per_second")),
        .secondsElapsed = number<double>(json.at("seconds_elapsed")),
        .secondsLeft = number<double>(json.at("seconds_left")),
    };
}

} // namespace reweigh
