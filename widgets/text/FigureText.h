// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/base/Stats.h"

#include <QString>

namespace reweigh {

/// Translates a text of core's tables of variants (titles, help texts, metrics).
QString variantWords(const char* text);

/// A number with so many decimals, as the user's locale writes it; "–" for NaN. What is rounded to 0 has no minus: "0.00".
QString decimals(double value, int digits);
/// The same, but with three significant digits where fewer than two would be left: "0.813", "1.23e-05" where decimals would be zeros; "∞",
/// "−∞", and "–" for NaN.
QString shownFigure(double value, int digits);
/// The same for a mean, a difference or a half-width of a metric, where less than 1e-12 is an error of rounding and shown as 0.
QString shownMetric(double value, int digits);
/// A difference of accuracies in percentage points, with sign: "+1.36" for 0.0136.
QString pointsText(double difference);
/// A figure and the ends of its interval, as the language separates them: "1.36 [0.71, 2.01]", in German "1,36 [0,71; 2,01]".
QString withInterval(const QString& figure, const QString& low, const QString& high);
/// A difference and its interval in percentage points, "+1.36 [0.71, 2.01]"; only the mean if there is one value.
QString pointsInterval(const MeanInterval& interval);
/// "✓ better", "? cannot tell", "✕ worse", said of the first of a pair.
QString verdictText(JudgedAs verdict);
/// A p value as text: "p 0.004", "p < 0.001".
QString pText(double p);

} // namespace reweigh
