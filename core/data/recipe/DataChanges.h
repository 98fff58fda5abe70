// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace reweigh {

/// What is known of the labels of images that are held out, as a fingerprint names it.
namespace label_origin {
inline constexpr const char* known = "known";         ///< a benchmark's own, or the true ones of a user's file
inline constexpr const char* stated = "stated";       ///< a user's own, which the user says are all right (`clean` is "all")
inline constexpr const char* checked = "checked";     ///< those of the images that the user has checked
inline constexpr const char* pseudo = "pseudo";       ///< of a meta set that each training chooses by loss
inline constexpr const char* given = "given";         ///< of a folder test/
inline constexpr const char* unchecked = "unchecked"; ///< as they are, and nobody has said that they are right
} // namespace label_origin

/// Where the labels come from by which a training learns weights, is chosen and is judged: values of label_origin. Empty where it is not
/// known, since an earlier version wrote the fingerprint.
struct HeldOutLabels {
    std::string meta, validation, test;
    int testImages = 0;       ///< of a user's own data; 0: not known, or a benchmark's
    int testImagesFewest = 0; ///< of them those of the class with fewest
};

/// What a recipe changed in a data set: how many labels and images, and the settings that asked for it.
struct DataChanges {
    std::size_t train = 0;              ///< training images that are kept
    std::size_t labelsChanged = 0;      ///< kept images whose observed label is not the one that counts as true
    std::size_t leftOutByImbalance = 0; ///< training images dropped to make the classes imbalanced
    std::size_t leftOutByLimit = 0;     ///< training images dropped because of `train-limit`
    std::size_t leftOutByList = 0;      ///< training images dropped because the list `leave-out` names them
    std::size_t heldOut = 0;            ///< meta and validation images; of the former none that train too
    std::string noise = "none";         ///< a value of the setting noise-type
    double noiseRate = 0.0;             ///< 0 for labels from a file, which have none that was asked for
    std::string labelColumn;            ///< of the file of labels; empty: no file, or the images' own labels
    std::string imbalance = "none";     ///< a value of the setting imbalance-type
    double imbalanceFactor = 1.0;
    int trainLimit = 0;
    HeldOutLabels labels;

    bool fromFile() const { return noise == "file"; }
    std::size_t leftOut() const { return leftOutByImbalance + leftOutByLimit + leftOutByList; }
    /// All training images of the set.
    std::size_t all() const { return train + leftOut() + heldOut; }
};

/// The object that `--json` prints for the changes: {"labels_changed", "training_images", "images_left_out", "left_out_by_imbalance",
/// "left_out_by_train_limit", "left_out_by_list", "held_out_images", "noise_type", "noise_rate", "imbalance_type",
/// "imbalance_factor", "train_limit"}. For labels from a file "noise_rate" is null, and "label_column" the column of the observed ones.
/// "meta_labels", "validation_labels" and "test_labels" are values of label_origin; null where that is not known.
nlohmann::json toJson(const DataChanges& changes);

/// Reads the changes from a fingerprint (Fingerprint.h), such as that of a stored study. std::nullopt where an earlier version of the
/// program wrote the fingerprint: it has no counts.
std::optional<DataChanges> changesFromFingerprint(const nlohmann::json& fingerprint);

} // namespace reweigh
