// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <string>

namespace reweigh {

/// `reweigh help [TOPIC]`: prints what the window's help says of a term or a view, or lists what there is.
class HelpCommand : public Command {
public:
    const char* name() const override { return "help"; }
    const char* summary() const override { return "Explain a term or a view of the window"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    std::string m_topic, m_language = "en";
};

} // namespace reweigh
