// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PathText.h"
#include "widgets/report/ReportParts.h"
#include "widgets/report/ReportText.h"
#include "widgets/text/ErrorText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <set>

namespace reweigh {
namespace {

struct MissingPartWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

/// The variants of the cell that have no result for some seed: "searched (2), ce (1)".
QString missingVariants(const CellState& cell)
{
    QStringList names;
    for (const PlanVariant& variant : cell.variants)
        if (variant.missing > 0)
            names << QStringLiteral("%1 (%2)").arg(printable(variant.name), QString::number(variant.missing));
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "));
}

ReportTable missingTable(const PlanState& state)
{
    ReportTable table{.title = MissingPartWords::tr("Not run yet"),
                      .columns = QStringLiteral("lrrl"),
                      .header = {MissingPartWords::tr("cell"), MissingPartWords::tr("trials"), MissingPartWords::tr("runs"),
                                 MissingPartWords::tr("variants (seeds)")},
                      .note =
                          MissingPartWords::tr("Trials: of the searches that variants need. The same plan continues where it stopped.")};
    for (const CellState& cell : state.cells)
        if (!cell.isDone() && !cell.failure)
            table.rows.push_back(
                {cellText(cell), QLocale().toString(cell.missingTrials), QLocale().toString(cell.missingRuns()), missingVariants(cell)});
    return table;
}

/// The error's sentence without the folders of this machine.
QString failureText(const Error& error, const PlanState& state, const CellState& cell)
{
    QString sentence = errorText(error);
    for (const std::filesystem::path& folder : {std::filesystem::path(cell.cell->config.outDir), state.plan->folder}) {
        if (folder.empty())
            continue;
        for (const std::string& name : {fullPath(folder).string(), folder.string()})
            sentence.replace(QString::fromStdString(name) + QLatin1Char('/'), QString());
    }
    return printable(sentence.toStdString());
}

/// Cells whose studies cannot be used, and why.
ReportTable unusableTable(const PlanState& state)
{
    ReportTable table{.title = MissingPartWords::tr("Cells that cannot be used"),
                      .columns = QStringLiteral("ll"),
                      .header = {MissingPartWords::tr("cell"), MissingPartWords::tr("why")},
                      .note = MissingPartWords::tr("Nothing of them is in this report; hypotheses that are about them lack their runs.")};
    for (const CellState& cell : state.cells)
        if (cell.failure)
            table.rows.push_back({cellText(cell), failureText(*cell.failure, state, cell)});
    return table;
}

ReportTable failedTable(const PlanState& state)
{
    ReportTable table{.title = MissingPartWords::tr("Failed or diverged"),
                      .columns = QStringLiteral("llrl"),
                      .header = {MissingPartWords::tr("cell"), MissingPartWords::tr("variant"), MissingPartWords::tr("seed"),
                                 MissingPartWords::tr("why")},
                      .note = MissingPartWords::tr("They are counted as made and have no figure; differences leave their seeds out.")};
    for (const CellState& cell : state.cells)
        for (const PlanVariant& variant : cell.variants)
            if (variant.sameAs.empty())
                for (const FailedRun& run : variant.result.failed)
                    table.rows.push_back(
                        {cellText(cell), printable(variant.name), QString::number(run.seed), failureText(run.error, state, cell)});
    return table;
}

/// Runs that trained with a smaller batch than they were to.
QStringList smallerBatches(const PlanState& state)
{
    QStringList list;
    for (const CellState& cell : state.cells)
        for (const PlanVariant& variant : cell.variants)
            if (variant.sameAs.empty())
                for (const VariantRun& run : variant.result.runs)
                    if (run.batchSize > 0)
                        list << MissingPartWords::tr("%1, %2, seed %3: trained with a batch of %4, because a larger one ran out of memory.")
                                    .arg(cellText(cell), printable(variant.name), QString::number(run.seed),
                                         QString::number(run.batchSize));
    return list;
}

QStringList sortedTexts(const std::set<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list << printable(text);
    return list;
}

} // namespace

void addMissing(Blocks& blocks, const PlanState& state)
{
    blocks.push_back(ReportHeading{MissingPartWords::tr("What is missing"), 1});
    if (ReportTable unusable = unusableTable(state); !unusable.rows.empty())
        blocks.push_back(std::move(unusable));
    if (ReportTable missing = missingTable(state); !missing.rows.empty())
        blocks.push_back(std::move(missing));
    else if (state.isDone())
        blocks.push_back(ReportParagraph{MissingPartWords::tr("Everything that the plan asks for was run.")});
    if (ReportTable failed = failedTable(state); failed.rows.empty())
        blocks.push_back(ReportParagraph{MissingPartWords::tr("No run failed or diverged.")});
    else
        blocks.push_back(std::move(failed));
    if (QStringList smaller = smallerBatches(state); !smaller.isEmpty())
        blocks.push_back(ReportList{smaller});
    if (state.strangers.empty())
        return;
    blocks.push_back(ReportParagraph{
        MissingPartWords::tr("The folder also has %n cell(s) of an earlier version of the plan, which this report leaves out:", nullptr,
                             int(state.strangers.size()))});
    ReportList list;
    for (const std::filesystem::path& folder : state.strangers)
        list.items << printable(utf8Text(folder.filename().string()));
    blocks.push_back(std::move(list));
}

void addOrigins(Blocks& blocks, const std::vector<CellOrigin>& origins)
{
    std::set<std::string> programs, devices;
    for (const CellOrigin& origin : origins) {
        programs.insert(origin.programs.begin(), origin.programs.end());
        devices.insert(origin.devices.begin(), origin.devices.end());
    }
    const auto text = [](const std::set<std::string>& texts) {
        return texts.empty() ? QStringLiteral("–") : sortedTexts(texts).join(QStringLiteral("; "));
    };
    blocks.push_back(ReportHeading{MissingPartWords::tr("Versions and machine"), 1});
    blocks.push_back(ReportTable{.columns = QStringLiteral("ll"),
                                 .rows = {{MissingPartWords::tr("trained with"), text(programs)},
                                          {MissingPartWords::tr("devices"), text(devices)},
                                          {MissingPartWords::tr("report made with"), QStringLiteral("Reweigh " REWEIGH_VERSION)}},
                                 .note = MissingPartWords::tr("As the runs recorded it; “–” where their folders were not kept.")});
}

} // namespace reweigh
