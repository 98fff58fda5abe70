// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <string>

namespace reweigh {

/// `reweigh methods`: lists losses and weightings, or explains one; also those that are here under another name, or are left out.
class MethodsCommand : public Command {
public:
    const char* name() const override { return "methods"; }
    const char* summary() const override { return "List losses and weightings, or explain one"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    std::string m_name;
};

} // namespace reweigh
