// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/cost/CostProbe.h"

#include "core/base/Error.h"
#include "core/base/Stats.h"
#include "core/experiment/TrainingObjective.h"
#include "core/live/machine/DeviceMeter.h"

#include <QMetaType>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <ctime>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace reweigh {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t warmUpSteps = 3;
constexpr double evaluationAtMost = 6.0; ///< seconds
constexpr int evaluationSteps = 2;       ///< training steps before the measured evaluation

double seconds(Clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// Processor time of this process so far, in seconds.
double processorTime()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

/// Measures the time of each step, and of the evaluation that follows the last step of an epoch.
class CostObserver : public RunObserver {
public:
    CostObserver(std::stop_source enough, const CostLimits& limits, std::function<void(const CostProgress&)> onProgress = {})
        : m_enough(std::move(enough))
        , m_limits(limits)
        , m_onProgress(std::move(onProgress))
    {
    }

    void started(const RunStarted& started) override
    {
        run = started;
        tellSteps(); // the first step of a large network takes half a minute
        m_last = Clock::now();
        m_lastProcessor = processorTime();
    }

    void stepFinished(const StepFigures&) override
    {
        double processor = 0.0;
        steps.push_back(lap(processor));
        tellSteps();
        if (steps.size() <= warmUpSteps) {
            m_warmedUp += steps.back();
            lastWarmUp = processor;
            if (m_warmedUp > m_limits.seconds) // steps as long as those of a large network need no warm-up
                m_enough.request_stop();
            return;
        }
        m_measured += steps.back();
        stepProcessor += processor;
        memory = std::max(memory, ownMemory());
        const bool all = steps.size() >= warmUpSteps + m_limits.steps && stepProcessor >= m_limits.processor;
        if (all || m_measured > m_limits.seconds)
            m_enough.request_stop();
    }

    Verdict epochFinished(const EpochFigures&) override
    {
        evaluation = lap(evaluationProcessor);
        memory = std::max(memory, ownMemory());
        return Verdict::Continue;
    }

    RunStarted run;
    std::vector<double> steps;        ///< seconds each
    double stepProcessor = 0.0;       ///< seconds of processor time of those after the warm-up, together
    double lastWarmUp = 0.0;          ///< seconds of processor time of the last step of the warm-up
    std::optional<double> evaluation; ///< seconds, of the last one
    double evaluationProcessor = 0.0; ///< seconds of its processor time
    long long memory = 0;             ///< peak of this process's memory, in bytes

private:
    void tellSteps() const
    {
        if (m_onProgress)
            m_onProgress({.stage = CostProgress::Stage::Stepping, .step = int(steps.size()), .steps = int(warmUpSteps + m_limits.steps)});
    }

    double lap(double& processor)
    {
        const auto before = std::exchange(m_last, Clock::now());
        const double processorBefore = std::exchange(m_lastProcessor, processorTime());
        processor = m_lastProcessor - processorBefore;
        return seconds(m_last - before);
    }

    std::stop_source m_enough;
    const CostLimits m_limits;
    const std::function<void(const CostProgress&)> m_onProgress;
    Clock::time_point m_last;
    double m_lastProcessor = 0.0;
    double m_warmedUp = 0.0, m_measured = 0.0;
};

/// The images of `set` at `indices`, in that order.
ImageSet chosen(const ImageSet& set, std::span<const std::uint32_t> indices)
{
    ImageSet few{.height = set.height, .width = set.width, .channels = set.channels};
    for (const std::uint32_t index : indices) {
        const auto at = set.pixels.begin() + std::ptrdiff_t(index * set.imageBytes());
        few.pixels.insert(few.pixels.end(), at, at + std::ptrdiff_t(set.imageBytes()));
        few.labels.push_back(set.labels[index]);
    }
    return few;
}

/// The same data with at most `train` training images, and the share `share` of the validation and test images; all of these from 1.0 up.
PreparedData cutData(const PreparedData& data, std::size_t train, double share)
{
    DataPlan plan = *data.plan;
    plan.train.resize(std::min(train, plan.train.size()));
    plan.trueLabel.resize(plan.train.size());
    plan.observedLabel.resize(plan.train.size());
    if (share >= 1.0)
        return {data.source, std::make_shared<const DataPlan>(std::move(plan))};
    plan.validation.resize(std::size_t(std::ceil(share * double(plan.validation.size()))));
    std::vector<std::uint32_t> used, test(std::size_t(std::ceil(share * double(data.source->test.size()))));
    for (std::uint32_t i = 0; i < test.size(); ++i)
        test[i] = i;
    for (std::vector<std::uint32_t>* split : {&plan.train, &plan.meta, &plan.validation})
        for (std::uint32_t& index : *split) {
            used.push_back(index);
            index = std::uint32_t(used.size() - 1);
        }
    if (!plan.truthOfFile.empty()) {
        plan.truthOfFile.clear();
        for (const std::uint32_t index : used)
            plan.truthOfFile.push_back(data.plan->truthOfFile[index]);
    }
    auto source = std::make_shared<DataSource>(DataSource{.name = data.source->name, .classNames = data.source->classNames});
    source->train = chosen(data.source->train, used);
    source->test = chosen(data.source->test, test);
    return {std::move(source), std::make_shared<const DataPlan>(std::move(plan))};
}

double evaluationImages(const PreparedData& data)
{
    return double(data.plan->meta.size() + data.plan->validation.size() + data.source->test.size());
}

/// Trains so many epochs of `data`, or until `stop` is requested.
Status train(const ExperimentConfig& config, const PreparedData& data, Engine& engine, CostObserver& observer, int epochs, bool ofSearch,
             std::stop_token stop)
{
    TrainJob job{.data = config.data, .training = config.training, .source = data.source, .plan = data.plan};
    if (ofSearch)
        job.training.weighting = "mwnet";
    job.training.epochs = epochs;
    job.training.threads = trialThreads(config, 1);
    const Result<TrainResult> result = engine.train(job, observer, std::move(stop));
    return result ? Status() : Status(result.error());
}

/// Registers the argument types of the signals with Qt, which connections between threads need.
void registerCostTypes()
{
    [[maybe_unused]] static const bool once = [] {
        qRegisterMetaType<reweigh::Error>("reweigh::Error");
        qRegisterMetaType<reweigh::CostInfo>("reweigh::CostInfo");
        qRegisterMetaType<reweigh::CostProgress>("reweigh::CostProgress");
        return true;
    }();
}

} // namespace

