// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/base/Json.h"
#include "core/base/Stats.h"
#include "core/experiment/RunFacts.h"
#include "core/plan/Hypotheses.h"
#include "core/plan/Plan.h"
#include "widgets/theme/Theme.h"

#include <QString>

#include <string>
#include <vector>

namespace reweigh {

/// A setting by its label on screen; the key itself if there is no such setting.
QString settingText(const std::string& key);
/// A setting's value as the user's locale writes it.
QString settingValueText(const nlohmann::json& value);

/// A cell as it is called on screen: its name, or the plan's where the plan has only one cell.
QString cellName(const Plan& plan, const PlanCell& cell);
/// A cell by its values on the plan's axes: "0.4 · 50"; its name if there are none.
QString cellValuesText(const std::vector<PlanAxis>& axes, const Plan& plan, const PlanCell& cell);
/// The labels of settings: "Noise rate · Imbalance factor"; empty if there are none.
QString axesText(const std::vector<PlanAxis>& axes);

QString metricTitle(const std::string& metric);
/// "+1.20" in percentage points, or in the metric's own unit.
QString gainValueText(double gain, bool share);
/// "+1.20 ± 0.50"; without "±" where there is no interval; "–" where there is no value.
QString gainText(const MeanInterval& gain, bool share);

/// "searched − ce > 1.00 points, test accuracy".
QString claimText(const Hypothesis& hypothesis);
/// "✓ supported", "✕ refuted", "? cannot tell".
QString claimStatusText(ClaimStatus status);
Role claimStatusRole(ClaimStatus status);

/// A time to wait: "40 s", "12 min", "3 h", "2 days".
QString roughTimeText(double seconds);

} // namespace reweigh
