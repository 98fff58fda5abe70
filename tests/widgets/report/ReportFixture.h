// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/plan/MadePlan.h"
#include "widgets/report/HtmlWriter.h"
#include "widgets/report/PlanReportPage.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

namespace reweigh::test {

/// Noise {0, 0.4} x imbalance {1, 50}, three variants, three seeds; "searched" is better than "fixed" by 2, 1 and 3 points in every cell.
/// One run of "ce" diverged in the last cell, where one seed of it is missing too.
struct SmallPlan : MadePlan {
    SmallPlan()
        : MadePlan({"searched", "fixed", "ce"}, grid({{"noise-rate", {0.0, 0.4}}, {"imbalance-factor", {1.0, 50.0}}}))
    {
        for (std::size_t cell = 0; cell < 4; ++cell) {
            give(cell, "searched", {0.82, 0.80, 0.84});
            give(cell, "fixed", {0.80, 0.79, 0.81});
            give(cell, "ce", {0.70, 0.75, 0.65});
        }
        give(3, "ce", {0.70, diverged});
        for (CellState& cell : state.cells) {
            cell.begun = true;
            cell.fingerprintCode = "7F3K-9Q2A";
            cell.search = {.finished = 12, .best = Proposal(), .bestNumber = 3, .bestValue = 0.9};
        }
        claim(ClaimKind::Better, "searched", "fixed").statement = "Searching helps.";
        claim(ClaimKind::Below, "ce", "", 0.5).statement = "Without weights less than half is right.";
    }

    Report report() const { return planReportPage(state, std::vector<CellOrigin>(state.cells.size())); }
};

/// The text of a page without its figures, one line for each element; empty if it is not well-formed.
inline QString textOf(const QByteArray& html)
{
    QXmlStreamReader reader(html);
    QString text;
    int inside = 0; // a figure, or the style
    while (!reader.atEnd()) {
        reader.readNext();
        const bool skipped = reader.name() == QLatin1String("svg") || reader.name() == QLatin1String("style");
        if (reader.isStartElement())
            inside += skipped;
        else if (reader.isEndElement())
            inside -= skipped;
        else if (reader.isCharacters() && inside == 0)
            text += reader.text().toString() + QLatin1Char('\n');
    }
    return reader.hasError() ? QString() : text;
}

/// The text of the rows of the page's tables whose first cell is `first`, cells separated by '|'.
inline QStringList rowsOf(const Report& report, const QString& title, const QString& first)
{
    QStringList found;
    for (const ReportBlock& block : report.blocks)
        if (const auto* table = std::get_if<ReportTable>(&block); table && table->title == title)
            for (const QStringList& row : table->rows)
                if (row.front() == first)
                    found << row.join(QLatin1Char('|')).replace(QChar(0x00A0), QLatin1Char(' '));
    return found;
}

/// Every item of the report's lists.
inline QStringList itemsOf(const Report& report)
{
    QStringList items;
    for (const ReportBlock& block : report.blocks)
        if (const auto* list = std::get_if<ReportList>(&block))
            for (QString item : list->items)
                items << item.replace(QChar(0x00A0), QLatin1Char(' '));
    return items;
}

inline std::vector<ReportFigure> figuresOf(const Report& report)
{
    std::vector<ReportFigure> figures;
    for (const ReportBlock& block : report.blocks)
        if (const auto* figure = std::get_if<ReportFigure>(&block))
            figures.push_back(*figure);
    return figures;
}

} // namespace reweigh::test