Result<CostInfo> measureCost(const ExperimentConfig& config, const EngineOpener& openEngine, std::stop_token stop,
                             const std::function<void(const CostProgress&)>& onProgress)
{
    const Error interrupted{ErrorCode::Interrupted, {}, {}, {}};
    const auto tell = [&](CostProgress::Stage stage) {
        if (onProgress)
            onProgress({.stage = stage});
    };
    const long long before = ownMemory();
    tell(CostProgress::Stage::ReadingData);
    const Result<PreparedData> data = prepareData(config.data, stop);
    if (!data)
        return data.error();
    if (stop.stop_requested())
        return interrupted;
    tell(CostProgress::Stage::OpeningEngine);
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine)
        return engine.error();
    if (stop.stop_requested())
        return interrupted;
    const long long opened = std::max(0LL, ownMemory() - before);
    Result<CostInfo> cost = measureCost(config, *data, **engine, CostLimits(), std::move(stop), onProgress);
    if (cost)
        cost->memoryBytes += opened;
    return cost;
}

Result<CostInfo> measureCost(const ExperimentConfig& config, const PreparedData& prepared, Engine& engine, const CostLimits& limits,
                             std::stop_token stop, const std::function<void(const CostProgress&)>& onProgress)
{
    const PreparedData data = withMetaSet(prepared);
    const long long before = ownMemory();
    const auto unmeasured = [&] { // a training that nobody stopped ends early only where its loss diverges
        return stop.stop_requested() ? Error{ErrorCode::Interrupted, {}, {}, {}}
                                     : Error{ErrorCode::TrainingFailed, config.training.model, "the loss is not finite", {}};
    };
    std::stop_source enough;
    const std::stop_callback link(stop, [&] { enough.request_stop(); });
    CostObserver stepping(enough, limits, onProgress);
    const int epochs = limits.processor > 0.0 ? std::numeric_limits<int>::max() : 1;
    if (const Status trained = train(config, data, engine, stepping, epochs, limits.ofSearch, enough.get_token()); !trained)
        return trained.error();
    if (stop.stop_requested() || stepping.steps.empty())
        return unmeasured();
    const std::size_t skipped = std::min(warmUpSteps, stepping.steps.size() - 1);
    std::vector<double> steps(stepping.steps.begin() + std::ptrdiff_t(skipped), stepping.steps.end());
    CostInfo cost{.stepsMeasured = int(steps.size()),
                  .stepsPerEpoch = stepping.run.stepsPerEpoch,
                  .epochs = config.training.epochs,
                  .trials = config.search.trials,
                  .device = stepping.run.device};
    std::ranges::nth_element(steps, steps.begin() + std::ptrdiff_t(steps.size() / 2));
    cost.stepSeconds = steps[steps.size() / 2];
    cost.stepProcessor =
        stepping.steps.size() > warmUpSteps ? stepping.stepProcessor / double(stepping.steps.size() - skipped) : stepping.lastWarmUp;

    CostObserver evaluating{std::stop_source(), limits};
    double scale = 1.0;
    if (!stepping.evaluation && limits.evaluate) {
        // An upper bound: evaluating an image takes less time than training on it.
        const double atMost = evaluationImages(data) * cost.stepSeconds / config.training.batchSize;
        if (onProgress)
            onProgress({.stage = CostProgress::Stage::Evaluating, .step = int(stepping.steps.size()), .steps = int(stepping.steps.size())});
        const int stepsBefore = cost.stepSeconds * evaluationSteps > limits.seconds ? 1 : evaluationSteps;
        const PreparedData few = cutData(data, std::size_t(stepsBefore * config.training.batchSize), evaluationAtMost / atMost);
        ExperimentConfig evaluated = config;
        evaluated.training.loss = "ce"; // evaluation is the same for any, and some refuse images that lack a class
        if (const Status trained = train(evaluated, few, engine, evaluating, 1, limits.ofSearch, stop); !trained)
            return trained.error();
        if (stop.stop_requested() || !evaluating.evaluation)
            return unmeasured();
        scale = evaluationImages(data) / evaluationImages(few);
    }
    cost.evaluationSeconds = scale * stepping.evaluation.value_or(evaluating.evaluation.value_or(0.0));
    cost.evaluationProcessor = scale * (stepping.evaluation ? stepping.evaluationProcessor : evaluating.evaluationProcessor);
    cost.epochSeconds = cost.stepsPerEpoch * cost.stepSeconds + cost.evaluationSeconds;
    cost.trialSeconds = cost.epochs * cost.epochSeconds;
    cost.studySeconds = cost.trials * cost.trialSeconds;
    cost.memoryBytes = std::max(0LL, std::max(stepping.memory, evaluating.memory) - before);
    return cost;
}

