// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataPlan.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace reweigh {

/// How the data and recipe of two fingerprints (Fingerprint.h) compare.
struct FingerprintComparison {
    /// What differs, each with both sides where they can be read: "class names (cat, dog there; car, bus here), pixels". Empty: the same.
    std::string differs;
    /// False where their fingerprint is of version 1, which knew labels only: whether the images are the same cannot be told.
    bool pixelsKnown = true;
};

FingerprintComparison compareFingerprints(const nlohmann::json& theirs, const nlohmann::json& ours);

/// Whether `fingerprint` tells one set of images from another; one of version 1 does not.
bool fingerprintKnowsPixels(const nlohmann::json& fingerprint);


/// Completes `plan.changes` and writes `plan.fingerprintJson`, `plan.fingerprintCode` and `plan.labelsCode`.
///
/// The JSON is canonical (keys sorted, no whitespace, shortest numbers, non-ASCII escaped):
///   version   2; version 1 had neither "effect" nor anything of the images, and its code was labelsCode
///   dataset   name, classes, count and labels (SHA-256) of the training images; of the images (SourceFingerprint.h, all absent
///             where labels are all there is): pixels, image ("32x32x3"), class-names, test-labels, and files where each image
///             is a file of its own
///   recipe    the settings that have an effect, keys as the flags
///   effect    what they did: train (images kept), labels-changed, left-out-by-imbalance, left-out-by-limit
///   arrays    SHA-256 of everything the recipe decided: train indices, the labels they came with and the observed ones, meta and
///             validation indices
/// The code is the first 40 bits, in Crockford's base 32, of the SHA-256 of "reweigh data 2" and of arrays, pixels, test-labels,
/// files, image (each text followed by a line feed) and the class names (their number, then each with its length first, numbers of
/// 8 bytes, little-endian). So the same code means the same images under the same labels and names on any machine, however
/// they were asked for, and other ones mean another code. tests/golden/recipe_fingerprint.py states it a second time.
void takeFingerprint(DataPlan& plan, const DataOptions& options, const LabelView& labels);

} // namespace reweigh
