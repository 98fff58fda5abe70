// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompareCommand.h"

#include "app/cli/ArmTable.h"
#include "app/cli/ConfigFlags.h"
#include "app/cli/DataNotes.h"
#include "app/cli/SearchRun.h"
#include "app/cli/StudyPath.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/SearchCheck.h"
#include "core/storage/SqlStorage.h"

namespace reweigh {

void CompareCommand::declare(CLI::App& app)
{
    app.add_option("STUDY", m_study, "Study file, or the folder that holds study.db")->required();
    app.add_option("--arms", m_arms, "What to compare: searched, fixed, fixed-searched-input, largest, ce")
        ->delimiter(',')->capture_default_str();
    for (const char* key : {"arm-seeds", "data-dir", "device", "threads"})
        app.add_option(std::string("--") + key, m_settings[key], helpText(*findField(key)));
}

int CompareCommand::run(Terminal& terminal, std::stop_token stop)
{
    std::vector<ArmKind> kinds;
    for (const std::string& name : m_arms) {
        const Result<ArmKind> kind = armFromName(name);
        if (!kind)
            return terminal.fail(kind.error());
        kinds.push_back(*kind);
    }
    Result<StudyView> study = readStudy(m_study);
    if (!study)
        return terminal.fail(study.error());
    const Result<StudyFacts> facts = studyFacts(study->attributes);
    if (!facts)
        return terminal.fail(facts.error());
    ExperimentConfig config;
    if (Status status = applyJson(config, facts->config); !status)
        return terminal.fail(status.error());
    for (const auto& [key, text] : m_settings)
        if (!text.empty())
            if (Status status = setFromText(*findField(key), config, text); !status)
                return terminal.fail(status.error());
    for (const auto& [key, text] : m_settings)
        if (!text.empty())
            if (Status status = checkUse(*findField(key), config); !status)
                return terminal.fail(status.error());

    const Result<PreparedData> data = prepareData(config.data);
    if (!data)
        return terminal.fail(data.error());
    if (const Status same = checkSameData(*facts, *data->plan, study->file); !same)
        return terminal.fail(same.error());
    noteChanges(terminal, *data->plan);
    noteUnchecked(terminal, study->attributes);
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine)
        return terminal.fail(engine.error());
    const auto storage = SqlStorage::open(study->file, StorageMode::Write, study->name);
    if (!storage)
        return terminal.fail(storage.error());
    const auto arms = runArms(**storage, config, *data, **engine, kinds, study->file.parent_path(), terminal, stop);
    if (!arms)
        return terminal.fail(arms.error());
    terminal.print(armTable(*arms));
    terminal.result(toJson(*arms));
    return 0;
}

} // namespace reweigh
