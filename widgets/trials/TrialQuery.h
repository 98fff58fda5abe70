// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/QueryReader.h"

#include <QString>

#include <optional>
#include <vector>

namespace reweigh {

/// A filter line, read: `value>0.45 state:pruned,failed #9 layers:2 input:loss+label tag:paper -note:odd words`.
/// A trial must meet every term. A term is a word that its row of the table contains, or a field, a comparison and one or more values with
/// commas between them, of which the trial has one. `:` asks whether a text contains the value, `=` whether it is it; numbers have
/// `<`, `<=`, `>`, `>=` and ranges (`0.4..0.5`) too. `#9` is `number:9`, `*` is any value, and `-` in front of a term, like `!=`, turns it
/// round. What has spaces stands in quotation marks. Outside of them full-width signs, digits and letters are read as ASCII.
/// Thread: any; no widgets.
class TrialQuery {
public:
    TrialQuery() = default; ///< an empty line, which accepts every trial

    static TrialQuery parse(const QString& line, const std::vector<QueryField>& fields);

    const std::optional<QueryProblem>& problem() const { return m_problem; }
    bool empty() const { return m_terms.empty(); }
    const std::vector<QueryTerm>& terms() const { return m_terms; }

    /// Whether the trial in this row meets every term. Call it only if there is no problem.
    bool accepts(const TrialTableModel& trials, int row) const;

    /// What the line asks for a column by `:` or `=` in a single term that is not turned round: {"pruned", "failed"}; else empty.
    QStringList wanted(TrialColumn::Kind column) const;

private:
    std::vector<QueryTerm> m_terms;
    std::optional<QueryProblem> m_problem;
};

/// `line` with one term `name:values` in place of those that TrialQuery::wanted() takes its values from; without it if `values` is empty.
QString withWanted(const QString& line, const std::vector<QueryField>& fields, TrialColumn::Kind column, const QStringList& values);

} // namespace reweigh
