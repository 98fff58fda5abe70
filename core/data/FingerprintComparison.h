// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace reweigh
