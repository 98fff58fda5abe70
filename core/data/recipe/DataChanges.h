// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace reweigh {

/// What a recipe did to the labels and images that came with a data set: counts, and what was asked for.
struct DataChanges {
    std::size_t train = 0;              ///< training images that are kept
    std::size_t labelsChanged = 0;      ///< of them, those with another label than they came with
    std::size_t leftOutByImbalance = 0; ///< images that could have been trained on
    std::size_t leftOutByLimit = 0;     ///< the same, for `train-limit`
    std::string noise = "none";         ///< as the setting noise-type says it
    double noiseRate = 0.0;
    std::string imbalance = "none";     ///< as the setting imbalance-type says it
    double imbalanceFactor = 1.0;
    int trainLimit = 0;

    std::size_t leftOut() const { return leftOutByImbalance + leftOutByLimit; }
};

/// What `--json` prints of it: {"labels_changed", "training_images", "images_left_out", "left_out_by_imbalance",
/// "left_out_by_train_limit", "noise_type", "noise_rate", "imbalance_type", "imbalance_factor", "train_limit"}.
nlohmann::json toJson(const DataChanges& changes);

/// The same from a fingerprint (Fingerprint.h), of a stored study for example. Nothing where the fingerprint is of a version that did not count.
std::optional<DataChanges> changesFromFingerprint(const nlohmann::json& fingerprint);

} // namespace reweigh
