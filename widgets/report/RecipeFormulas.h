// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataOptions.h"

#include <QString>

namespace reweigh {

/// How labels are replaced, with the probabilities, as DataOptions.h defines them. K: number of classes, p: noise rate, P(j | i):
/// probability that an image of class i is labelled j. Empty for kinds that need no formula.
QString noiseFormula(NoiseType type);

/// How class sizes fall: n_c images of class c = 0, ..., K - 1, IF: imbalance factor.
QString imbalanceFormula(ImbalanceType type);

/// Which labels carry the imbalance.
QString orderSentence(ShiftOrder order);

} // namespace reweigh
