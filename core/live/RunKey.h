// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace reweigh {

/// Which training of a study: a trial, or one seed of a comparison's arm.
struct RunKey {
    std::int64_t trial = -1; ///< number; -1 for an arm's
    std::string arm;         ///< armName(); empty for a trial's
    int seed = 0;            ///< of the arm, from 1

    static RunKey ofTrial(std::int64_t number) { return {.trial = number}; }
    static RunKey ofArm(std::string name, int seed) { return {.arm = std::move(name), .seed = seed}; }

    friend auto operator<=>(const RunKey&, const RunKey&) = default;
};

} // namespace reweigh
