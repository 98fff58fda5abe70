// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReportCommand.h"

#include "app/cli/DataCommand.h"
#include "app/cli/StudyPath.h"

namespace reweigh {

void ReportCommand::declare(CLI::App& app)
{
    app.add_option("STUDY", m_study, "Study file, or the folder that holds study.db")->required();
    app.add_option("--study-name", m_name, "Which study of the file; only needed where it holds several");
}

int ReportCommand::run(Terminal& terminal, std::stop_token)
{
    const auto study = readStudy(m_study, m_name);
    if (!study)
        return terminal.fail(study.error());
    noteStudyData(terminal, (*study)->facts);
    terminal.print(reportText(**study));
    terminal.result(reportJson(**study));
    return 0;
}

} // namespace reweigh
