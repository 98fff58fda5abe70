// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recipe/DataChanges.h"

#include "core/base/Json.h"
#include "core/base/JsonText.h"
#include "core/config/DataSets.h"

namespace reweigh {

nlohmann::json toJson(const DataChanges& changes)
{
    nlohmann::json json = {{"labels_changed", changes.labelsChanged},
                           {"training_images", changes.train},
                           {"images_left_out", changes.leftOut()},
                           {"left_out_by_imbalance", changes.leftOutByImbalance},
                           {"left_out_by_train_limit", changes.leftOutByLimit},
                           {"left_out_by_list", changes.leftOutByList},
                           {"held_out_images", changes.heldOut},
                           {"noise_type", changes.noise},
                           {"noise_rate", changes.noiseRate},
                           {"imbalance_type", changes.imbalance},
                           {"imbalance_factor", changes.imbalanceFactor},
                           {"train_limit", changes.trainLimit}};
    if (changes.fromFile()) {
        json["noise_rate"] = nullptr;
        json["label_column"] = changes.labelColumn;
    }
    const auto add = [&](const char* key, const std::string& origin) {
        json[key] = origin.empty() ? nlohmann::json(nullptr) : nlohmann::json(origin);
    };
    add("meta_labels", changes.labels.meta);
    add("validation_labels", changes.labels.validation);
    add("test_labels", changes.labels.test);
    return json;
}

std::optional<DataChanges> changesFromFingerprint(const nlohmann::json& fingerprint)
{
    DataChanges changes;
    try {
        const nlohmann::json &effect = fingerprint.at("effect"), &recipe = fingerprint.at("recipe");
        changes.train = effect.at("train");
        changes.labelsChanged = effect.at("labels-changed");
        changes.leftOutByImbalance = effect.at("left-out-by-imbalance");
        changes.leftOutByLimit = effect.at("left-out-by-limit");
        changes.leftOutByList = effect.value("left-out-by-list", std::size_t(0));
        const std::size_t all = fingerprint.at("dataset").value("count", std::size_t(0)), said = changes.train + changes.leftOut();
        changes.heldOut = all > said ? all - said : 0;
        changes.noise = recipe.at("noise-type");
        changes.noiseRate = recipe.value("noise-rate", 0.0);
        changes.labelColumn = recipe.value("label-column", "");
        changes.imbalance = recipe.at("imbalance-type");
        changes.imbalanceFactor = recipe.value("imbalance-factor", 1.0);
        changes.trainLimit = recipe.value("train-limit", 0);
        // Of a benchmark all labels are known, which its fingerprint does not say.
        const char* const unsaid = hasOwnLabels(fingerprint.at("dataset").at("name")) ? "" : label_origin::known;
        changes.labels = {effect.value("meta-labels", unsaid), effect.value("validation-labels", unsaid),
                          effect.value("test-labels", unsaid), wholeAt(effect, "/test-images"), wholeAt(effect, "/test-images-fewest")};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
    return changes;
}

} // namespace reweigh
