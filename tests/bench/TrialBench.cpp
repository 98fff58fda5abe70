// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/TrialBench.h"

#include "core/base/FileIo.h"
#include "core/config/Presets.h"
#include "core/data/batches/BatchMaker.h"
#include "core/engine/training/EngineImpl.h"
#include "tests/bench/Peer.h"

#include <ATen/Parallel.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace reweigh::bench {
namespace {

namespace fs = std::filesystem;

/// A folder of its own below the system's temporary one, taken away with everything in it.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (fs::temp_directory_path() / "bench-trial-XXXXXX").string();
        if (mkdtemp(name.data()))
            m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

/// What the trainings of both sides are given.
struct Task {
    ExperimentConfig config;
    std::shared_ptr<const DataSource> source;
    std::shared_ptr<const DataPlan> plan;
};

Result<Task> demoTask(const TrialCase& which, int epochs)
{
    Task task;
    if (const Status status = applyPreset(task.config, "demo"); !status)
        return status.error();
    task.config.training.model = which.model;
    task.config.training.metaNet.hidden = which.hidden;
    task.config.training.epochs = epochs;
    task.config.training.threads = 1;
    task.config.training.device = "cpu";
    Result<DataSource> source = loadDataSet(task.config.data);
    if (!source)
        return source.error();
    task.source = std::make_shared<const DataSource>(std::move(*source));
    const ImageSet& images = task.source->train;
    Result<DataPlan> plan = makeDataPlan(task.config.data, {task.source->name, task.source->classes(), images.labels, images.superclass});
    if (!plan)
        return plan.error();
    task.plan = std::make_shared<const DataPlan>(std::move(*plan));
    return task;
}

/// The splits as raw bytes: <name>.images, a byte a pixel, and <name>.labels, a byte an image.
Status writeFor(const fs::path& folder, const Task& task)
{
    const auto write = [&](const char* name, const ImageSet& set, const std::vector<std::uint32_t>& indices,
                           const std::vector<std::uint16_t>& labels) {
        std::string pixels, classes;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            pixels.append(reinterpret_cast<const char*>(set.pixels.data()) + indices[i] * set.imageBytes(), set.imageBytes());
            classes += char(labels[i]);
        }
        const Status images = writeFileAtomic(folder / (std::string(name) + ".images"), pixels);
        return images ? writeFileAtomic(folder / (std::string(name) + ".labels"), classes) : images;
    };
    const auto trueLabels = [](const ImageSet& set, const std::vector<std::uint32_t>& indices) {
        std::vector<std::uint16_t> labels;
        for (const std::uint32_t index : indices)
            labels.push_back(set.labels[index]);
        return labels;
    };
    const DataPlan& plan = *task.plan;
    const ImageSet &train = task.source->train, &test = task.source->test;
    std::vector<std::uint32_t> all(test.size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        all[i] = i;
    for (const Status& status :
         {write("train", train, plan.train, plan.observedLabel), write("meta", train, plan.meta, trueLabels(train, plan.meta)),
          write("validation", train, plan.validation, trueLabels(train, plan.validation)), write("test", test, all, test.labels)})
        if (!status)
            return status;
    return {};
}

std::vector<std::string> peerCommand(const TurnOptions& options, const Task& task, const fs::path& folder)
{
    const TrainOptions& training = task.config.training;
    const Normalisation normalisation = normalisationFor(*task.source);
    std::string hidden;
    for (const int width : training.metaNet.hidden)
        hidden += (hidden.empty() ? "" : ",") + std::to_string(width);
    return {options.python,
            options.peer,
            "--trial",
            folder.string(),
            "--model",
            training.model,
            "--hidden",
            hidden,
            "--side",
            std::to_string(task.source->train.height),
            "--channels",
            std::to_string(task.source->train.channels),
            "--batch",
            std::to_string(training.batchSize),
            "--meta-batch",
            std::to_string(training.metaBatchSize),
            "--mean",
            std::to_string(normalisation.mean[0]),
            "--std",
            std::to_string(normalisation.std[0]),
            mayFlip(*task.source) ? "--flip" : "--no-flip",
            "--threads",
            "1"};
}

std::string secondsText(const std::optional<double>& value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value.value_or(0.0));
    return value ? text : "unmeasured";
}

} // namespace

