// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string> // first: moc cannot read <compare> before it

#include <compare>
#include <cstdint>

namespace reweigh {

/// Which training of a study: a trial, or one seed of a variant that is compared.
struct RunKey {
    std::int64_t trial = -1; ///< number; -1 for a variant's
    std::string variant;     ///< its name; empty for a trial's
    std::string hash;        ///< of the variant's settings: it is known by them
    int seed = 0;            ///< of the variant, from 1

    static RunKey ofTrial(std::int64_t number) { return {.trial = number}; }
    static RunKey ofVariant(std::string name, std::string hash, int seed)
    {
        return {.variant = std::move(name), .hash = std::move(hash), .seed = seed};
    }

    friend auto operator<=>(const RunKey&, const RunKey&) = default;
};

} // namespace reweigh
