// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recipe/Fingerprint.h"

#include "core/base/Json.h"
#include "core/config/DataSets.h"
#include "core/config/Names.h"
#include "core/data/readers/SourceFingerprint.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>

namespace reweigh {
namespace {

nlohmann::json member(const nlohmann::json& object, const char* key)
{
    return object.is_object() ? object.value(key, nlohmann::json()) : nlohmann::json();
}

/// Whether two objects have the same value, or none, under each of `keys`.
bool agree(const nlohmann::json& one, const nlohmann::json& other, std::initializer_list<const char*> keys)
{
    return std::ranges::all_of(keys, [&](const char* key) { return member(one, key) == member(other, key); });
}

/// A readable form of a JSON value, "none" if there is none; of a list the first five entries: "cat, dog, owl, fox, bear and 95 more".
std::string wordsOf(const nlohmann::json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return "none";
    if (!value.is_array())
        return value.dump();
    constexpr std::size_t most = 5;
    std::string words;
    for (std::size_t i = 0; i < value.size() && i < most; ++i)
        words += (i ? ", " : "") + wordsOf(value[i]);
    return value.size() > most ? words + " and " + std::to_string(value.size() - most) + " more" : words;
}

} // namespace

bool fingerprintKnowsPixels(const nlohmann::json& fingerprint)
{
    return member(member(fingerprint, "dataset"), "pixels").is_string();
}

std::optional<std::string> otherDataSetting(const nlohmann::json& one, const nlohmann::json& other)
{
    const nlohmann::json a = member(one, "dataset"), b = member(other, "dataset");
    if (!fingerprintKnowsPixels(one) || !fingerprintKnowsPixels(other)) {
        if (a.is_object() && b.is_object() && !agree(a, b, {"name", "classes", "count", "labels"}))
            return "data-dir";
        return std::nullopt;
    }
    const nlohmann::json recipe = member(one, "recipe"), another = member(other, "recipe");
    const bool sameChecked = agree(recipe, another, {"clean", "clean-sha256"});
    if (a == b)
        return !sameChecked ? "clean" : agree(recipe, another, {"leave-out-sha256"}) ? "" : "leave-out";
    // The folder of a file is its class, so other labels of the same files are corrections in the list.
    const bool sameFiles = member(a, "files").is_string() && agree(a, b, {"files", "pixels", "orientation", "class-names"});
    // Where test images are taken from the checked ones, another list makes other images test images.
    const auto testsAreChecked = [](const nlohmann::json& fingerprint) {
        return member(member(fingerprint, "effect"), "test-labels") == label_origin::checked;
    };
    const bool otherSplit = !sameChecked && testsAreChecked(one) && testsAreChecked(other) && agree(a, b, {"class-names", "image"});
    return sameFiles || otherSplit ? "clean" : "data-dir";
}

FingerprintComparison compareFingerprints(const nlohmann::json& theirs, const nlohmann::json& ours)
{
    FingerprintComparison result{.pixelsKnown = fingerprintKnowsPixels(theirs)};
    const nlohmann::json there = member(theirs, "dataset"), here = member(ours, "dataset");
    const auto check = [&](const char* key, const std::string& name, bool readable) {
        const nlohmann::json a = member(there, key), b = member(here, key);
        if (a == b)
            return;
        result.differs += (result.differs.empty() ? "" : ", ") + name;
        if (readable)
            result.differs += " (" + wordsOf(a) + " there; " + wordsOf(b) + " here)";
    };
    check("name", "data set", true);
    check("classes", "number of classes", true);
    check("count", "number of training images", true);
    if (result.pixelsKnown) {
        check("class-names", "class names", true);
        check("image", "image size", true);
        check("orientation", "exif-orientation", false);
        check("pixels", "pixels", false);
        check("files", "file names", false);
        check("test-labels", "labels of the test images", false);
    }
    check("labels", "labels of the training images", false);
    if (!result.pixelsKnown && !result.differs.empty() && member(here, "name") == "folder")
        result.differs += "; earlier versions kept another fifth of a folder without test images for testing";
    const nlohmann::json before = member(theirs, "recipe"), now = member(ours, "recipe");
    // Trainings that choose their meta set do so whatever is said of the labels: it would be said of figures, and change none.
    const bool onlySaid = member(now, "meta") == nameOf(MetaSource::Pseudo) && !agree(before, now, {"clean"});
    if (!result.differs.empty() || (member(theirs, "arrays") == member(ours, "arrays") && !onlySaid))
        return result;
    std::set<std::string> keys; // a setting without effect is left out of either
    for (const nlohmann::json* recipe : {&before, &now})
        for (const auto& [key, value] : recipe->items())
            keys.insert(key);
    for (const std::string& key : keys) {
        const nlohmann::json a = member(before, key.c_str()), b = member(now, key.c_str());
        if (a != b)
            result.differs += (result.differs.empty() ? "" : ", ") + key + " (" + wordsOf(a) + " there; " + wordsOf(b) + " here)";
    }
    if (result.differs.empty())
        result.differs = "the training images or their labels, although data and recipe are the same";
    return result;
}

namespace {

/// To be raised whenever the same options give other arrays than before, or the code covers more than before.
constexpr int recipeVersion = 2;

std::string labelBytes(const LabelView& labels)
{
    std::string bytes;
    appendNumber(bytes, std::uint64_t(labels.classes), 8);
    appendNumbers(bytes, labels.labels);
    appendNumbers(bytes, labels.superclass);
    return bytes;
}

/// Crockford's base 32 of the first 40 bits: 8 digits, without I, L, O and U.
std::string shortCode(const Sha256::Digest& digest)
{
    static constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i)
        bits = bits << 8 | digest[i];
    std::string code;
    for (int shift = 35; shift >= 0; shift -= 5) {
        code += digits[bits >> shift & 31];
        if (shift == 20)
            code += '-';
    }
    return code;
}

/// A whole number becomes a JSON integer, so that 50 and 50.0 give the same text.
nlohmann::json number(double value)
{
    constexpr double exact = 9007199254740992.0;
    return std::floor(value) == value && value < exact ? nlohmann::json(static_cast<std::int64_t>(value)) : nlohmann::json(value);
}

/// The settings that have an effect. A setting without one (a noise rate where there is no noise) is left out, since it would give
/// equal recipes different fingerprints.
nlohmann::json settings(const DataOptions& options, const LabelView& labels)
{
    const LabelFile* const file = labels.file;
    nlohmann::json json = {{"meta-per-class", options.metaPerClass}, {"seed", options.seed}, {"val-per-class", options.valPerClass}};
    const bool fromFile = options.noiseType == NoiseType::File;
    const bool noisy = fromFile || (options.noiseType != NoiseType::None && options.noiseRate > 0.0);
    const bool imbalanced = options.imbalanceType != ImbalanceType::None && options.imbalanceFactor > 1.0;
    json["noise-type"] = nameOf(noisy ? options.noiseType : NoiseType::None);
    if (noisy && !fromFile)
        json["noise-rate"] = number(options.noiseRate);
    if (fromFile) { // by what it holds: where it lies decides nothing
        json["labels-sha256"] = file->sha256;
        json["label-column"] = file->column;
        if (!file->trueColumn.empty())
            json["true-label-column"] = file->trueColumn;
    }
    json["imbalance-type"] = nameOf(imbalanced ? options.imbalanceType : ImbalanceType::None);
    if (imbalanced) {
        json["imbalance-factor"] = number(options.imbalanceFactor);
        json["shuffle-classes"] = options.shuffleClasses;
    }
    if (noisy && imbalanced)
        json["order"] = nameOf(options.order);
    if (options.metaSource == MetaSource::Pseudo)
        json["meta"] = nameOf(options.metaSource);
    else if (options.trainOnMeta)
        json["train-on-meta"] = true;
    if (hasOwnLabels(labels.dataset) && options.clean == everyLabelIsRight)
        json["clean"] = everyLabelIsRight;
    if (!labels.checked.empty()) {
        std::string bytes;
        appendNumbers(bytes, labels.checked);
        json["clean-sha256"] = hexOf(sha256(bytes));
    }
    if (!labels.leftOut.empty()) {
        std::string bytes;
        appendNumbers(bytes, labels.leftOut);
        json["leave-out-sha256"] = hexOf(sha256(bytes));
    }
    if (options.trainLimit > 0)
        json["train-limit"] = options.trainLimit;
    return json;
}

/// The bytes whose hash the short code is taken from: they cover the arrays and the images they belong to.
std::string codeBytes(const std::string& arrays, const SourceFingerprint& print)
{
    std::string bytes = "reweigh data 2\n";
    for (const std::string& part : {arrays, print.pixels, print.testLabels, print.files, print.image})
        bytes += part + '\n';
    appendTexts(bytes, print.classNames);
    return bytes;
}

nlohmann::json dataSetJson(const LabelView& labels, const std::string& labelsHash)
{
    nlohmann::json json = {{"classes", labels.classes}, {"count", labels.labels.size()}, {"labels", labelsHash}, {"name", labels.dataset}};
    const SourceFingerprint& print = labels.fingerprint;
    if (print.pixels.empty())
        return json;
    json["class-names"] = print.classNames;
    json["image"] = print.image;
    json["pixels"] = print.pixels;
    json["test-labels"] = print.testLabels;
    if (!print.files.empty())
        json["files"] = print.files;
    if (!print.orientation.empty())
        json["orientation"] = print.orientation;
    return json;
}

/// `counted` with the effective settings of `recipe` filled in.
DataChanges changesOf(DataChanges counted, const nlohmann::json& recipe)
{
    counted.noise = recipe.at("noise-type");
    counted.noiseRate = recipe.value("noise-rate", 0.0);
    counted.labelColumn = recipe.value("label-column", "");
    counted.imbalance = recipe.at("imbalance-type");
    counted.imbalanceFactor = recipe.value("imbalance-factor", 1.0);
    counted.trainLimit = recipe.value("train-limit", 0);
    return counted;
}

nlohmann::json effectJson(const DataChanges& changes, bool ownLabels)
{
    nlohmann::json json = {{"labels-changed", changes.labelsChanged},
                           {"left-out-by-imbalance", changes.leftOutByImbalance},
                           {"left-out-by-limit", changes.leftOutByLimit},
                           {"train", changes.train}};
    if (changes.leftOutByList > 0) // absent before there were such lists
        json["left-out-by-list"] = changes.leftOutByList;
    if (ownLabels || changes.labels.meta == label_origin::pseudo) { // of a benchmark all labels are known, as they always were
        json["meta-labels"] = changes.labels.meta;
        json["validation-labels"] = changes.labels.validation;
        json["test-labels"] = changes.labels.test;
    }
    if (changes.labels.testImages > 0) {
        json["test-images"] = changes.labels.testImages;
        json["test-images-fewest"] = changes.labels.testImagesFewest;
    }
    return json;
}

} // namespace

