// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataPlan.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace reweigh {

/// The result of comparing the data and recipes of two fingerprints.
struct FingerprintComparison {
    /// A list of what differs, with both values where a person can read them: "class names (cat, dog there; car, bus here), pixels".
    /// Empty where nothing differs.
    std::string differs;
    /// False where "theirs" is of version 1, which covered labels only: whether the images are the same is then unknown.
    bool pixelsKnown = true;
};

/// Compares the fingerprint `theirs` of a stored study or run ("there") with the fingerprint `ours` of the data at hand ("here"). Settings
/// that lead to the same data are no difference, but for `clean` where trainings choose their meta set: it has no part in their choice.
FingerprintComparison compareFingerprints(const nlohmann::json& theirs, const nlohmann::json& ours);

/// Whether `fingerprint` has a hash of the pixels; a fingerprint of version 1 has none.
bool fingerprintKnowsPixels(const nlohmann::json& fingerprint);

/// The setting in which the data of two fingerprints differ, whatever else their recipes say: "data-dir" if they are of other images,
/// labels or class names, "clean" if others are checked or have been corrected, "leave-out" if others are left out; empty if they are of
/// the same data. None if one of them is of version 1, or empty, and nothing that it knows differs.
/// Where test images are taken from the checked ones, other images cannot be told from another list, which moves images from one set to
/// the other: then it is "clean".
std::optional<std::string> otherDataSetting(const nlohmann::json& one, const nlohmann::json& other);

/// Completes `plan.changes` and writes `plan.fingerprintJson`, `plan.fingerprintCode` and `plan.labelsCode`.
///
/// The JSON is canonical (keys sorted, no whitespace, shortest numbers, non-ASCII escaped):
///   version   2; version 1 had neither "effect" nor any key about the images, and its code was labelsCode
///   dataset   name, classes, count and labels (SHA-256) of the training images; of the images (SourceFingerprint.h, all absent
///             where there are only labels): pixels, image ("32x32x3"), class-names, test-labels, and files where each image
///             is a file of its own; orientation "exif" where a folder's images were turned as their EXIF data say
///   recipe    the settings that have an effect, under the names of their flags; of labels from a file its SHA-256 as labels-sha256 in
///             place of its path, and the columns that were taken (true-label-column only where it replaced the labels of the images);
///             of images that the user has checked the SHA-256 of their places as clean-sha256, and "clean": "all" where all labels of a
///             set of the user's own count as right; of images that a list leaves out the SHA-256 of their places as leave-out-sha256
///   effect    what they did: train (images kept), labels-changed, left-out-by-imbalance, left-out-by-limit, where there is a list
///             of images to leave out left-out-by-list; for a set of the user's own,
///             and where trainings choose their meta set, what is known of the labels of held out images (label_origin): meta-labels,
///             validation-labels, test-labels
///   arrays    SHA-256 of data set name, labels, and everything the recipe decided: train indices, their true and observed labels,
///             meta and validation indices; where trainings choose their meta set, how many images per class (8 bytes, after "pseudo")
/// The code is the first 40 bits, in Crockford's base 32, of the SHA-256 of "reweigh data 2" and of arrays, pixels, test-labels,
/// files, image (each text followed by a line feed) and the class names (their number, then each with its length first, numbers of
/// 8 bytes, little-endian). So the same code means the same images under the same labels and names on any machine, whatever
/// settings led there, and different ones give a different code. tests/golden/recipe_fingerprint.py computes it independently.
void takeFingerprint(DataPlan& plan, const DataOptions& options, const LabelView& labels);

} // namespace reweigh
