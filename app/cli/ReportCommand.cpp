// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReportCommand.h"

#include "app/cli/DataCommand.h"
#include "app/cli/PlanTables.h"
#include "app/cli/StudyPath.h"
#include "core/base/PathText.h"
#include "core/live/plan/StudyAsPlan.h"
#include "core/plan/Plan.h"
#include "core/plan/PlanReport.h"

namespace reweigh {
namespace {

Error misused(const char* what)
{
    return {ErrorCode::UsageWrong, what, "reweigh report", {}};
}

/// A plan may also come out of a pipe, which no study does.
bool isPlan(const std::string& given)
{
    std::error_code code;
    return isPlanFile(given) || std::filesystem::is_fifo(given, code);
}

} // namespace

ReportCommand::ReportCommand(PageWriter writePages)
    : m_writePages(std::move(writePages))
{
}

void ReportCommand::declare(CLI::App& app)
{
    app.add_option("STUDY", m_study, "Study file, the folder that holds study.db, or a plan file (.json)")->required();
    app.add_option("--study-name", m_name, "Which study of the file; only needed where it holds several");
    app.add_option("--out", m_out, "Folder of a plan's studies; a folder beside the plan file, named like it, unless it is given")
        ->type_name("DIR");
    app.add_option("--html", m_html, "Write the report with its figures as one HTML page")->type_name("FILE");
    app.add_option("--pdf", m_pdf, "Write the report with its figures as PDF; needs no display")->type_name("FILE");
}

int ReportCommand::run(Terminal& terminal, std::stop_token)
{
    if (drawsPages() && !m_writePages)
        return terminal.fail(
            misused("this reweigh was built without its window, whose parts draw reports: --html and --pdf need the full program"));
    return isPlan(m_study) ? reportPlan(terminal) : reportStudy(terminal);
}

int ReportCommand::reportPlan(Terminal& terminal) const
{
    if (!m_name.empty())
        return terminal.fail(misused("--study-name has no effect on a plan: its cells are studies of their own"));
    const Result<Plan> plan = readPlan(m_study, m_out);
    if (!plan)
        return terminal.fail(plan.error());
    const Result<PlanState> state = readPlanState(*plan);
    if (!state)
        return terminal.fail(state.error());
    terminal.print(planTables(*state));
    if (const int code = writePages(*state, terminal); code != 0)
        return code;
    terminal.result(planReport(*state));
    return 0;
}

int ReportCommand::reportStudy(Terminal& terminal) const
{
    if (!m_out.empty())
        return terminal.fail(misused("--out names the folder of a plan's studies; it has no effect on a study"));
    const auto study = readStudy(m_study, m_name);
    if (!study) {
        if (study.error().code == ErrorCode::StudyMissing)
            notePlanOfCells(terminal, m_study, "report");
        return terminal.fail(study.error());
    }
    noteStudyData(terminal, (*study)->facts);
    noteLeftOut(terminal, **study);
    terminal.print(reportText(**study) + figuresText((*study)->facts));
    if (drawsPages()) {
        const Result<std::unique_ptr<StudyAsPlan>> plan = studyAsPlan(**study);
        if (!plan)
            return terminal.fail(plan.error());
        if ((*study)->noVariants)
            return terminal.fail(*(*study)->noVariants);
        if ((*plan)->plan.variants.empty())
            return terminal.fail(misused("--html and --pdf show compared variants, and this study has none: run reweigh compare first"));
        if (const int code = writePages((*plan)->state, terminal); code != 0)
            return code;
    }
    terminal.result(reportJson(**study));
    return 0;
}

int ReportCommand::writePages(const PlanState& state, Terminal& terminal) const
{
    if (!drawsPages())
        return 0;
    if (const int code = m_writePages(state, pages(), terminal); code != 0)
        return code;
    for (const std::filesystem::path& file : {std::filesystem::path(m_html), std::filesystem::path(m_pdf)})
        if (!file.empty())
            terminal.note("wrote " + file.string());
    return 0;
}

} // namespace reweigh
