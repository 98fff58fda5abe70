// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recipe/DataPlan.h"

#include "core/base/Json.h"
#include "core/base/JsonText.h"
#include "core/base/NumberText.h"
#include "core/config/DataSets.h"
#include "core/data/recipe/ClassDraw.h"
#include "core/data/recipe/Fingerprint.h"
#include "core/data/recipe/LabelNoise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>

namespace reweigh {
namespace {

nlohmann::json rows(const std::vector<double>& matrix, std::size_t classes)
{
    nlohmann::json list = nlohmann::json::array();
    for (std::size_t i = 0; i < classes; ++i) {
        const auto row = matrix.begin() + std::ptrdiff_t(i * classes);
        list.push_back(std::vector<double>(row, row + std::ptrdiff_t(classes)));
    }
    return list;
}

} // namespace

nlohmann::json dataPlanJson(const DataPlan& plan, const std::vector<std::string>& classNames)
{
    static constexpr std::array groupNames = {"many", "medium", "few"};
    const DataPlanInfo info = describe(plan);
    const std::size_t classes = static_cast<std::size_t>(plan.classes);
    nlohmann::json perClass = nlohmann::json::array();
    for (std::size_t c = 0; c < classes; ++c)
        perClass.push_back({{"name", classNames.at(c)},
                            {"true", info.trueCount[c]},
                            {"observed", info.observedCount[c]},
                            {"right", info.rightCount[c]},
                            {"purity", numberOrNull(info.purity[c])},
                            {"group", groupNames[static_cast<std::size_t>(info.sizeGroup[c])]}});
    return {{"train", plan.train.size()},
            {"meta", plan.meta.size()},
            {"validation", plan.validation.size()},
            {"classes", std::move(perClass)},
            {"data", toJson(plan.changes)},
            {"transition_asked", rows(plan.transitionAsked, classes)},
            {"transition_obtained", rows(info.transitionObtained, classes)},
            {"actual_noise_rate", info.actualNoiseRate},
            {"set_imbalance", numberOrNull(info.imbalanceBefore)},
            {"true_imbalance", numberOrNull(info.trueImbalance)},
            {"observed_imbalance", numberOrNull(info.observedImbalance)},
            {"fingerprint", nlohmann::json::parse(plan.fingerprintJson)},
            {"fingerprint_code", plan.fingerprintCode}};
}

nlohmann::json dataSetJson(const DataSource& source)
{
    nlohmann::json classes = nlohmann::json::array();
    for (int c = 0; c < source.classes(); ++c)
        classes.push_back({{"name", source.classNames[std::size_t(c)]},
                           {"train_images", std::ranges::count(source.train.labels, c)},
                           {"test_images", std::ranges::count(source.test.labels, c)}});
    return {{"name", source.name},
            {"note", source.note},
            {"height", source.train.height},
            {"width", source.train.width},
            {"channels", source.train.channels},
            {"train_images", source.train.size()},
            {"test_images", source.test.size()},
            {"test_from", source.testChecked    ? "clean"
                          : source.testSplitOff ? "fifth"
                                                : "given"},
            {"checked_images", source.checked.size() + (source.testChecked ? source.test.size() : 0)},
            {"classes", std::move(classes)}};
}

namespace {

Error outOfRange(const char* key, const std::string& value, const std::string& allowed)
{
    return {ErrorCode::ValueOutOfRange, key, value, allowed};
}

Status checkOptions(const DataOptions& options, const LabelView& labels)
{
    if (!(options.noiseRate >= 0.0 && options.noiseRate <= 1.0)) // so that NaN fails
        return outOfRange("noise-rate", numberText(options.noiseRate), "a number from 0 to 1");
    if (!(options.imbalanceFactor >= 1.0) || std::isinf(options.imbalanceFactor))
        return outOfRange("imbalance-factor", numberText(options.imbalanceFactor), "a finite number from 1 up");
    if (options.metaPerClass < 0)
        return outOfRange("meta-per-class", std::to_string(options.metaPerClass), "0 or more");
    if (options.valPerClass < 0)
        return outOfRange("val-per-class", std::to_string(options.valPerClass), "0 or more");
    if (options.trainLimit < 0 || (options.trainLimit > 0 && options.trainLimit < labels.classes))
        return outOfRange("train-limit", std::to_string(options.trainLimit),
                          "0 for all, or at least one for each of the " + std::to_string(labels.classes) + " classes");
    return {};
}

Status checkLabels(const LabelView& labels)
{
    if (labels.classes < 2 || (!labels.superclass.empty() && labels.superclass.size() != labels.labels.size()))
        throw std::invalid_argument("makeDataPlan: fewer than two classes, or superclasses of other images");
    if (labels.file && (labels.file->observed.size() != labels.labels.size() || labels.file->truth.size() != labels.labels.size()))
        throw std::invalid_argument("makeDataPlan: a label file of other images");
    const auto bad = std::find_if(labels.labels.begin(), labels.labels.end(), [&](std::uint16_t label) { return label >= labels.classes; });
    if (bad != labels.labels.end())
        return Error{ErrorCode::LabelOutOfRange, labels.dataset,
                     "label " + std::to_string(*bad) + " at image " + std::to_string(bad - labels.labels.begin()),
                     "0 to " + std::to_string(labels.classes - 1)};
    return {};
}

/// Fills plan.meta and plan.validation, each grouped by class, and returns the other images, ascending. One must be left per class.
Result<std::vector<std::uint32_t>> holdOut(DataPlan& plan, const DataOptions& options, const LabelView& labels)
{
    std::vector<std::uint32_t> all(labels.labels.size());
    std::iota(all.begin(), all.end(), 0u);
    const bool fromChecked = !labels.checked.empty();
    const std::vector<std::size_t> members = countByClass(all, labels.labels, labels.classes);
    const ImagesByClass drawn = drawByClass(fromChecked ? labels.checked : std::span<const std::uint32_t>(all), labels.labels,
                                            labels.classes, options.seed, "meta-validation");
    const auto meta = std::ptrdiff_t(options.metaSource == MetaSource::Pseudo ? 0 : options.metaPerClass);
    const auto held = meta + options.valPerClass;
    std::vector<bool> isHeld(all.size(), false);
    for (std::size_t c = 0; c < drawn.size(); ++c) {
        const std::vector<std::uint32_t>& candidates = drawn[c];
        if (held >= std::ptrdiff_t(members[c]))
            return Error{ErrorCode::SplitTooLarge, std::to_string(c), std::to_string(held), std::to_string(members[c])};
        if (held > std::ptrdiff_t(candidates.size()))
            return Error{ErrorCode::CheckedTooFew, std::to_string(c), std::to_string(held), std::to_string(candidates.size())};
        plan.meta.insert(plan.meta.end(), candidates.begin(), candidates.begin() + meta);
        plan.validation.insert(plan.validation.end(), candidates.begin() + meta, candidates.begin() + held);
        std::for_each(candidates.begin(), candidates.begin() + held, [&](std::uint32_t image) { isHeld[image] = true; });
    }
    std::erase_if(all, [&](std::uint32_t image) { return isHeld[image]; });
    return all;
}

/// What is known of the labels of the images that are held out; of a user's own data also how many of them are test images.
HeldOutLabels heldOutLabels(const DataOptions& options, const LabelView& labels, bool truthOfFile)
{
    using namespace label_origin;
    const bool own = hasOwnLabels(labels.dataset), stated = own && options.clean == everyLabelIsRight;
    const char* const usual = !own || truthOfFile ? known : stated ? label_origin::stated : unchecked;
    HeldOutLabels origin;
    origin.validation = own && !labels.checked.empty() ? checked : usual;
    origin.meta = options.metaSource == MetaSource::Pseudo ? pseudo : origin.validation;
    if (own && !labels.testLabels.empty()) {
        std::vector<int> ofClass(std::size_t(labels.classes));
        for (const std::uint16_t label : labels.testLabels)
            if (label < ofClass.size())
                ++ofClass[label];
        origin.testImages = int(labels.testLabels.size());
        origin.testImagesFewest = *std::ranges::min_element(ofClass);
    }
    origin.test = !own ? known : !labels.testSplitOff ? given : labels.testChecked ? checked : stated ? label_origin::stated : unchecked;
    return origin;
}

std::vector<std::uint32_t> limited(std::vector<std::uint32_t> pool, const DataOptions& options, const LabelView& labels)
{
    const auto limit = static_cast<std::size_t>(options.trainLimit);
    if (limit == 0 || limit >= pool.size())
        return pool;
    const auto quota = evenQuota(countByClass(pool, labels.labels, labels.classes), limit);
    return takeFront(drawByClass(pool, labels.labels, labels.classes, options.seed, "limit"), quota);
}

/// Keeps the images of `pool` that the imbalance asks for. `label`: the true or observed class of every image of the set.
Result<std::vector<std::uint32_t>> imbalanced(std::span<const std::uint32_t> pool, std::span<const std::uint16_t> label,
                                              const DataOptions& options, int classes)
{
    const auto quota = imbalancedQuota(options, countByClass(pool, label, classes));
    if (!quota)
        return quota.error();
    return takeFront(drawByClass(pool, label, classes, options.seed, "imbalance"), *quota);
}

/// The observed label of every image of the set, and the transition matrix that it was drawn by.
struct Noisy {
    std::vector<std::uint16_t> observed;
    std::vector<double> transition; ///< empty for labels from a file: it follows from the images that are kept
};

/// `kept`: the images on which noise is applied; only the sizes of their classes matter.
Result<Noisy> noisy(const DataOptions& options, const LabelView& labels, std::span<const std::uint32_t> kept)
{
    if (options.noiseType == NoiseType::File)
        return Noisy{.observed = labels.file->observed, .transition = {}};
    Result<std::vector<double>> transition = transitionMatrix(options, labels, countByClass(kept, labels.labels, labels.classes));
    if (!transition)
        return transition.error();
    std::vector<std::uint16_t> observed = drawObserved(labels.labels, *transition, labels.classes, options.seed);
    return Noisy{std::move(observed), std::move(*transition)};
}

/// Takes the images out of plan.train that are not to be trained on.
Status leaveOut(DataPlan& plan, const DataOptions& options, const LabelView& labels, std::span<const std::uint16_t> observed)
{
    if (labels.leftOut.empty())
        return {};
    const std::vector<std::size_t> before = countByClass(plan.train, observed, labels.classes);
    plan.changes.leftOutByList =
        std::erase_if(plan.train, [&](std::uint32_t image) { return std::ranges::binary_search(labels.leftOut, image); });
    const std::vector<std::size_t> after = countByClass(plan.train, observed, labels.classes);
    const std::vector<std::string>& names = labels.fingerprint.classNames; // none where there are only labels
    for (std::size_t c = 0; c < after.size(); ++c)
        if (before[c] > 0 && after[c] == 0)
            return outOfRange("leave-out", options.leaveOut,
                              "a list that leaves images of every class; this one leaves none labelled as class "
                                  + (c < names.size() ? names[c] : std::to_string(c)));
    return {};
}

} // namespace

Result<DataPlan> makeDataPlan(const DataOptions& options, const LabelView& given)
{
    if (const Status status = checkOptions(options, given); !status)
        return status.error();
    if (const Status status = checkLabels(given); !status)
        return status.error();
    const bool fromFile = options.noiseType == NoiseType::File;
    if (fromFile && !given.file)
        return Error{ErrorCode::MissingOption, "labels", {}, {}};

    DataPlan plan;
    plan.classes = given.classes;
    LabelView labels = given; // with the true labels
    if (fromFile && !given.file->trueColumn.empty()) {
        plan.truthOfFile = given.file->truth;
        labels.labels = plan.truthOfFile;
    }
    plan.sizeBefore.assign(std::size_t(labels.classes), 0);
    for (const std::uint16_t label : labels.labels)
        ++plan.sizeBefore[label];
    plan.changes.labels = heldOutLabels(options, labels, !plan.truthOfFile.empty());
    if (options.metaSource == MetaSource::Pseudo)
        plan.pseudoMetaPerClass = options.metaPerClass;
    Result<std::vector<std::uint32_t>> pool = holdOut(plan, options, labels);
    if (!pool)
        return pool.error();
    const std::size_t most = pool->size();
    Result<std::vector<std::uint32_t>> train = limited(std::move(*pool), options, labels);
    plan.changes.leftOutByLimit = most - train->size();
    const std::size_t beforeImbalance = train->size();

    const bool imbalanceFirst = options.order == ShiftOrder::ImbalanceThenNoise;
    if (imbalanceFirst)
        train = imbalanced(*train, labels.labels, options, labels.classes);
    if (!train)
        return train.error();
    Result<Noisy> noise = noisy(options, labels, *train);
    if (!noise)
        return noise.error();
    const std::vector<std::uint16_t>& observed = noise->observed;
    if (!imbalanceFirst)
        train = imbalanced(*train, observed, options, labels.classes);
    if (!train)
        return train.error();

    plan.changes.leftOutByImbalance = beforeImbalance - train->size();
    plan.train = std::move(*train);
    if (const Status left = leaveOut(plan, options, labels, observed); !left)
        return left.error();
    plan.transitionAsked = fromFile ? countedTransition(plan.train, labels.labels, observed, labels.classes) : std::move(noise->transition);
    if (options.trainOnMeta) {
        plan.train.insert(plan.train.end(), plan.meta.begin(), plan.meta.end());
        std::ranges::sort(plan.train);
    }
    const std::set<std::uint32_t> untouched(plan.meta.begin(), plan.meta.end());
    for (const std::uint32_t image : plan.train) {
        plan.trueLabel.push_back(labels.labels[image]);
        plan.observedLabel.push_back(untouched.contains(image) ? labels.labels[image] : observed[image]);
        plan.changes.labelsChanged += plan.observedLabel.back() != labels.labels[image];
    }
    plan.changes.train = plan.train.size();
    plan.changes.heldOut = labels.labels.size() - plan.train.size() - plan.changes.leftOut();
    takeFingerprint(plan, options, given);
    return plan;
}

namespace {

double imbalanceOf(const std::vector<int>& counts)
{
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    return *least > 0 ? double(*most) / *least : std::numeric_limits<double>::infinity();
}

/// Divides the classes into thirds by image count: group 0 has the largest ones. Classes of equal count rank in order of their index.
std::vector<int> sizeGroups(const std::vector<int>& counts)
{
    std::vector<std::size_t> ranked(counts.size());
    std::iota(ranked.begin(), ranked.end(), std::size_t(0));
    std::stable_sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    std::vector<int> group(counts.size());
    for (std::size_t rank = 0; rank < ranked.size(); ++rank)
        group[ranked[rank]] = static_cast<int>(3 * rank / ranked.size());
    return group;
}

} // namespace

DataPlanInfo describe(const DataPlan& plan)
{
    const std::size_t k = static_cast<std::size_t>(plan.classes);
    std::vector<int> joint(k * k, 0); // [true][observed]
    for (std::size_t i = 0; i < plan.train.size(); ++i)
        ++joint[plan.trueLabel[i] * k + plan.observedLabel[i]];

    DataPlanInfo info;
    info.trueCount.assign(k, 0);
    info.observedCount.assign(k, 0);
    info.transitionObtained.assign(k * k, 0.0);
    int right = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            info.trueCount[i] += joint[i * k + j];
            info.observedCount[j] += joint[i * k + j];
        }
        info.rightCount.push_back(joint[i * k + i]);
        right += joint[i * k + i];
    }
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k && info.trueCount[i] > 0; ++j)
            info.transitionObtained[i * k + j] = double(joint[i * k + j]) / info.trueCount[i];
        info.purity.push_back(info.observedCount[i] > 0 ? double(info.rightCount[i]) / info.observedCount[i]
                                                        : std::numeric_limits<double>::quiet_NaN());
    }
    info.actualNoiseRate = plan.train.empty() ? 0.0 : 1.0 - double(right) / double(plan.train.size());
    info.trueImbalance = imbalanceOf(info.trueCount);
    info.observedImbalance = imbalanceOf(info.observedCount);
    info.imbalanceBefore = plan.sizeBefore.empty() ? info.trueImbalance : imbalanceOf(plan.sizeBefore);
    info.sizeGroup = sizeGroups(info.observedCount);
    return info;
}

} // namespace reweigh
