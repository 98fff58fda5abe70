// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/StudyReader.h"
#include "widgets/trials/TrialColumns.h"

#include <QStringList>

#include <vector>

namespace reweigh {

/// What a term of the filter line can be about: a column of the trials table, or the widths of the hidden layers.
struct QueryField {
    enum Kind {
        Number,
        Duration, ///< a number of seconds, which may be written as 90s, 1.5m, 2h or 1:30
        Text,
        State,
        Layers, ///< the number of hidden layers, or the nodes of each, as 128-128-64
        Nodes,  ///< of any hidden layer
        Input,  ///< parts of the input, as loss+label
        Tags,
        YesNo,
    };
    Kind kind = Text;
    QString name;        ///< as the line is completed: "meta-lr". The same in every language, so that kept filters are
    QStringList others;  ///< other names that are understood: the column's name in CSV files, its title on screen
    QString help;        ///< the column in a sentence
    TrialColumn column;  ///< of the values; for Nodes that of the layers
    QStringList values;  ///< what can stand behind the name, for completion
    bool closed = false; ///< nothing but `values` can stand there

    bool isNumber() const { return kind == Number || kind == Duration || kind == Layers || kind == Nodes; }
    /// Whether the values are counted: 1 means 1 and not 0.5 to 1.5.
    bool isWhole() const;
};

/// The fields of a study whose trials table has these columns. `tags`: those that its trials have.
std::vector<QueryField> queryFields(const StudySnapshot& study, const std::vector<TrialColumn>& columns, const QStringList& tags);

/// The field with this name, or another of its names, in any case and width; null if there is none. A name written exactly so comes first.
const QueryField* fieldNamed(const std::vector<QueryField>& fields, const QString& name);

/// The field of a kind of column; null if the study has no such column.
const QueryField* fieldOf(const std::vector<QueryField>& fields, TrialColumn::Kind column);

/// The state that a word of the filter line means: "done", "complete", "pruned", ...; none for another word. "interrupted" and
/// "infeasible" are no states of their own and are not among them.
std::optional<TrialState> stateFromWord(const QString& word);

} // namespace reweigh
