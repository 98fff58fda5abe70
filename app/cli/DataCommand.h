// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/ConfigFlags.h"
#include "app/cli/Terminal.h"
#include "core/data/recipe/DataPlan.h"
#include "core/storage/TrialAttributes.h"

#include <optional>

namespace reweigh {

/// Says in one line what the recipe changed of the data: labels made wrong, images left out.
void noteChanges(Terminal& terminal, const DataPlan& plan);

/// Says in one line that a study's images cannot be checked, where the version that made it did not know them.
void noteUnchecked(Terminal& terminal, const StudyFacts& study);

/// Both of a stored study, from its fingerprint. Says nothing of a study that another program wrote.
void noteStudyData(Terminal& terminal, const std::optional<StudyFacts>& study);

/// What the recipe of a stored study changed, as `--json` prints it; null where the study does not say.
nlohmann::json studyDataJson(const std::optional<StudyFacts>& study);


/// `reweigh data`: what noise and imbalance do to the classes; `--fetch` gets a data set.
class DataCommand : public Command {
public:
    const char* name() const override { return "data"; }
    const char* summary() const override { return "Show what noise and imbalance do to a data set's classes"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    ConfigFlags m_flags;
    bool m_fetch = false;
};

} // namespace reweigh
