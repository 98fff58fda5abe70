// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"
#include "widgets/trials/TrialRow.h"

#include <QString>

#include <vector>

/// Texts about trials in the user's language.
namespace reweigh {

QString stateWord(TrialState state); ///< "done"
QString stateMark(TrialState state); ///< "✓"
Role stateRole(TrialState state);
/// "✓ done", "▶ running · epoch 7 of 20", "✕ failed: the reason".
QString stateText(const TrialRow& row, int plannedEpochs);

/// "trial 6: ✓ done, 128 128 fed by logits + label, value 0.8714": describes a list entry for screen readers.
QString trialSentence(const TrialRow& row, int plannedEpochs);

QString layersText(const std::vector<int>& hidden);  ///< "128 128 64"
QString layersBrief(const std::vector<int>& hidden); ///< "3 × 128" if all layers have the same width, else as layersText
QString accuracyText(std::optional<double> value);   ///< "0.8714"; "—" for none
/// The value with so many digits after the point, or those of several objectives: "0.8712", "0.8712 · 1,630"; "—" for none.
QString resultText(const TrialRow& row, int digits);
QString shareText(double value);                     ///< "0.92"
QString rateText(double value);                      ///< "1.37e-03"
QString durationText(std::optional<double> seconds); ///< "2:11", "1:02:11"; "—" for none
/// "0.8662 ± 0.0091, 3 seeds"; for one seed, the value and the remark that there is no interval.
QString intervalText(const MeanInterval& interval);

} // namespace reweigh
