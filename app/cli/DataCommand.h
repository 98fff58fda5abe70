// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/ConfigFlags.h"
#include "app/cli/Terminal.h"
#include "core/experiment/PreparedData.h"
#include "core/storage/TrialAttributes.h"

#include <optional>
#include <set>
#include <string>

namespace reweigh {

/// Prints a line about what the recipe changed in the data: labels made wrong, images left out; and one about what of a folder was not
/// read, if there is such.
void noteChanges(Terminal& terminal, const PreparedData& data);

/// Prints a line that a study's images cannot be checked, where an earlier version made the study without a hash of its images.
void noteUnchecked(Terminal& terminal, const StudyFacts& study);

/// Prints both lines for a stored study, from its fingerprint. Prints nothing for a study that another program wrote.
void noteStudyData(Terminal& terminal, const std::optional<StudyFacts>& study);

/// Says, where a study's data are not found, which paths the study stores as they were given from another folder. `named`: the keys of the
/// settings that the user gave instead.
void noteRelativePaths(Terminal& terminal, const DataOptions& study, const std::set<std::string>& named);

/// Lines for below a table: what its figures stand on, where that is not a benchmark's own labels, and that there are few test images; else
/// empty.
std::string figuresText(const HeldOutLabels& labels);

/// The same of a stored study.
std::string figuresText(const std::optional<StudyFacts>& study);

/// What the recipe of a stored study changed, as `--json` prints it; null where the study does not store it.
nlohmann::json studyDataJson(const std::optional<StudyFacts>& study);

/// `reweigh data`: shows what noise and imbalance do to the classes; `--fetch` downloads a data set.
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
