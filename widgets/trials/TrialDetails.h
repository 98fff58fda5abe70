// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/RunEpochs.h"
#include "core/live/follow/StudyReader.h"
#include "widgets/panel/LayerStrip.h"

#include <QString>

#include <vector>

namespace reweigh {

/// Everything that the inspector shows of a trial, as formatted text.
struct TrialDetails {
    struct Fact {
        QString key; ///< untranslated name, for object names and CSV
        QString label, text;
        QString help = {}; ///< the term (widgets/text/HelpText.h) that a "?" beside the label explains; empty: it needs none
    };
    QString title;                 ///< "Trial 41"
    QString scope;                 ///< "★ best of 41"
    std::vector<LayerBox> network; ///< empty for a study that another program made
    std::vector<Fact> facts;
};

/// `trained` adds what is known from the run's epochs only (AUROC per group of classes); null if they are not read yet.
TrialDetails trialDetails(const StudyTrial& trial, const StudySnapshot& study, const RunEpochs* trained);

/// Boxes for input, hidden layers and output. The input's width is computed from `parameters`, the network's number of parameters;
/// 0 means unknown.
std::vector<LayerBox> networkBoxes(const MetaNetSpec& network, long parameters);

/// Estimates by how much the best value of all complete trials may exceed its true mean by chance. None if the study's metric is
/// not an accuracy on a known number of images.
std::optional<double> inflationOf(const StudySnapshot& study, double value);

} // namespace reweigh
