// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/StudyPath.h"

namespace reweigh {

/// Checks the best `count` architectures of `study` against the schema, writes them to `file` and returns them as JSON.
/// Errors: StudyEmpty, StudyCorrupt, ArchitectureOtherSchema, FileUnwritable, DiskFull.
Result<nlohmann::json> exportArchitectures(const StudySnapshot& study, int count, const std::filesystem::path& file);

/// `reweigh export`: writes the best architectures of a study as JSON.
class ExportCommand : public Command {
public:
    const char* name() const override { return "export"; }
    const char* summary() const override { return "Write a study's best architectures to JSON"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    std::string m_study;
    std::string m_name; ///< of the study in its file; empty: the only one
    std::string m_output;
    int m_best = 1;
    bool m_torchScript = false;
};

} // namespace reweigh
