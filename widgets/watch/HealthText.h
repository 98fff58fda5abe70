// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightHealth.h"
#include "widgets/theme/Theme.h"

#include <QString>

namespace reweigh {

/// A symptom in words.
struct HealthText {
    Role role = Role::Dim; ///< done, warning or bad
    QString line;          ///< "healthy: spread .34", after its mark
    QString advice;        ///< what it means, and the known cure
};

HealthText healthText(const WeightHealth& health);

} // namespace reweigh
