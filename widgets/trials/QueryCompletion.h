// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/QueryFields.h"

#include <QString>

#include <vector>

namespace reweigh {

/// What may stand in a filter line where the cursor is.
struct QueryCompletion {
    struct Choice {
        QString text; ///< "state:", "pruned"
        QString help; ///< the column in a sentence; empty for values
    };
    int from = 0, length = 0; ///< what a choice replaces
    std::vector<Choice> choices;
};

/// The names of fields that begin with, or else contain, what `written` has before `cursor`; behind a comparison the field's values. Before
/// a new term: every name.
QueryCompletion queryCompletion(const QString& written, int cursor, const std::vector<QueryField>& fields);

} // namespace reweigh
