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
        Star,
        Number,
        State,
        Value,
        Layers,
        InputLayer,
        ActivationName,
        MetaLr,
        Retrained,
        BestEpoch,
        Test,
        Auroc,
        Parameters,
        Seed,
        Duration,
        Tags,
        Note,
        Searched,  ///< one parameter of a study that another program made
        Objective, ///< one of the several objectives of such a study
    };
    Kind kind = Number;
    std::string parameter;     ///< name of the parameter if kind is Searched, of the objective if it is Objective
    std::size_t objective = 0; ///< its place among the objectives

    friend bool operator==(const TrialColumn&, const TrialColumn&) = default;
};

/// The columns for a study. `ours`: this program made the study; otherwise one column per name in `parameters` replaces the columns
/// that only this program's studies have. `objectives`: the names of several objectives, each of which has a column then in place of
/// the value.
std::vector<TrialColumn> trialColumns(bool ours, const std::vector<std::string>& parameters,
                                      const std::vector<std::string>& objectives = {});

/// What the text of a cell may depend on.
struct TrialCell {
    const FrozenTrial& trial;
    const TrialRow& row;
    const TrialMarks& marks;
    int plannedEpochs = 0;
};

QString columnKey(const TrialColumn& column);   ///< untranslated, for settings and CSV: "meta-lr"
QString columnTitle(const TrialColumn& column); ///< "meta lr"
QString columnHelp(const TrialColumn& column);  ///< explains the column in a line
/// The tool tip of the header: columnHelp(), how many epochs a figure is the mean of (`lastEpochs`, 0: not known), and what the term in the
/// title means.
QString columnTip(const TrialColumn& column, int lastEpochs = 0);
/// "Mean of the last 3 epochs".
QString meanOfLastText(int lastEpochs);
bool isFigure(const TrialColumn& column);   ///< true for a number, which is right-aligned
bool isEditable(const TrialColumn& column); ///< true for tags and note

/// The value by which rows are sorted and which is written into files: a number, a text, or an invalid QVariant if there is none.
QVariant rawValue(const TrialColumn& column, const TrialCell& cell);
/// The text of a cell on screen.
QString cellText(const TrialColumn& column, const TrialCell& cell);

/// Splits "one, two" into {"one", "two"}: trimmed, without empty and duplicate tags.
QStringList tagsFromText(const QString& text);

} // namespace reweigh
