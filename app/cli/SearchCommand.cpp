// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SearchCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/DataCommand.h"
#include "app/cli/RunPrinter.h"
#include "app/cli/StudyPath.h"
#include "app/cli/TextTable.h"
#include "app/cli/UsageText.h"
#include "core/base/MachineCores.h"
#include "core/base/PathText.h"
#include "core/config/ConfigField.h"
#include "core/data/recipe/MetaSet.h"
#include "core/experiment/SearchCheck.h"
#include "core/experiment/StudyReport.h"
#include "core/experiment/TrainingObjective.h"
#include "core/experiment/WorkerChoice.h"
#include "core/live/follow/StudyReader.h"
#include "core/storage/StudyFolder.h"
#include "widgets/text/ErrorText.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <utility>

namespace reweigh {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Prints a trial's progress. The first training of a search that starts also prints the device.
class TrialPrinter : public RunPrinter {
public:
    TrialPrinter(Terminal& terminal, std::string prefix, std::atomic<bool>& deviceSaid)
        : RunPrinter(terminal, std::move(prefix), false)
        , m_terminal(terminal)
        , m_deviceSaid(deviceSaid)
    {
    }

    void started(const RunStarted& run) override
    {
        RunPrinter::started(run);
        if (!m_deviceSaid.exchange(true))
            m_terminal.note("training " + deviceLine(run));
    }

private:
    Terminal& m_terminal;
    std::atomic<bool>& m_deviceSaid;
};

/// Prints a line for each trial that has ended, with an estimate of the time left.
class SearchPrinter {
public:
    SearchPrinter(Terminal& terminal, int done, int total)
        : m_terminal(terminal)
        , m_before(done)
        , m_done(done)
        , m_total(total)
    {
    }

    std::unique_ptr<RunObserver> observerOf(std::int64_t trial)
    {
        return std::make_unique<TrialPrinter>(m_terminal, "trial " + std::to_string(trial) + "  ", m_deviceSaid);
    }

    void take(const FrozenTrial& trial)
    {
        ++m_done;
        const double each = secondsSince(m_start) / (m_done - m_before);
        std::string line = "[" + std::to_string(m_done) + "/" + std::to_string(m_total) + "] " + trialLine(trial);
        if (m_done < m_total)
            line += "; about " + duration(each * (m_total - m_done)) + " left";
        m_terminal.note(line);
    }

private:
    Terminal& m_terminal;
    int m_before, m_done, m_total;
    std::atomic<bool> m_deviceSaid{false};
    Clock::time_point m_start = Clock::now();
};

/// Says that the lag lets fewer trials run at once than there are workers.
void noteIdleWorkers(Terminal& terminal, int lag, int workers)
{
    if (lag > 0 && workers > lag)
        terminal.note("only " + std::to_string(lag) + (lag == 1 ? " trial runs" : " trials run") + " at once, not "
                      + std::to_string(workers) + ": --search-lag is " + std::to_string(lag));
}

} // namespace

Result<int> chooseWorkers(const ExperimentConfig& config, const PreparedData& data, Engine& engine, int trials, Terminal& terminal,
                          std::stop_token stop)
{
    const int most = config.search.lag > 0 ? std::min(trials, config.search.lag) : trials;
    ExperimentConfig asTrained = config;
    asTrained.training.threads = trialThreads(config, 1);
    const Result<WorkerChoice> choice = measureWorkers(asTrained, data, engine, most, machineCores(), std::move(stop));
    if (!choice)
        return choice.error();
    if (choice->atOnce < 2) {
        terminal.note("one trial at a time: several side by side are not possible here");
        return 1;
    }
    const std::string threads = counted(choice->threadsEach, "thread", "threads");
    terminal.note(std::string(choice->workers > 1 ? "trials side by side" : "one trial at a time") + ": measured "
                  + fixed(choice->aloneRate, 1) + " steps/s of one trial on " + choice->aloneDevice + ", " + fixed(choice->besideRate, 1)
                  + " of " + std::to_string(choice->atOnce) + " trials with " + threads + " each");
    return choice->workers;
}

namespace {

/// The study that `config` names, without its trials; null if its file is not there. `studyName` empty: the only study of the file.
/// Errors: those of StudyReader::read.
Result<std::shared_ptr<const StudySnapshot>> begunStudy(const ExperimentConfig& config, const std::string& studyName)
{
    const std::filesystem::path file = StudyFolder::of(config).file();
    if (!isThere(file))
        return std::shared_ptr<const StudySnapshot>();
    return StudyReader(file, studyName, {.patience = std::chrono::seconds(5), .trials = false}).read();
}

/// The settings of a search that is resumed where nothing else is given: those of the study that `given` names, but for its place, which is as
/// `given`, and for device and threads, which are a machine's. Says so, or why they are the defaults. Errors: those of begunStudy.
Result<ExperimentConfig> settingsAsBegun(const ExperimentConfig& given, const std::string& studyName, Terminal& terminal)
{
    const auto study = begunStudy(given, studyName);
    if (!study)
        return study.error();
    const std::string file = StudyFolder::of(given).file().string();
    ExperimentConfig config;
    if (!*study) {
        terminal.note(file + " is not there yet: a new study begins");
    } else if (const Result<ExperimentConfig> stored = (*study)->settings()) {
        const TrainOptions defaults;
        config = *stored;
        config.training.device = defaults.device;
        config.training.threads = defaults.threads;
        terminal.note("settings that are not given are those of the study in " + file + ", but for device and threads");
    } else if (stored.error().code == ErrorCode::StudyNotOurs) {
        terminal.note("settings that are not given have their defaults: the study in " + file + " stores no settings of trainings");
    } else {
        terminal.note("settings that are not given have their defaults, for those of the study in " + file
                      + " cannot be taken: " + errorText(stored.error()).toStdString());
    }
    config.outDir = given.outDir;
    config.search.study = given.search.study;
    return config;
}

} // namespace

