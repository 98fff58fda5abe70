// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/MechanismVerdict.h"
#include "core/progress/EpochList.h"

#include <array>
#include <span>
#include <vector>

namespace reweigh {

/// What weights do about wrong labels and rare classes over the epochs of a training, or of several that differ by their seeds: then
/// means over those that have a figure. Every vector has one value per epoch, NaN where no training has one.
struct MechanismLines {
    std::vector<double> epochs;
    std::array<std::vector<double>, 4> auroc; ///< of 1 - weight as a score for wrong labels: of all classes, of many, medium and few
    std::array<std::vector<double>, 3> right; ///< mean weight of right labels in classes with many, medium and few images
    std::array<std::vector<double>, 3> wrong; ///< the same of wrong ones

    /// Whether some epoch has labels of which it is known that they are wrong, without which nothing can be said of a mechanism.
    bool knowsWrong() const;
};

MechanismLines mechanismLines(std::span<const EpochList* const> runs);

/// The verdict on the weights of the runs after epoch `number`, or after their last epoch before it; runs without one are left out.
MechanismVerdict mechanismAt(std::span<const EpochList* const> runs, int number);

} // namespace reweigh
