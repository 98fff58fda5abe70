// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runfiles/RunFiguresJson.h"

#include "core/base/JsonText.h"
#include "core/base/PythonJson.h"

#include <cmath>
#include <limits>

namespace reweigh {
namespace {

/// A figure that there is none of is NaN, and null here; an infinite one has its name, as in `--json`.
template <typename T> nlohmann::json figureJson(T value)
{
    return std::isnan(value) ? nlohmann::json(nullptr) : withNamedNumbers(value);
}

/// The inverse. Earlier versions wrote null for infinities, too.
template <typename T> T figureOf(const nlohmann::json& json)
{
    if (json.is_string())
        for (const T infinite : {std::numeric_limits<T>::infinity(), -std::numeric_limits<T>::infinity()})
            if (json == withNamedNumbers(infinite))
                return infinite;
    return numberFromJson<T>(json);
}

template <typename Range> nlohmann::json numbers(const Range& values)
{
    nlohmann::json list = nlohmann::json::array();
    for (const auto value : values)
        list.push_back(figureJson(value));
    return list;
}

template <typename T> std::vector<T> vectorOf(const nlohmann::json& json)
{
    std::vector<T> values;
    for (const nlohmann::json& entry : json)
        values.push_back(figureOf<T>(entry));
    return values;
}

/// The figures per epoch belong together by their place in the lists. Throws nlohmann::json::exception if `fits` is false.
void demand(bool fits, const char* what)
{
    if (!fits)
        throw nlohmann::json::other_error::create(501, std::string(what) + " has lists of other lengths than it must have", nullptr);
}

std::array<double, 3> tripleOf(const nlohmann::json& json)
{
    return {figureOf<double>(json.at(0)), figureOf<double>(json.at(1)), figureOf<double>(json.at(2))};
}

nlohmann::json toJson(const WeightDistribution& distribution)
{
    nlohmann::json groups = nlohmann::json::array();
    for (const auto& [right, wrong] : distribution.counts)
        groups.push_back({right, wrong});
    return groups;
}

/// Runs of earlier versions have no weight distribution or no feature map; it is then empty. Nor do they have a range of the weights:
/// their bins end at 1.
WeightDistribution weightDistributionFromJson(const nlohmann::json& epoch)
{
    WeightDistribution distribution;
    if (const auto range = epoch.find("weight_range"); range != epoch.end()) {
        distribution.upper = range->at("upper");
        distribution.mean = figureOf<double>(range->at("mean"));
        distribution.low = figureOf<double>(range->at("low"));
        distribution.high = figureOf<double>(range->at("high"));
    }
    const nlohmann::json& groups = renamedMember(epoch, "weight_distribution", "anatomy");
    if (!groups.is_null())
        for (std::size_t group = 0; group < distribution.counts.size(); ++group)
            for (std::size_t wrong = 0; wrong < 2; ++wrong)
                distribution.counts[group][wrong] = groups.at(group).at(wrong).get<WeightDistribution::Counts>();
    for (const auto& group : distribution.counts)
        for (const WeightDistribution::Counts& counts : group)
            demand(counts.empty() || counts.size() == std::size_t(weightBins), "weight_distribution");
    return distribution;
}

WeightShares sharesFromJson(const nlohmann::json& epoch)
{
    const auto shares = epoch.find("weight_shares");
    if (shares == epoch.end())
        return {};
    return {.wrongness = figureOf<double>(shares->at("wrongness")),
            .size = figureOf<double>(shares->at("size")),
            .interaction = figureOf<double>(shares->at("interaction"))};
}

nlohmann::json toJson(const FeatureMap& map)
{
    return {{"first", numbers(map.first)},
            {"second", numbers(map.second)},
            {"weight", numbers(map.weight)},
            {"wrong", map.wrong},
            {"explained", numbers(map.explained)}};
}

FeatureMap featuresFromJson(const nlohmann::json& epoch)
{
    const auto map = epoch.find("features");
    if (map == epoch.end())
        return {};
    const nlohmann::json& explained = map->at("explained");
    FeatureMap features{.first = vectorOf<float>(map->at("first")),
                        .second = vectorOf<float>(map->at("second")),
                        .weight = vectorOf<float>(map->at("weight")),
                        .wrong = map->at("wrong").get<std::vector<std::uint8_t>>(),
                        .explained = {figureOf<double>(explained.at(0)), figureOf<double>(explained.at(1))}};
    const std::size_t points = features.first.size();
    demand(features.second.size() == points && features.weight.size() == points && features.wrong.size() == points, "features");
    return features;
}

/// A number that runs of earlier versions do not have: NaN without the member.
double numberIn(const nlohmann::json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() ? std::numeric_limits<double>::quiet_NaN() : figureOf<double>(*found);
}

/// Runs of the first version have no counts: null is read as 0.
int countOf(const nlohmann::json& count)
{
    return count.is_null() ? 0 : count.get<int>();
}

nlohmann::json toJson(const SplitFigures& split)
{
    return {{"loss", figureJson(split.loss)},
            {"accuracy", figureJson(split.accuracy)},
            {"balanced_accuracy", figureJson(split.balancedAccuracy)},
            {"recall", numbers(split.recall)},
            {"many", figureJson(split.many)},
            {"medium", figureJson(split.medium)},
            {"few", figureJson(split.few)},
            {"calibration_error", figureJson(split.calibrationError)}};
}

WeightCurve curveFromJson(const nlohmann::json& json)
{
    WeightCurve curve{.loss = vectorOf<float>(json.at("loss")),
                      .weight = vectorOf<float>(json.at("weight")),
                      .rightDensity = vectorOf<float>(requiredMember(json, "right_density", "clean_density")),
                      .wrongDensity = vectorOf<float>(requiredMember(json, "wrong_density", "noisy_density")),
                      .right = countOf(renamedMember(json, "right", "clean")),
                      .wrong = countOf(renamedMember(json, "wrong", "noisy"))};
    const std::size_t points = curve.loss.size();
    demand(curve.weight.size() == points && curve.rightDensity.size() == points && curve.wrongDensity.size() == points, "curve");
    return curve;
}

SplitFigures splitFromJson(const nlohmann::json& json)
{
    return {.loss = figureOf<double>(json.at("loss")),
            .accuracy = figureOf<double>(json.at("accuracy")),
            .balancedAccuracy = figureOf<double>(json.at("balanced_accuracy")),
            .recall = vectorOf<double>(json.at("recall")),
            .many = figureOf<double>(json.at("many")),
            .medium = figureOf<double>(json.at("medium")),
            .few = figureOf<double>(json.at("few")),
            .calibrationError = numberIn(json, "calibration_error")};
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
        {"curve",
         {{"loss", numbers(epoch.curve.loss)},
          {"weight", numbers(epoch.curve.weight)},
          {"right_density", numbers(epoch.curve.rightDensity)},
          {"wrong_density", numbers(epoch.curve.wrongDensity)},
          {"right", epoch.curve.right},
          {"wrong", epoch.curve.wrong}}},
        {"detection",
         {{"auroc", figureJson(epoch.detection.auroc)},
          {"average_precision", figureJson(epoch.detection.averagePrecision)},
          {"auroc_by_group", numbers(epoch.detection.aurocByGroup)},
          {"average_precision_by_group", numbers(epoch.detection.averagePrecisionByGroup)},
          {"mean_right_weight", numbers(epoch.detection.meanRightWeight)},
          {"mean_wrong_weight", numbers(epoch.detection.meanWrongWeight)}}},
        {"weight_distribution", toJson(epoch.distribution)},
        {"weight_range",
         {{"upper", epoch.distribution.upper},
          {"mean", figureJson(epoch.distribution.mean)},
          {"low", figureJson(epoch.distribution.low)},
          {"high", figureJson(epoch.distribution.high)}}},
        {"weight_shares",
         {{"wrongness", figureJson(epoch.shares.wrongness)},
          {"size", figureJson(epoch.shares.size)},
          {"interaction", figureJson(epoch.shares.interaction)}}},
        {"features", toJson(epoch.features)},
        {"learning_rate", epoch.learningRate},
        {"meta_gradient_norm", figureJson(epoch.metaGradientNorm)},
        {"steps_per_second", figureJson(epoch.stepsPerSecond)},
        {"seconds_elapsed", figureJson(epoch.secondsElapsed)},
        {"seconds_left", figureJson(epoch.secondsLeft)},
    };
}

EpochFigures epochFromJson(const nlohmann::json& json)
{
    const nlohmann::json& detection = json.at("detection");
    return {
        .epoch = json.at("epoch"),
        .train = splitFromJson(json.at("train")),
        .meta = splitFromJson(json.at("meta")),
        .validation = splitFromJson(json.at("validation")),
        .test = splitFromJson(json.at("test")),
        .curve = curveFromJson(json.at("curve")),
        .detection = {.auroc = figureOf<double>(detection.at("auroc")),
                      .averagePrecision = figureOf<double>(detection.at("average_precision")),
                      .aurocByGroup = tripleOf(detection.at("auroc_by_group")),
                      .averagePrecisionByGroup = detection.contains("average_precision_by_group")
                                                     ? tripleOf(detection.at("average_precision_by_group"))
                                                     : NoiseDetection().averagePrecisionByGroup,
                      .meanRightWeight = tripleOf(requiredMember(detection, "mean_right_weight", "mean_clean_weight")),
                      .meanWrongWeight = tripleOf(requiredMember(detection, "mean_wrong_weight", "mean_noisy_weight"))},
        .distribution = weightDistributionFromJson(json),
        .shares = sharesFromJson(json),
        .features = featuresFromJson(json),
        .learningRate = json.at("learning_rate"),
        .metaGradientNorm = figureOf<double>(json.at("meta_gradient_norm")),
        .stepsPerSecond = figureOf<double>(json.at("steps_per_second")),
        .secondsElapsed = figureOf<double>(json.at("seconds_elapsed")),
        .secondsLeft = figureOf<double>(json.at("seconds_left")),
    };
}

} // namespace reweigh
