// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string> // first: moc cannot read <compare> before it

#include <compare>
#include <cstdint>

namespace reweigh {

/// Identifies a training of a study: that of a trial, or that of one seed of a compared variant.
struct RunKey {
    std::int64_t trial = -1; ///< the trial's number; -1 for a variant
    std::string variant;     ///< the variant's name; empty for a trial
    std::string hash;        ///< hash of the variant's settings, which identifies the variant; empty for a trial
    int seed = 0;            ///< the variant's seed, from 1; 0 for a trial

    static RunKey ofTrial(std::int64_t number) { return {.trial = number}; }
    static RunKey ofVariant(std::string name, std::string hash, int seed)
    {
        return {.variant = std::move(name), .hash = std::move(hash), .seed = seed};
    }

    friend auto operator<=>(const RunKey&, const RunKey&) = default;
};

} // namespace reweigh
