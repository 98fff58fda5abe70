// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SearchCommand.h"

#include "app/cli/DataNotes.h"
#include "app/cli/PrintConfig.h"
#include "app/cli/SearchRun.h"
#include "app/cli/StudyTable.h"
#include "core/experiment/StudyReport.h"

namespace reweigh {

constexpr int automatic = 0; // trials at once, to be chosen by measurement

void SearchCommand::declare(CLI::App& app)
{
    m_flags.declare(app, {FieldGroup::Data, FieldGroup::Training, FieldGroup::Search, FieldGroup::Output}, Purpose::Search);
    app.add_flag("--resume", m_resume, "Go on with the study in --out, up to --trials in all");
    app.add_option("--workers", m_workers, "Trials at once; without --threads they share the cores. With more than one the order in "
                                           "which trials end, and so what the sampler learns from, depends on the clock. auto: one, or "
                                           "one a core where a measurement of some steps says that this is faster")
        ->transform(CLI::Transformer(std::map<std::string, int>{{"auto", automatic}}))
        ->check(CLI::Range(automatic, 1024))->capture_default_str();
}

int SearchCommand::run(Terminal& terminal, std::stop_token stop)
{
    Result<ExperimentConfig> config = m_flags.resolve(terminal);
    if (!config)
        return terminal.fail(config.error());
    if (m_flags.printRequested())
        return printConfig(terminal, *config);
    const Result<PreparedData> data = prepareData(config->data);
    if (!data)
        return terminal.fail(data.error());
    if (config->outDir.empty() && config->search.study.empty())
        config->outDir = defaultStudyFolder(*config, *data->plan);

    const Result<std::shared_ptr<Engine>> engine = openEngine(config->training, *data->source);
    if (!engine)
        return terminal.fail(engine.error());
    const auto session = SearchSession::open(*config, *data, m_resume, (*engine)->versions().library);
    if (!session)
        return terminal.fail(session.error());
    terminal.note(data->source->name + " " + data->plan->fingerprintCode + ": " + std::to_string(data->plan->train.size())
                  + " training images; study in " + (*session)->folder().file().string());
    const Result<StudyAttributes> attributes = (*session)->storage().attributes();
    if (!attributes)
        return terminal.fail(attributes.error());
    noteChanges(terminal, *data->plan);
    if (const Result<StudyFacts> facts = studyFacts(*attributes))
        noteUnchecked(terminal, *facts);
    int workers = m_workers;
    if (workers == automatic) {
        const Result<int> chosen = chooseWorkers(*config, *data, **engine, (*session)->remainingTrials(), terminal, stop);
        if (!chosen)
            return terminal.fail(chosen.error());
        workers = *chosen;
    }
    if (Status status = runSearch(**session, *config, *engine, terminal, stop, workers); !status)
        return terminal.fail(status.error());

    const Result<std::vector<FrozenTrial>> trials = (*session)->storage().trials();
    if (!trials)
        return terminal.fail(trials.error());
    terminal.print(trialTable(trialRefs(*trials), (*session)->storage().direction()));
    nlohmann::json report = studyReport((*session)->storage().studyName(), trialRefs(*trials), (*session)->storage().direction(), {});
    report["data"] = toJson(data->plan->changes);
    terminal.result(report);
    return 0;
}

} // namespace reweigh
