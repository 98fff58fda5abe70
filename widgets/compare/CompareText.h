// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"
#include "core/experiment/ComparisonTable.h"

#include <QString>

#include <vector>

namespace reweigh {

/// A text of core's variants (titles, helps, metrics) in the reader's language.
QString variantWords(const char* text);

/// "1-100-1, searched input": a named variant in the reader's words, one's own by its name; "searched, earlier" where a better trial
/// has taken its place.
QString variantLabel(const VariantResult& variant);
/// "stage2+label → 64-16": the network it was of; empty without one.
QString networkText(const VariantResult& variant);

/// "0.8622 ± 0.0061 (6)"; with one value it says that there is no interval.
QString meanText(const MeanInterval& interval);
/// Hundredths of an accuracy, signed: "+1.36".
QString pointsText(double difference);
/// "+1.36 [0.71, 2.01]" in points; with one value the mean alone.
QString pointsInterval(const MeanInterval& interval);
/// "p 0.004", "p < 0.001".
QString pText(double p);

} // namespace reweigh
