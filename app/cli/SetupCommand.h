// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "core/config/LibTorchWheels.h"

#include <string>
#include <vector>

namespace reweigh {

/// `reweigh setup`: fetches LibTorch, which no package holds, into the user's cache, or removes it from there.
class SetupCommand : public Command {
public:
    const char* name() const override { return "setup"; }
    const char* summary() const override { return "Download LibTorch, which trainings need"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    int fetch(Terminal& terminal, std::stop_token stop) const;
    int remove(Terminal& terminal) const;

    bool m_cuda = false;
    bool m_remove = false;
    std::string m_address = libTorchAddress;
};

} // namespace reweigh
