// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"
#include "core/experiment/ComparisonTable.h"
#include "core/experiment/VariantSummary.h"

#include <QString>

#include <vector>

namespace reweigh {

/// Translates a text of core's tables of variants (titles, help texts, metrics).
QString variantWords(const char* text);

/// The name of a variant on screen: the translated title of a named variant, such as "1-100-1, searched input", or the name that
/// the user gave. "searched, earlier" if the variant was made of a trial that is no longer the best.
QString variantLabel(const VariantResult& variant);
/// The network that weighs the variant's samples as input and hidden layers, "stage2+label, standardised → 64-16"; the weighting's title if it has no
/// network; empty if no sample is weighed.
QString networkText(const VariantResult& variant);
/// What stands beside the metric that is shown: in words what the weights do; recall of the classes with few images; noise AUROC.
QString besideText(const VariantSummary& summary, const WeightSource& source);

/// A number with so many decimals, as the user's locale writes it.
QString decimals(double value, int digits);
/// "0.8622 ± 0.0061 (6)": mean, half-width and number of values. Says so if there is no value, or only one and therefore no
/// interval.
QString meanText(const MeanInterval& interval);
/// A difference of accuracies in percentage points, with sign: "+1.36" for 0.0136.
QString pointsText(double difference);
/// A difference and its interval in percentage points, "+1.36 [0.71, 2.01]"; only the mean if there is one value.
QString pointsInterval(const MeanInterval& interval);
/// A p value as text: "p 0.004", "p < 0.001".
QString pText(double p);

} // namespace reweigh
