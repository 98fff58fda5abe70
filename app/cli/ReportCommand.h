// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/PageWriter.h"

namespace reweigh {

/// `reweigh report`: prints the tables of a study, reweigh's or Optuna's, or of a plan, running or finished, and writes a plan's report as
/// HTML and PDF. A study is reported as a plan of one cell.
class ReportCommand : public Command {
public:
    explicit ReportCommand(PageWriter writePages);

    const char* name() const override { return "report"; }
    const char* summary() const override { return "Print a study's or a plan's tables, or write them with figures as HTML and PDF"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;
    bool drawsPages() const override { return pages().any(); }

private:
    int reportPlan(Terminal& terminal) const;
    int reportStudy(Terminal& terminal) const;
    int writePages(const PlanState& state, Terminal& terminal) const;

    PageFiles pages() const { return {m_html, m_pdf}; }

    PageWriter m_writePages;
    std::string m_study;
    std::string m_name;
    std::string m_out;
    std::string m_html;
    std::string m_pdf;
};

} // namespace reweigh