namespace {

std::atomic<int> measuringAlone{0}; ///< threads whose probe is gone

} // namespace

/// What a probe and its thread share, so that the thread can outlive the probe.
class CostProbe::Private {
public:
    Private(CostProbe& probe, EngineOpener opener)
        : q(&probe)
        , openEngine(std::move(opener))
    {
    }

    /// Measures what is wanted until leave() is called. On the thread.
    void loop()
    {
        for (std::unique_lock lock(mutex);;) {
            asked.wait(lock, [this] { return !q || wanted.has_value(); });
            if (!q)
                break;
            const ExperimentConfig config = *std::exchange(wanted, {});
            const int number = newest;
            current = {};
            const std::stop_token cut = current.get_token();
            lock.unlock();
            const Result<CostInfo> cost = measureSafely(config, cut, number);
            tell([number, cost](CostProbe& probe) { probe.d->answer(number, cost); });
            lock.lock();
        }
        ended = true;
        if (alone)
            --measuringAlone;
        left.notify_all();
    }

    void want(std::optional<ExperimentConfig> config)
    {
        const std::lock_guard lock(mutex);
        ++newest;
        if (!config)
            answered = newest;
        wanted = std::move(config);
        current.request_stop();
        asked.notify_one();
    }

    /// Ends the thread, or leaves it to itself after half a second.
    void leave()
    {
        std::unique_lock lock(mutex);
        q = nullptr;
        current.request_stop();
        asked.notify_one();
        if (!left.wait_for(lock, std::chrono::milliseconds(500), [this] { return ended; })) {
            alone = true;
            ++measuringAlone;
        }
    }

    bool measuring() const { return answered != newest; } // both are changed by the GUI thread only

private:
    /// Calls `say` on the probe's thread, unless the probe is gone.
    void tell(std::function<void(CostProbe&)> say)
    {
        const std::lock_guard lock(mutex);
        if (q)
            QMetaObject::invokeMethod(
                q, [probe = q, say = std::move(say)] { say(*probe); }, Qt::QueuedConnection);
    }

    Result<CostInfo> measureSafely(const ExperimentConfig& config, const std::stop_token& stop, int number)
    {
        try {
            return measureCost(config, openEngine, stop, [this, number](const CostProgress& progress) {
                tell([number, progress](CostProbe& probe) {
                    if (number == probe.d->newest && probe.d->measuring())
                        Q_EMIT probe.progressed(progress);
                });
            });
        } catch (...) {
            return caughtError({});
        }
    }

    void answer(int number, const Result<CostInfo>& cost)
    {
        if (number != newest || !measuring())
            return; // there is a newer request, or it was stopped
        answered = number;
        if (cost)
            Q_EMIT q->measured(*cost);
        else
            Q_EMIT q->failed(cost.error());
    }

    CostProbe* q; ///< null once the probe is gone
    const EngineOpener openEngine;
    std::mutex mutex;
    std::condition_variable asked, left;
    std::optional<ExperimentConfig> wanted;
    std::stop_source current; ///< stops the running measurement
    int newest = 0;           ///< number of the newest request
    int answered = 0;         ///< number of the newest request whose result was reported
    bool ended = false, alone = false;
};

CostProbe::CostProbe(EngineOpener opener, QObject* parent)
    : QObject(parent)
{
    registerCostTypes();
    d = std::make_shared<Private>(*this, opener ? std::move(opener) : engineForTraining());
    std::thread([shared = d] { shared->loop(); }).detach();
}

CostProbe::~CostProbe()
{
    d->leave();
}

void CostProbe::measure(const ExperimentConfig& config)
{
    d->want(config);
}

void CostProbe::stop()
{
    d->want(std::nullopt);
}

bool CostProbe::measuring() const
{
    return d->measuring();
}

bool CostProbe::abandoned()
{
    return measuringAlone > 0;
}

} // namespace reweigh
