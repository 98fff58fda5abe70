// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/TrialMarks.h"
#include "widgets/trials/TrialRow.h"

#include <QString>
#include <QVariant>

#include <string>
#include <vector>

namespace reweigh {

/// A column of the trials table.
struct TrialColumn {
    enum Kind {
        Star, Number, State, Layers, InputLayer, ActivationName, MetaLr, Value, Retrained, BestEpoch, Test, Auroc, Parameters, Seed,
        Duration, Tags, Note,
        Searched, ///< one parameter of a study that is not ours
    };
    Kind kind = Number;
    std::string parameter; ///< of Searched: its name

    friend bool operator==(const TrialColumn&, const TrialColumn&) = default;
};

/// Columns of a study of ours; of another's, one for each of `parameters` instead of what only we know.
std::vector<TrialColumn> trialColumns(bool ours, const std::vector<std::string>& parameters);

/// All that a cell may speak of.
struct TrialCell {
    const FrozenTrial& trial;
    const TrialRow& row;
    const TrialMarks& marks;
    int plannedEpochs = 0;
};

QString columnKey(const TrialColumn& column);   ///< untranslated, for settings and CSV: "meta-lr"
QString columnTitle(const TrialColumn& column); ///< "meta lr"
QString columnHelp(const TrialColumn& column);  ///< what the figure is; the header's tool tip
bool isFigure(const TrialColumn& column);       ///< right-aligned
bool isEditable(const TrialColumn& column);     ///< tags and note

/// To sort by and to write into files: a number, a text, or invalid where there is nothing.
QVariant rawValue(const TrialColumn& column, const TrialCell& cell);
/// On screen.
QString cellText(const TrialColumn& column, const TrialCell& cell);

/// "one, two" to {"one", "two"}: trimmed, none empty, none twice.
QStringList tagsFromText(const QString& text);

} // namespace reweigh
