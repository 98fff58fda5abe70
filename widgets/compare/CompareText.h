// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"
#include "core/experiment/ComparisonTable.h"
#include "core/experiment/VariantSummary.h"
#include "widgets/text/FigureText.h"

#include <QString>

#include <vector>

namespace reweigh {

/// The name of a variant on screen: the translated title of a named variant, such as "1-100-1, searched input", or the name that
/// the user gave. "searched, earlier" if the variant was made of a trial that is no longer the best.
QString variantLabel(const VariantResult& variant);
/// The nodes of the hidden layers: "64-16".
QString hiddenText(const MetaNetSpec& network);
/// The network that weighs the variant's samples as input and hidden layers, "stage2+label, standardised → 64-16"; the weighting's title
/// if it has no network; empty if no sample is weighed.
QString networkText(const VariantResult& variant);
/// What stands beside the metric that is shown: in words what the weights do; recall of the classes with few images; noise AUROC.
QString besideText(const VariantSummary& summary, const WeightSource& source);

/// Why nothing of a study that another program made can be retrained and compared.
QString othersSentence();

/// "0.8622 ± 0.0061 (6)": mean, half-width and number of values. Says so if there is no value, or only one and therefore no
/// interval.
QString meanText(const MeanInterval& interval);

} // namespace reweigh