void takeFingerprint(DataPlan& plan, const DataOptions& options, const LabelView& labels)
{
    const std::string labelsHash = hexOf(sha256(labelBytes(labels)));
    std::string bytes = labels.dataset + '\n' + labelsHash + '\n';
    appendNumbers(bytes, std::span<const std::uint32_t>(plan.train));
    appendNumbers(bytes, std::span<const std::uint16_t>(plan.trueLabel));
    appendNumbers(bytes, std::span<const std::uint16_t>(plan.observedLabel));
    appendNumbers(bytes, std::span<const std::uint32_t>(plan.meta));
    appendNumbers(bytes, std::span<const std::uint32_t>(plan.validation));
    if (plan.pseudoMetaPerClass > 0) {
        bytes += "pseudo";
        appendNumber(bytes, std::uint64_t(plan.pseudoMetaPerClass), 8);
    }
    const Sha256::Digest arrays = sha256(bytes);
    const nlohmann::json recipe = settings(options, labels);
    plan.changes = changesOf(plan.changes, recipe);

    const nlohmann::json json = {
        {"arrays", hexOf(arrays)},
        {"dataset", dataSetJson(labels, labelsHash)},
        {"effect", effectJson(plan.changes, hasOwnLabels(labels.dataset))},
        {"recipe", recipe},
        {"version", recipeVersion},
    };
    plan.fingerprintJson = json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    plan.labelsCode = shortCode(arrays);
    plan.fingerprintCode = shortCode(sha256(codeBytes(hexOf(arrays), labels.fingerprint)));
}

} // namespace reweigh
