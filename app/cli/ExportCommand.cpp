// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExportCommand.h"

#include "app/cli/TextTable.h"
#include "app/cli/UsageText.h"
#include "app/cli/VariantTable.h"
#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/engine/face/Engine.h"
#include "core/storage/ArchitectureFile.h"
#include "core/storage/StudyFolder.h"

#include <CLI/Validators.hpp>

namespace reweigh {

Result<nlohmann::json> exportArchitectures(const StudySnapshot& study, int count, const std::filesystem::path& file)
{
    if (study.hasSeveralObjectives())
        return Error{ErrorCode::StudySeveralObjectives, study.file.string(), std::to_string(study.directions.size()), {}};
    if (!study.facts)
        return study.noFacts;
    Result<nlohmann::json> json = architecturesJson(study.name, *study.facts, trialRefs(study.trials), count);
    if (!json)
        return json;
    if (const Status checked = checkArchitectures(*json, file); !checked)
        return checked.error();
    if (const Status written = writeFileAtomic(file, jsonText(*json, 2) + "\n"); !written)
        return written.error();
    return json;
}

void ExportCommand::declare(CLI::App& app)
{
    app.add_option("STUDY", m_study, "Study file, or the folder that holds study.db")->required();
    app.add_option("--study-name", m_name, "Which study of the file; only needed where it holds several")->type_name("NAME");
    app.add_option("--best", m_best, "How many architectures")->transform(wholeNumber(1, 1000000))->capture_default_str();
    app.add_option("--output", m_output, "File to write; empty: best.json beside the study");
    app.add_flag("--torchscript", m_torchScript, "Also write the trained MW-Nets, for Python, beside it");
}

int ExportCommand::run(Terminal& terminal, std::stop_token)
{
    const auto read = readStudy(m_study, m_name);
    if (!read)
        return terminal.fail(read.error());
    const StudySnapshot& study = **read;
    const StudyFolder place = StudyFolder::ofFile(study.file);
    const std::filesystem::path file = m_output.empty() ? place.bestArchitectures() : std::filesystem::path(m_output);
    const Result<nlohmann::json> json = exportArchitectures(study, m_best, file);
    if (!json)
        return terminal.fail(json.error());

    std::vector<std::string> written = {pathText(file)};
    if (m_torchScript) {
        const Result<std::shared_ptr<Engine>> engine = openEngine();
        if (!engine)
            return terminal.fail(engine.error());
        int rank = 0;
        for (const FrozenTrial* trial : bestTrials(trialRefs(study.trials), study.direction, m_best)) {
            const Result<TrialFacts> facts = trialFacts(*trial);
            if (!facts)
                return terminal.fail(facts.error());
            std::filesystem::path script = file;
            script.replace_filename(file.stem().string() + "-" + std::to_string(++rank) + ".pt");
            if (const Status status = (*engine)->exportTorchScript(place.folder() / facts->runDir, script); !status)
                return terminal.fail(status.error());
            written.push_back(pathText(script));
        }
    }
    TextTable table({"rank", "trial", "objective", "architecture", "parameters"});
    for (const nlohmann::json& entry : json->at("architectures"))
        table.add({entry.at("rank").dump(), entry.at("trial").dump(), figure(entry.at("objective"), 4),
                   architectureText(*metaNetSpecFromJson(entry.at("network"))), entry.at("parameters").dump()});
    terminal.print(table.text());
    for (const std::string& path : written)
        terminal.print("wrote " + path + "\n");
    terminal.result({{"written", written}, {"architectures", json->at("architectures")}});
    return 0;
}

} // namespace reweigh
