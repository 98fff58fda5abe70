// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/DataCommand.h"
#include "app/cli/RunPrinter.h"
#include "app/cli/TextTable.h"
#include "app/cli/UsageText.h"
#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/config/DataSets.h"
#include "core/config/Methods.h"
#include "core/data/recipe/MetaSet.h"
#include "core/engine/face/Engine.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/RunFacts.h"
#include "core/experiment/SearchCheck.h"
#include "core/experiment/VariantSummary.h"
#include "core/runfiles/RunFiguresJson.h"
#include "core/storage/ArchitectureFile.h"
#include "core/storage/WriterLock.h"
#include "widgets/text/DataText.h"
#include "widgets/text/WeightText.h"

#include <cmath>

namespace reweigh {
namespace {

constexpr const char* runFile = "run.json"; ///< a folder with this file holds a run; the writer's lock file is beside it

std::string defaultFolder(const ExperimentConfig& config, const DataPlan& plan)
{
    return "runs/" + config.data.dataset + "-" + plan.fingerprintCode + "-" + methodName(config.training) + "-s"
           + std::to_string(config.training.trainSeed);
}

/// A run that an earlier version began on a user's own images counts every label as right. Returns whether `data` was changed so.
bool takeCleanAsBegun(DataOptions& data, const std::filesystem::path& runDir, const std::set<std::string>& named)
{
    const nlohmann::json run = readRunJson(runDir);
    if (named.contains("clean") || !hasOwnLabels(data.dataset) || !run.is_object() || !run.contains("config")
        || run.at("config").contains("clean"))
        return false;
    data.clean = everyLabelIsRight;
    return true;
}

/// A run goes on with as many threads as it began with (begunThreads). Returns whether `training` was changed so.
bool takeThreadsAsBegun(TrainOptions& training, const std::filesystem::path& runDir)
{
    if (training.threads > 0)
        return false;
    training.threads = begunThreads(runDir).value_or(0);
    return training.threads > 0;
}

std::string summaryText(const TrainResult& result)
{
    TextTable table({"", "last epoch", "best", "at epoch"});
    for (const auto& [name, metric] : runMetrics(result.epochs, 1))
        if (name.ends_with(".accuracy") || name.ends_with("balanced_accuracy") || name.ends_with("calibration_error")
            || name.starts_with("detection"))
            table.add({name, figure(metric.last, 4), figure(metric.best, 4), std::to_string(metric.bestEpoch)});
    return table.text();
}

} // namespace

void TrainCommand::declare(CLI::App& app)
{
    m_flags.declare(app, {FieldGroup::Data, FieldGroup::Training, FieldGroup::Output});
    app.add_option("--architecture", m_architecture,
                   "Train with an architecture that reweigh export wrote, and its options but device and threads: they override a "
                   "preset's; --config and flags override them");
    app.add_option("--rank", m_rank, "Which of the file's architectures, from 1 = best")
        ->transform(wholeNumber(1, 1000000))
        ->capture_default_str();
    app.add_flag("--resume", m_resume, "Continue the run in --out");
}

Result<ExperimentConfig> TrainCommand::settings(Terminal& terminal, std::set<std::string>& named) const
{
    if (m_architecture.empty())
        return m_flags.resolve(terminal, {}, &named);
    const Result<std::vector<ArchitectureEntry>> entries = readArchitectures(m_architecture);
    if (!entries)
        return entries.error();
    if (m_rank < 1 || std::size_t(m_rank) > entries->size())
        return Error{ErrorCode::ValueOutOfRange, "rank", std::to_string(m_rank), "1.." + std::to_string(entries->size())};
    const ArchitectureEntry& entry = (*entries)[std::size_t(m_rank) - 1];
    return m_flags.resolve(terminal, {m_architecture, [&](ExperimentConfig& config) { return applyArchitecture(entry, config); }}, &named);
}

int TrainCommand::run(Terminal& terminal, std::stop_token stop)
{
    std::set<std::string> named;
    Result<ExperimentConfig> config = settings(terminal, named);
    if (!config)
        return terminal.fail(config.error());
    if (m_flags.printRequested())
        return printConfig(terminal, *config);
    Result<PreparedData> data = prepareData(config->data);
    if (!data)
        return terminal.fail(data.error());
    const std::filesystem::path runDir = config->outDir.empty() ? defaultFolder(*config, *data->plan) : config->outDir;
    if (m_resume && takeCleanAsBegun(config->data, runDir, named)) {
        terminal.note("as the run was begun: clean " + config->data.clean);
        data = prepareData(config->data);
        if (!data)
            return terminal.fail(data.error());
    }
    if (m_resume && takeThreadsAsBegun(config->training, runDir))
        terminal.note("as the run was begun: threads " + std::to_string(config->training.threads));
    if (const Status meta = checkMetaSet(*data->plan, config->training.weighting); !meta)
        return terminal.fail(meta.error());

    TrainJob job{.data = config->data,
                 .training = config->training,
                 .source = data->source,
                 .plan = data->plan,
                 .resume = m_resume,
                 .countedEpochs = config->search.objectiveEpochs};
    job.runDir = runDir;
    if (!m_resume && isThere(job.runDir / runFile))
        return terminal.fail({ErrorCode::StudyExists, job.runDir.string(), {}, "--resume"});
    const Result<bool> pixelsKnown = m_resume ? checkRunData(job.runDir / runFile, *data->plan) : Result<bool>(true);
    if (!pixelsKnown)
        return terminal.fail(pixelsKnown.error());
    const Result<std::shared_ptr<Engine>> engine = openEngine(config->training, *data->source);
    if (!engine)
        return terminal.fail(engine.error());
    if (const Status status = makeFolder(job.runDir); !status)
        return terminal.fail(status.error());
    const Result<WriterLock> lock = WriterLock::acquire(job.runDir / runFile);
    if (!lock)
        return terminal.fail(lock.error().code == ErrorCode::StudyLocked
                                 ? Error{ErrorCode::RunLocked, job.runDir.string(), lock.error().detail, {}}
                                 : lock.error());
    if (!m_resume && isThere(job.runDir / runFile)) // another process has begun and ended a run here since the check above
        return terminal.fail({ErrorCode::StudyExists, job.runDir.string(), {}, "--resume"});
    terminal.note(data->source->name + " " + data->plan->fingerprintCode + ": " + std::to_string(data->plan->train.size())
                  + " training images; results in " + job.runDir.string());
    noteChanges(terminal, *data);
    if (!*pixelsKnown)
        terminal.note(uncheckedPixelsText().toStdString());
    RunPrinter printer(terminal);
    const Result<TrainResult> result = (*engine)->train(job, printer, stop);
    if (!result)
        return terminal.fail(result.error());
    if (result->end == RunEnd::Interrupted)
        return terminal.fail({ErrorCode::Interrupted, job.runDir.string(), {}, {}});
    if (result->end == RunEnd::NonFinite)
        return terminal.fail({ErrorCode::TrainingFailed, job.runDir.string(), "the loss is not finite; lower lr or meta-lr", {}});

    const MechanismVerdict mechanism = result->epochs.empty() ? MechanismVerdict{} : mechanismVerdict(result->epochs.back());
    const WeightVerdict& weights = mechanism.weights;
    terminal.print(summaryText(*result) + figuresText(data->plan->changes.labels));
    if (weights.effect != WeightEffect::NoWeights)
        terminal.print("weights after the last epoch, " + weightVerdictLine(weights, weightSource(*config)) + "\n");
    if (!std::isnan(weights.auroc) && weights.effect != WeightEffect::Flat)
        terminal.print("both shifts together, " + mechanismText(mechanism, weightSource(*config).ownLabels).toStdString() + "\n");
    nlohmann::json epochs = nlohmann::json::array();
    for (const EpochFigures& epoch : result->epochs)
        epochs.push_back(toJson(epoch));
    terminal.result({{"run", pathText(job.runDir)},
                     {"fingerprint", data->plan->fingerprintCode},
                     {"data", toJson(data->plan->changes)},
                     {"device", result->run.device},
                     {"parameters", result->run.parameters},
                     {"weights", toJson(weights)},
                     {"mechanism", toJson(mechanism)},
                     {"epochs", std::move(epochs)}});
    return 0;
}

} // namespace reweigh
