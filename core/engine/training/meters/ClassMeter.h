// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// Adds up loss and correct predictions per class, batch by batch, and computes loss and accuracies from the sums. The sums are its only
/// state, so that they can be stored and added to later.
class ClassMeter {
public:
    /// For K = `classes` >= 1 classes.
    explicit ClassMeter(int classes);

    /// Adds n samples; each span is [n], labels and predicted classes are in [0, K). n = 0 adds nothing. Nothing is checked.
    void add(std::span<const float> losses, std::span<const std::int64_t> labels, std::span<const std::int64_t> predicted);
    /// Sets all sums to 0.
    void reset();

    /// Mean loss, accuracy, recall per class [K], balanced accuracy (mean recall of the classes with samples) and mean recall of the groups
    /// many, medium and few; accuracies are in [0, 1]. sizeGroup [K] gives each class's group: 0 many, 1 medium, 2 few. A figure over no
    /// samples is NaN, and so is the calibration error, which needs a CalibrationMeter.
    SplitFigures value(std::span<const int> sizeGroup) const;

    /// The sums, [3 K]: loss per class, correct predictions per class, samples per class.
    const std::vector<double>& sums() const { return m_sums; }
    void setSums(std::vector<double> sums) { m_sums = std::move(sums); } ///< [3 K]

private:
    double& sum(int kind, std::int64_t label) { return m_sums[std::size_t(kind * m_classes + label)]; }

    int m_classes;
    std::vector<double> m_sums;
};

} // namespace reweigh