std::string TrialCase::name() const
{
    return "trial " + model + (hidden.size() > 1 ? "-largest" : "");
}

std::vector<TrialCase> trialCases()
{
    return {{"mlp", {100}, 4.0}, {"small-cnn", {100}, 4.0}, {"mlp", {256, 256, 256}, 6.0}};
}

TrialResult takeTrials(const TrialCase& which, const TurnOptions& options, int epochs)
{
    const Result<Task> task = demoTask(which, epochs);
    if (!task)
        return {.ours = {}, .peer = {}, .missing = "its data set cannot be read: " + task.error().where};
    const TemporaryFolder folder;
    if (const Status status = folder.path().empty() ? Error{ErrorCode::FileUnwritable, fs::temp_directory_path().string(), {}, {}}
                                                    : writeFor(folder.path(), *task);
        !status)
        return {.ours = {}, .peer = {}, .missing = "cannot be written: " + status.error().where};
    Peer peer(options.python == "none" ? std::vector<std::string>() : peerCommand(options, *task, folder.path()));
    const bool alone = !peer.trial(0); // it has read its files

    EngineImpl engine;
    std::vector<double> ours, theirs;
    const int threads = at::get_num_threads();
    for (int round = 0; round <= options.rounds; ++round) {
        TrainJob job{.data = task->config.data,
                     .training = task->config.training,
                     .source = task->source,
                     .plan = task->plan,
                     .runDir = folder.path() / ("run-" + std::to_string(round))};
        if (round == 0)
            job.training.epochs = 1; // memory is touched, primitives are made; not counted
        fs::create_directories(job.runDir);
        const bool theyBegin = round % 2 == 1; // every other round
        std::optional<double> answer = alone || !theyBegin ? std::nullopt : peer.trial(job.training.epochs);
        RunObserver observer;
        const auto start = std::chrono::steady_clock::now();
        const Result<TrainResult> result = engine.train(job, observer, {});
        const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (!result || result->end != RunEnd::Finished)
            return {.ours = {}, .peer = {}, .missing = result ? "the training did not finish" : result.error().detail};
        if (!alone && !theyBegin)
            answer = peer.trial(job.training.epochs);
        if (round == 0)
            continue;
        ours.push_back(spent);
        if (answer)
            theirs.push_back(*answer / 1e3);
    }
    at::set_num_threads(threads); // a training sets its own
    return {.ours = median(ours), .peer = median(theirs), .missing = {}};
}

std::string trialHeader(int epochs)
{
    return "| a whole training with the demo preset, " + std::to_string(epochs)
           + " epochs, one thread | ours s | PyTorch s | ratio | asked for |\n|---|---|---|---|---|\n";
}

std::string trialLine(const TrialCase& which, const TrialResult& result)
{
    if (!result.missing.empty())
        return "| " + which.name() + " | unmeasured (" + result.missing + ") | | | |\n";
    char target[32];
    std::snprintf(target, sizeof target, "≥ %g", which.target);
    return "| " + which.name() + " | " + secondsText(result.ours) + " | " + secondsText(result.peer) + " | "
           + (result.ratio() ? secondsText(result.ratio()) + "×" : "") + " | " + target + " |\n";
}

nlohmann::json toJson(const TrialCase& which, const TrialResult& result, int epochs, const std::string& date)
{
    const auto number = [](const std::optional<double>& value) { return value ? nlohmann::json(*value) : nlohmann::json(); };
    return {{"name", which.name()},
            {"model", which.model},
            {"hidden", which.hidden},
            {"epochs", epochs},
            {"threads", 1},
            {"date", date},
            {"ours_s", number(result.ours)},
            {"peer_s", number(result.peer)},
            {"ratio", number(result.ratio())},
            {"target_ratio", which.target}};
}

} // namespace reweigh::bench