void continueAsBegun(ExperimentConfig& config, const std::set<std::string>& named, Terminal& terminal, const std::string& studyName)
{
    const auto study = begunStudy(config, studyName);
    if (!study || !*study || !(*study)->facts) // the search says what is wrong when it opens the file
        return;
    const Result<ExperimentConfig> begun = (*study)->settings();
    if (named.contains("variant-seeds") && begun && begun->search.variantSeeds != config.search.variantSeeds)
        terminal.note("variant-seeds stays " + std::to_string(begun->search.variantSeeds)
                      + ", as the study was begun: give it to reweigh compare");
    for (const std::string& key : takeEarlierDefaults(config, (*study)->facts->config, named))
        terminal.note("as the study was begun: " + key + " " + valueText(findField(key)->get(config)));
}

Status runSearch(SearchSession& session, const ExperimentConfig& config, std::shared_ptr<Engine> engine, Terminal& terminal,
                 std::stop_token stop, int workers)
{
    const int done = session.finishedTrials();
    if (done > 0)
        terminal.note("continuing with " + std::to_string(done) + " of " + std::to_string(config.search.trials) + " trials done");
    noteIdleWorkers(terminal, config.search.lag, workers);
    SearchPrinter printer(terminal, done, config.search.trials);
    SearchBudget budget(config.search.trials, workers);
    StudyEvents events;
    events.observe = [&](const RunKey& run) { return printer.observerOf(run.trial); };
    events.trialFinished = [&](const FrozenTrial& trial) { printer.take(trial); };
    return session.run(std::move(engine), events, stop, budget);
}

constexpr int automatic = 0; // value of --workers: the number is chosen by measurement

void SearchCommand::declare(CLI::App& app)
{
    m_flags.declare(app, {FieldGroup::Data, FieldGroup::Training, FieldGroup::Search, FieldGroup::Output}, Purpose::Search);
    app.add_flag("--resume", m_resume,
                 "Continue the study in --out or --study, up to --trials in all. Settings that are not given are the study's, but for "
                 "device and threads; those that decide a result cannot be changed");
    app.add_option("--study-name", m_name, "Name of a new study, or which study of the file --resume continues, where it holds several")
        ->type_name("NAME");
    app.add_option("--workers", m_workers,
                   "Trials at once; without --threads they share the cores. With more than one the order in "
                   "which trials end, and so what the sampler learns from, depends on timing, unless "
                   "--search-lag is given. auto: one, or one per core where a measurement of some steps says "
                   "that this is faster")
        ->transform(wholeNumberOrAuto(automatic, 1024))
        ->default_str("1, or with --search-lag as many as lag and cores allow, on a GPU 1");
}

int SearchCommand::run(Terminal& terminal, std::stop_token stop)
{
    std::optional<std::pair<DataOptions, PreparedData>> seen; // by which a study is found whose place nobody named
    ConfigFlags::Base begun;
    if (m_resume)
        begun = [&](ExperimentConfig given) -> Result<ExperimentConfig> {
            if (given.outDir.empty() && given.search.study.empty()) {
                const Result<PreparedData> data = prepareData(given.data);
                if (!data)
                    return data.error();
                given.outDir = defaultStudyFolder(given, *data->plan);
                seen.emplace(given.data, *data);
            }
            return settingsAsBegun(given, m_name, terminal);
        };
    std::set<std::string> named;
    Result<ExperimentConfig> config = m_flags.resolve(terminal, {}, &named, begun);
    if (!config)
        return terminal.fail(config.error());
    if (m_flags.printRequested())
        return printConfig(terminal, *config);
    Result<PreparedData> data = seen && seen->first == config->data ? Result<PreparedData>(seen->second) : prepareData(config->data);
    if (!data) {
        if (m_resume)
            noteRelativePaths(terminal, config->data, named);
        return terminal.fail(data.error());
    }
    if (config->outDir.empty() && config->search.study.empty())
        config->outDir = defaultStudyFolder(*config, *data->plan);
    if (m_resume) {
        const DataOptions given = config->data;
        continueAsBegun(*config, named, terminal, m_name);
        if (config->data != given)
            data = prepareData(config->data);
        if (!data)
            return terminal.fail(data.error());
    }
    if (const Status meta = checkMetaSet(*data->plan, "mwnet"); !meta)
        return terminal.fail(meta.error());

    const Result<std::shared_ptr<Engine>> engine = openEngine(config->training, *data->source);
    if (!engine)
        return terminal.fail(engine.error());
    const auto session = SearchSession::open(*config, *data, m_resume, (*engine)->versions().library, m_name);
    if (!session)
        return terminal.fail(session.error());
    terminal.note(data->source->name + " " + data->plan->fingerprintCode + ": " + std::to_string(data->plan->train.size())
                  + " training images; study in " + (*session)->folder().file().string());
    const Result<StudyAttributes> attributes = (*session)->storage().attributes();
    if (!attributes)
        return terminal.fail(attributes.error());
    noteChanges(terminal, *data);
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
    terminal.print(trialTable(trialRefs(*trials), (*session)->storage().direction()) + figuresText(data->plan->changes.labels));
    nlohmann::json report = studyReport((*session)->storage().studyName(), trialRefs(*trials), (*session)->storage().direction(), {});
    report["data"] = toJson(data->plan->changes);
    terminal.result(report);
    return 0;
}

} // namespace reweigh
