// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Terminal.h"
#include "core/config/Variant.h"
#include "core/experiment/StoredComparison.h"

#include <map>
#include <string>
#include <vector>

namespace reweigh {

struct StudySnapshot;

/// Runs a study's comparison and prints a line per training; `workers` trainings run at once (0: as many as the cores allow). Returns all
/// results that the study then stores, including those of earlier comparisons. Errors: those of compareInStudy.
Result<std::vector<VariantResult>> runVariants(StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                               Terminal& terminal, std::stop_token stop, int workers = 0);

/// `reweigh compare`: retrains a study's best architecture and its controls with fresh seeds.
class CompareCommand : public Command {
public:
    const char* name() const override { return "compare"; }
    const char* summary() const override { return "Retrain a study's best architecture beside its controls, with fresh seeds, and judge"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    /// What one --variants asks for.
    struct Asked {
        std::vector<Variant> variants;
        std::string file; ///< in which they stand; empty: in the command line
    };
    Result<std::vector<Asked>> asked() const;
    static Status tryVariants(const Asked& asked, const ExperimentConfig& config, const StudySnapshot& study);

    std::string m_study;
    std::string m_name;                  ///< of the study in its file; empty: the only one
    std::vector<std::string> m_variants; ///< empty: the default ones
    int m_workers = 0;
    std::map<std::string, std::string> m_settings; ///< by key: settings that may differ from the study's
};

} // namespace reweigh
