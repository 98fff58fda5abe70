// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/QueryTerm.h"

#include <QString>

#include <optional>
#include <vector>

namespace reweigh {

/// What is wrong with a filter line, and where.
struct QueryProblem {
    QString sentence; ///< names the part and the mend
    int from = 0, length = 0;
};

/// The terms of a filter line, up to the first problem.
struct QueryLine {
    std::vector<QueryTerm> terms;
    std::optional<QueryProblem> problem;
};

/// Reads a line of the language that TrialQuery describes, about these fields.
QueryLine readQuery(const QString& line, const std::vector<QueryField>& fields);

/// A value as it is written in a line: in quotation marks if it has spaces, commas, full-width letters or marks of its own.
QString quotedValue(const QString& value);

} // namespace reweigh
