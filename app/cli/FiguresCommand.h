// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/FigureWriter.h"

namespace reweigh {

/// `reweigh figures`: writes the views of a study or plan as figures for a paper, as the window's dialog does.
class FiguresCommand : public Command {
public:
    explicit FiguresCommand(FigureWriter write);

    const char* name() const override { return "figures"; }
    const char* summary() const override { return "Write a study's or a plan's views as figures for a paper"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;
    bool drawsViews() const override { return bool(m_write); }

private:
    Result<FigureSetup> setup() const;
    Status checkStudy(Terminal& terminal) const;

    FigureWriter m_write;
    FigureOrder m_order;
    std::string m_settings, m_width, m_height, m_font, m_format;
    std::vector<std::string> m_figures;
    int m_dpi = 0; ///< 0: not given
    bool m_noTitle = false, m_noFooter = false, m_noLegend = false;
};

} // namespace reweigh
