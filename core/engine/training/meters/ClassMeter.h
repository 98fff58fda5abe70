// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// Loss and right answers per class, added up batch by batch. Sums are kept apart per class, so that a state can be
/// stored and gone on with.
class ClassMeter {
public:
    explicit ClassMeter(int classes);

    void add(std::span<const float> losses, std::span<const std::int64_t> labels, std::span<const std::int64_t> predicted);
    void reset();

    /// `sizeGroup` names each class's group: 0 many, 1 medium, 2 few. NaN where nothing was added.
    SplitFigures value(std::span<const int> sizeGroup) const;

    /// Loss sum, right answers and count of each class: 3 x K numbers.
    const std::vector<double>& sums() const { return m_sums; }
    void setSums(std::vector<double> sums) { m_sums = std::move(sums); }

private:
    double& sum(int kind, std::int64_t label) { return m_sums[std::size_t(kind * m_classes + label)]; }

    int m_classes;
    std::vector<double> m_sums;
};

} // namespace reweigh
