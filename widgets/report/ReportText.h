// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Stats.h"
#include "core/experiment/ComparisonTable.h"
#include "core/experiment/RunFacts.h"
#include "core/plan/Hypotheses.h"

#include <QString>

#include <string>

namespace reweigh {

/// Numbers and names as the report prints them, by the locale's rules. What is not known is "–".

/// A number with a true minus sign.
QString decimalText(double value, int digits);
/// A metric or a difference of it: in percent or points with one decimal if it is a share; else with three decimals, or three significant
/// digits where decimals would leave fewer than two ("0.00012").
QString metricFigure(double value, bool share);
/// "81.3" for 0.813; the column says that it is percent.
QString percentText(double share);

/// Mean and Student-t 95 % half-width, "81.3 ± 0.9"; only the mean of a single value. `share`: in percent with one decimal, else
/// with three decimals.
QString intervalText(const MeanInterval& interval, bool share);
/// The same of a difference, with a sign: "+1.4 ± 0.6".
QString differenceText(const MeanInterval& interval, bool share);
/// "0.004", "< 0.001".
QString chanceText(double p);

/// A metric's title, "test accuracy", in the reader's language; the key itself where it has none.
QString metricText(const std::string& metric);
/// "%" or "percentage points" of a share, else empty.
QString unitText(const std::string& metric, bool asDifference);

/// Whether the hypothesis is about the difference between two variants, not about the level of one.
bool isDifference(const Hypothesis& hypothesis);
/// "✓ supported", "✕ refuted", "? cannot tell".
QString statusText(ClaimStatus status);

/// A setting's value as flags write it: "0.4", "128,64".
QString settingValue(const nlohmann::json& value);
/// Settings in words, "noise-rate 0.4, imbalance-factor 50"; all but `without`.
QString settingsWords(const nlohmann::json& settings, const std::string& without = {});
/// A cell's name in words, "noise-rate 0.4, imbalance-factor 50"; "the only cell" of a plan that has one.
QString cellText(const CellState& cell);
/// A variant's name, with a mark where it is the same training as another.
QString variantText(const PlanVariant& variant);

/// `text` with U+FFFD for control characters and others that neither XML nor a page can hold.
QString printable(const std::string& text);

} // namespace reweigh
