// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/MechanismVerdict.h"
#include "core/analysis/WeightVerdict.h"
#include "core/config/WeightSource.h"

#include <QLocale>
#include <QString>

#include <string>

namespace reweigh {

/// What decides the weights: "fed by the loss", "fed by stage 2 + label", "class-balanced". Empty if it is not known.
QString weightSourceText(const WeightSource& source);

/// What weights do to wrong labels, in one line: "fed by the loss: wrong labels weigh more (AUROC 0.02)". Of a user's own labels it
/// speaks as changed ones and others, for it is not known which are wrong. Every view, table and report that says it takes it from here.
QString weightVerdictText(const WeightVerdict& verdict, const WeightSource& source, const QLocale& locale = {});

/// The same in English, for the command line.
std::string weightVerdictLine(const WeightVerdict& verdict, const WeightSource& source);

/// What weights do about wrong labels and rare classes at once: "follows the loss only: wrong labels and rare classes rise together".
/// `ownLabels`: a user's own, of which it is only known that they were changed. For NoWeights, Flat and Unknown as weightVerdictText(),
/// without where weights come from.
QString mechanismText(const MechanismVerdict& verdict, bool ownLabels);

/// On what the verdict stands, in a sentence or two: the AUROC with its interval and what its ends mean.
QString weightVerdictDetails(const WeightVerdict& verdict, const WeightSource& source, const QLocale& locale = {});

} // namespace reweigh
