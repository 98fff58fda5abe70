// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompareCommand.h"

#include "app/cli/ComparisonRun.h"
#include "app/cli/ConfigFlags.h"
#include "app/cli/DataNotes.h"
#include "app/cli/StudyPath.h"
#include "app/cli/VariantTable.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/config/VariantText.h"
#include "core/experiment/SearchCheck.h"
#include "core/storage/SqlStorage.h"

namespace reweigh {
namespace {

/// The named variants, a line each with what it controls for.
std::string variantsHelp()
{
    std::string text = "What to compare; may be given several times. Named variants, all compared unless some are named:";
    for (const NamedVariant& variant : namedVariants())
        text += std::string("\n  ") + variant.name + ": " + variant.help + (variant.byDefault ? "" : " (only where named)");
    return text + "\nOne's own: name:key=value,key=value sets what differs from the study; name:searched,key=value starts from a named one; "
                  "lists with dashes (hidden=64-64). Or a plan file, FILE.json: {\"variants\": [\"searched\", {\"name\": ..., \"base\": ..., "
                  "\"settings\": {...}}]}";
}

} // namespace

void CompareCommand::declare(CLI::App& app)
{
    app.add_option("STUDY", m_study, "Study file, or the folder that holds study.db")->required();
    app.add_option("--variants", m_variants, variantsHelp())->type_name("")->expected(1)->take_all();
    app.add_option("--workers", m_workers, "Trainings at once, with the same figures for any number; auto: as many as the cores allow")
        ->transform(CLI::Transformer(std::map<std::string, int>{{"auto", 0}}))->check(CLI::Range(0, 1024))->default_str("auto");
    for (const char* key : {"variant-seeds", "data-dir", "device", "threads"})
        app.add_option(std::string("--") + key, m_settings[key], helpText(*findField(key)));
}

Result<std::vector<Variant>> CompareCommand::variants() const
{
    if (m_variants.empty())
        return defaultVariants();
    std::vector<Variant> all;
    for (const std::string& text : m_variants) {
        const Result<std::vector<Variant>> some = text.ends_with(".json") ? readVariantPlan(text) : parseVariants(text);
        if (!some)
            return some.error();
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

int CompareCommand::run(Terminal& terminal, std::stop_token stop)
{
    const Result<std::vector<Variant>> asked = variants();
    if (!asked)
        return terminal.fail(asked.error());
    const auto read = readStudy(m_study);
    if (!read)
        return terminal.fail(read.error());
    const StudySnapshot& study = **read;
    if (!study.facts)
        return terminal.fail(study.noFacts);
    ExperimentConfig config;
    if (Status status = applyJson(config, study.facts->config); !status)
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
    if (const Status same = checkSameData(*study.facts, *data->plan, study.file); !same)
        return terminal.fail(same.error());
    noteChanges(terminal, *data->plan);
    noteUnchecked(terminal, *study.facts);
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine)
        return terminal.fail(engine.error());
    const auto storage = SqlStorage::open(study.file, StorageMode::Write, study.name);
    if (!storage)
        return terminal.fail(storage.error());
    const auto compared = runVariants(**storage, {.config = config, .variants = *asked, .data = *data, .folder = study.file.parent_path()}, *engine,
                                      terminal, stop, m_workers);
    if (!compared)
        return terminal.fail(compared.error());
    terminal.print(variantTable(*compared));
    nlohmann::json result = comparisonJson(*compared);
    result["data"] = toJson(data->plan->changes);
    terminal.result(result);
    return 0;
}

} // namespace reweigh
