// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/RunEpochs.h"
#include "core/live/follow/StudyReader.h"
#include "widgets/panel/LayerStrip.h"

#include <QString>

#include <vector>

namespace reweigh {

/// All that the inspector says of a trial, in words and figures for the eye.
struct TrialDetails {
    struct Fact {
        QString key;   ///< untranslated: object names and CSV
        QString label, text;
    };
    QString title; ///< "Trial 41"
    QString scope; ///< "★ best of 41"
    std::vector<LayerBox> network; ///< empty for a study that is not ours
    std::vector<Fact> facts;
};

/// `trained` adds what only the run's epochs know (AUROC by group); null while it is not read.
TrialDetails trialDetails(const StudyTrial& trial, const StudySnapshot& study, const RunEpochs* trained);

/// Input, hidden layers, output. The input's width follows from `parameters`; 0: unknown.
std::vector<LayerBox> networkBoxes(const MetaNetSpec& network, long parameters);

/// By how much the best complete value may lie above its own true mean by luck: none where the study's metric is no accuracy
/// on a known number of images.
std::optional<double> inflationOf(const StudySnapshot& study, double value);

} // namespace reweigh
