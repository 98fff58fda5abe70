// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/PlanReportPage.h"

#include "core/base/FileIo.h"
#include "widgets/report/HtmlWriter.h"
#include "widgets/report/PdfWriter.h"
#include "widgets/report/PlanFigures.h"
#include "widgets/report/ReportParts.h"
#include "widgets/report/ReportText.h"

#include <QCoreApplication>
#include <QLocale>

#include <iterator>

namespace reweigh {
namespace {

struct PlanReportPageWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

void addFigures(Blocks& blocks, std::vector<ReportFigure> figures)
{
    std::move(figures.begin(), figures.end(), std::back_inserter(blocks));
}

/// "9 cells, 12 variants, 420 of 432 runs, 3 of them failed".
QString subtitleOf(const PlanState& state)
{
    int runs = 0, failed = 0, missing = 0;
    for (const CellState& cell : state.cells) {
        missing += cell.missingRuns();
        for (const PlanVariant& variant : cell.variants)
            if (variant.sameAs.empty()) {
                runs += int(variant.result.runs.size());
                failed += int(variant.result.failed.size());
            }
    }
    const QLocale locale;
    QStringList parts = {PlanReportPageWords::tr("%n cell(s)", nullptr, int(state.cells.size())),
                         PlanReportPageWords::tr("%n variant(s)", nullptr, int(state.plan->variants.size())),
                         PlanReportPageWords::tr("%1 of %Ln run(s)", "trainings that have ended, of those planned", runs + failed + missing)
                             .arg(locale.toString(runs + failed))};
    if (failed > 0)
        parts << PlanReportPageWords::tr("%n of them failed", nullptr, failed);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

Report planReportPage(const PlanState& state, const std::vector<CellOrigin>& origins)
{
    const std::vector<HypothesisRow> hypotheses = judgeHypotheses(state);
    const std::vector<CellTable> tables = cellTables(state);
    Report report{.title = printable(state.plan->name),
                  .subtitle = subtitleOf(state),
                  .language = PlanReportPageWords::tr("en", "the language of these words, as a code of two letters"),
                  .blocks = {}};
    Blocks& blocks = report.blocks;
    addAnswer(blocks, state, hypotheses);
    blocks.push_back(ReportHeading{PlanReportPageWords::tr("Figures"), 1});
    addFigures(blocks, hypothesisFigures(hypotheses));
    addFigures(blocks, phaseFigures(state));
    if (std::optional<ReportFigure> transfer = transferFigure(state))
        blocks.push_back(std::move(*transfer));
    addFigures(blocks, curseFigures(tables));
    addFigures(blocks, variantFigures(state, tables));
    addChosen(blocks, tables);
    addTransfers(blocks, state);
    addCells(blocks, state, tables);
    addRecipe(blocks, state, origins);
    addMissing(blocks, state);
    addOrigins(blocks, origins);
    addAllSettings(blocks, state);
    return report;
}

Status writePlanReport(const PlanState& state, const std::filesystem::path& html, const std::filesystem::path& pdf)
{
    const Result<std::vector<CellOrigin>> origins = readOrigins(state);
    if (!origins)
        return origins.error();
    const Report report = planReportPage(state, *origins);
    const auto write = [](const std::filesystem::path& file, const QByteArray& bytes) {
        return writeFileAtomic(file, {bytes.constData(), std::size_t(bytes.size())});
    };
    if (!html.empty())
        if (const Status written = write(html, htmlOf(report)); !written)
            return written;
    return pdf.empty() ? Status() : write(pdf, pdfOf(report));
}

} // namespace reweigh
