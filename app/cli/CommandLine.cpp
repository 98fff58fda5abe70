// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/UsageText.h"
#include "core/base/PathText.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <filesystem>
#include <new>
#include <sstream>

namespace reweigh {
namespace {

const char* const footer = "Exit codes: 0 ok, 1 failed, 2 usage, 3 bad input or data, 4 device not usable (or no display,\n"
                           "or no LibTorch), 5 out of memory, 6 interrupted but resumable, 130/143 ended by a second signal,\n"
                           "141 whoever read the output ended before it was written.";

} // namespace

CommandLine::CommandLine(Terminal& terminal, const PageWriter& writePages, const FigureWriter& writeFigures)
    : m_terminal(terminal)
    , m_app("Reweigh: Meta-Weight-Net and its architecture under label noise and class imbalance.\n"
            "Without a subcommand: the window, on the studies and the plan named or on those that were open last.",
            "reweigh")
    , m_commands(makeCommands(writePages, writeFigures))
{
    const std::string version = std::string("reweigh ") + REWEIGH_VERSION;
    m_app.set_version_flag("--version", version);
    m_app.footer(footer);
    m_app.require_subcommand(0, 1);
    m_app.get_formatter()->column_width(34);
    declareWindow();
    for (const auto& command : m_commands) {
        CLI::App* sub = m_app.add_subcommand(command->name(), command->summary());
        sub->footer(footer);
        sub->set_version_flag("--version", version);
        sub->add_flag("--json", terminal.json, "Print the result as one JSON value");
        sub->add_flag("--quiet", terminal.quiet, "No progress");
        command->declare(*sub);
        sub->callback([this, chosen = command.get()] { m_chosen = chosen; });
    }
}

void CommandLine::declareWindow()
{
    const auto option = [this](const char* name, std::string& value, const char* help, std::vector<std::string> choices) {
        CLI::Option* made = m_app.add_option(name, value, help)->group("Window");
        return choices.empty() ? made : made->check(CLI::IsMember(std::move(choices)))->type_name("");
    };
    CLI::Option* studies =
        m_app.add_option("STUDY", m_window.studies, "Study files, or folders that hold study.db, and a plan file, to open in the window")
            ->group("Window");
    option("--study-name", m_window.studyName, "Which study of the STUDY file to open, where it holds several; all of them if not given",
           {})
        ->needs(studies)
        ->type_name("NAME");
    option("--layout", m_window.layout, "Layout to show first: setup, watch, search, compare, plan",
           {"setup", "watch", "search", "compare", "plan"});
    option("--scheme", m_window.scheme, "light or dark; as in the preferences unless given", {"light", "dark"});
    option("--lang", m_window.language, "de, ja or en; as in the preferences unless given", {"de", "ja", "en"});
    option("--demo", m_window.demo, "Open the demo study in this folder; begin it there if there is none", {})->type_name("DIR");
    CLI::Option* screenshots = option("--screenshots", m_window.screenshots,
                                      "Draw every layout of one STUDY into PNG files, light and dark; needs no display", {});
    screenshots->type_name("DIR");
    m_app.add_option("--scale", m_window.scale, "Pixels per point in screenshots: 1 to 4")
        ->group("Window")
        ->transform(wholeNumber(1, 4))
        ->needs(screenshots)
        ->type_name("");
}

std::optional<int> CommandLine::parse(std::vector<std::string> arguments)
{
    const bool json = std::ranges::find(arguments, "--json") != arguments.end();
    std::ranges::reverse(arguments); // CLI11 expects them in reverse order
    try {
        m_app.parse(arguments);
    } catch (const CLI::Success& asked) { // --help, --version
        std::ostringstream out, err;
        m_app.exit(asked, out, err);
        m_terminal.printAlways(out.str());
        return 0;
    } catch (const CLI::ParseError& error) {
        m_terminal.json = m_terminal.json || json; // flags are not stored where parsing fails
        return m_terminal.fail(usageErrorOf(m_app, error));
    }
    if (m_chosen)
        return std::nullopt;
    if (m_window.studies == std::vector<std::string>{"help"} && !isThere("help")) {
        m_terminal.printAlways(m_app.help());
        return 0;
    }
    if (!m_window.studies.empty() && !isThere(m_window.studies.front()))
        if (const Error unknown = unknownCommand(m_app, m_window.studies.front()); !unknown.where.empty())
            return m_terminal.fail(unknown);
    if (!m_window.screenshots.empty() && m_window.studies.size() != 1)
        return m_terminal.fail({ErrorCode::UsageWrong, "--screenshots draws one STUDY: name it after the folder", m_app.get_name(), {}});
    return std::nullopt;
}

int CommandLine::run(std::stop_token stop)
{
    return m_chosen ? m_chosen->run(m_terminal, std::move(stop)) : 2;
}

int runCommandLine(std::vector<std::string> arguments, Terminal& terminal, std::stop_token stop)
{
    return withoutExceptions(terminal, [&] {
        CommandLine line(terminal);
        if (const std::optional<int> code = line.parse(std::move(arguments)))
            return *code;
        return line.run(std::move(stop));
    });
}

namespace {

int runCaught(Terminal& terminal, const std::function<int()>& program)
{
    try {
        return program();
    } catch (const std::bad_alloc& exception) {
        return terminal.fail({ErrorCode::OutOfMemory, "cpu", exception.what(), {}});
    } catch (const std::filesystem::filesystem_error& exception) {
        return terminal.fail({ErrorCode::FileUnreadable, exception.path1().string(), exception.code().message(), {}});
    } catch (const std::exception& exception) {
        return terminal.fail({ErrorCode::Internal, "main", exception.what(), {}});
    } catch (...) {
        return terminal.fail({ErrorCode::Internal, "main", "an exception of unknown kind", {}});
    }
}

} // namespace

int withoutExceptions(Terminal& terminal, const std::function<int()>& program)
{
    return terminal.finish(runCaught(terminal, program));
}

} // namespace reweigh
