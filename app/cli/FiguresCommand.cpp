// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FiguresCommand.h"

#include "app/cli/StudyPath.h"
#include "app/cli/UsageText.h"
#include "core/base/PathText.h"
#include "core/plan/Plan.h"

#include <CLI/Validators.hpp>

namespace reweigh {

FiguresCommand::FiguresCommand(FigureWriter write)
    : m_write(std::move(write))
{
}

void FiguresCommand::declare(CLI::App& app)
{
    CLI::Option* study = app.add_option("STUDY", m_order.study, "Study file, the folder that holds study.db, or a plan file (.json)");
    app.add_option("--study-name", m_order.studyName, "Which study of the file; only needed where it holds several")
        ->needs(study)
        ->type_name("NAME");
    app.add_option("--studies", m_order.studies,
                   "Folder of a plan's studies, which reweigh run and report call --out; a folder beside the plan file, named like it, "
                   "unless it is given")
        ->needs(study)
        ->type_name("DIR");
    app.add_option("--out", m_order.out,
                   "Folder to write the figures into, each with its numbers as CSV, and these settings as figures.json")
        ->type_name("DIR");
    app.add_flag("--list", m_order.list, "Print the names of the figures that STUDY has, or of all there are");
    app.add_option("--figure", m_figures, "Name of a figure to write, as --list prints it; all unless any is given")->type_name("NAME");
    app.add_option("--settings,--recipe", m_settings, // a recipe, as it was called before
                   "Settings as the window or this command wrote them (figures.json); a flag overrides them")
        ->type_name("FILE");
    app.add_option("--width", m_width, "Width: 3.3in, 84mm, 8.4cm, 240pt, column (3.3in) or text (6.9in); text unless given")
        ->type_name("LENGTH");
    app.add_option("--height", m_height, "Height, or auto: as each figure needs, at least 0.62 of the width; auto unless given")
        ->type_name("LENGTH");
    app.add_option("--font", m_font, "Size of all type; 8pt unless given")->type_name("POINTS");
    app.add_flag("--no-title", m_noTitle, "No title above the figure");
    app.add_flag("--no-footer", m_noFooter, "No line with study, recipe and version below it");
    app.add_flag("--no-legend", m_noLegend, "No legend, and no names at the lines' ends");
    app.add_option("--format", m_format, "svg, pdf or png; svg unless given")->type_name("");
    app.add_option("--dpi", m_dpi, "Pixels per inch of a PNG: 72 to 1200; 300 unless given")
        ->transform(wholeNumber(72, 1200))
        ->type_name("");
    app.add_option("--lang", m_order.language, "de, ja or en; the environment's language unless given")
        ->check(CLI::IsMember({"de", "ja", "en"}))
        ->type_name("");
}

/// The settings of the file, and over them the flags that were given.
Result<FigureSetup> FiguresCommand::setup() const
{
    FigureSetup setup;
    if (!m_settings.empty()) {
        const Result<FigureSetup> read = readFigureSetup(m_settings);
        if (!read)
            return read.error();
        setup = *read;
    }
    std::vector<std::pair<const char*, nlohmann::json>> given;
    for (const auto& [key, text] :
         {std::pair("width", &m_width), std::pair("height", &m_height), std::pair("font", &m_font), std::pair("format", &m_format)})
        if (!text->empty())
            given.emplace_back(key, *text);
    for (const auto& [key, left] : {std::pair("title", m_noTitle), std::pair("footer", m_noFooter), std::pair("legend", m_noLegend)})
        if (left)
            given.emplace_back(key, false);
    if (m_dpi > 0)
        given.emplace_back("dpi", m_dpi);
    if (!m_figures.empty())
        given.emplace_back("figures", m_figures);
    for (const auto& [key, value] : given)
        if (const Status set = setFigureOption(setup, key, value); !set)
            return set.error();
    return setup;
}

/// Whether there is a study or plan to draw. Says so if nothing of a plan has been trained where its studies are looked for.
Status FiguresCommand::checkStudy(Terminal& terminal) const
{
    if (isPlanFile(m_order.study)) {
        const Result<Plan> plan = readPlan(m_order.study, m_order.studies);
        if (!plan)
            return plan.error();
        if (!isFolder(plan->folder / "cells"))
            terminal.note("nothing of the plan has been trained in " + plan->folder.string()
                          + "; --studies DIR names the folder into which reweigh run --out has put its studies");
        return {};
    }
    const auto study = readStudy(m_order.study, m_order.studyName);
    if (!study) {
        if (study.error().code == ErrorCode::StudyMissing)
            notePlanOfCells(terminal, m_order.study, "figures");
        return study.error();
    }
    noteLeftOut(terminal, **study);
    return {};
}

int FiguresCommand::run(Terminal& terminal, std::stop_token)
{
    const auto misused = [&](const char* what) { return terminal.fail({ErrorCode::UsageWrong, what, "reweigh figures", {}}); };
    if (!m_write)
        return misused("this reweigh was built without its window, whose views are the figures");
    if (m_order.study.empty() && !m_order.list)
        return misused("a STUDY is missing, whose figures are written");
    if (m_order.out.empty() && !m_order.list)
        return misused("--out DIR is missing, the folder to write the figures into");
    if (isPlanFile(m_order.study) && !m_order.studyName.empty())
        return misused("--study-name has no effect on a plan: its cells are studies of their own");
    if (!isPlanFile(m_order.study) && !m_order.studies.empty())
        return misused("--studies names the folder of a plan's studies; it has no effect on a study");
    const Result<FigureSetup> wanted = setup();
    if (!wanted)
        return terminal.fail(wanted.error());
    if (m_dpi > 0 && wanted->format != "png")
        return misused("--dpi has no effect on a figure without pixels: add --format png");
    m_order.setup = *wanted;
    if (!m_order.study.empty())
        if (const Status there = checkStudy(terminal); !there)
            return terminal.fail(there.error());
    return m_write(m_order, terminal);
}

} // namespace reweigh
