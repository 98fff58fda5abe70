// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/WorkerChoice.h"

#include "core/base/Error.h"
#include "core/base/MachineCores.h"
#include "core/experiment/TrainingObjective.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <limits>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace reweigh {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int warmUpSteps = 3;
constexpr double worthIt = 1.1; ///< required ratio of steps per second

/// Trainings that are measured together. Each continues until all have been measured, so that none ever has the machine to itself.
class Race {
public:
    Race(int runners, double seconds, const std::stop_token& stop)
        : m_left(runners)
        , m_seconds(seconds)
        , m_link(stop, [this] { m_over.request_stop(); })
    {
    }

    std::stop_token over() const { return m_over.get_token(); }
    void end() { m_over.request_stop(); }
    double seconds() const { return m_seconds; }

    void measured()
    {
        if (--m_left == 0)
            end();
    }

private:
    std::atomic<int> m_left;
    const double m_seconds;
    std::stop_source m_over;
    std::stop_callback<std::function<void()>> m_link;
};

/// Measures the steps per second of one training.
class Runner : public RunObserver {
public:
    explicit Runner(Race& race)
        : m_race(race)
    {
    }

    void started(const RunStarted& run) override { device = run.device; }

    void stepFinished(const StepFigures&) override
    {
        if (++m_steps == warmUpSteps)
            m_begun = Clock::now();
        if (m_steps <= warmUpSteps || rate)
            return;
        const double elapsed = std::chrono::duration<double>(Clock::now() - m_begun).count();
        if (elapsed < m_race.seconds())
            return;
        rate = (m_steps - warmUpSteps) / elapsed;
        m_race.measured();
    }

    std::string device;
    std::optional<double> rate; ///< steps per second, once measured

private:
    Race& m_race;
    Clock::time_point m_begun;
    int m_steps = 0;
};

constexpr double unmeasured = -1.0;

struct Speed {
    double rate = 0.0; ///< steps per second of all together; `unmeasured` where one of them ended too soon
    std::string device;
};

Result<Speed> race(const TrainJob& job, Engine& engine, int runners, double seconds, const std::stop_token& stop)
{
    Race contest(runners, seconds, stop);
    std::vector<Runner> observers(static_cast<std::size_t>(runners), Runner(contest));
    std::mutex mutex;
    std::optional<Error> error;
    const auto train = [&](Runner& observer) {
        std::optional<Error> failure;
        try {
            if (const Result<TrainResult> result = engine.train(job, observer, contest.over()); !result)
                failure = result.error();
        } catch (...) {
            failure = caughtError(job.training.model);
        }
        contest.end(); // a training that ends by itself ends the race: there is nothing left to compare
        const std::lock_guard lock(mutex);
        if (failure)
            error = failure;
    };
    std::vector<std::jthread> threads;
    try {
        for (Runner& observer : observers)
            threads.emplace_back([&] { train(observer); });
    } catch (const std::system_error&) { // no more threads are allowed: those that there are would wait for the others for ever
        contest.end();
    }
    threads.clear();
    if (error)
        return *error;
    if (stop.stop_requested())
        return Error{ErrorCode::Interrupted, {}, {}, {}};
    Speed speed{.device = observers.front().device};
    for (const Runner& observer : observers)
        speed.rate = observer.rate && speed.rate >= 0 ? speed.rate + *observer.rate : unmeasured;
    return speed;
}

bool isOnProcessor(const std::string& device, const Engine* engine)
{
    return engine ? trainsOnProcessor(*engine, device) : device == "auto" || device.starts_with("cpu");
}

} // namespace

bool trainsOnProcessor(const Engine& engine, const std::string& device)
{
    if (device != "auto")
        return device.starts_with("cpu");
    return std::ranges::none_of(engine.devices(), [](const DeviceInfo& known) { return known.usable && !known.name.starts_with("cpu"); });
}

int usualWorkers(const ExperimentConfig& config, const Engine* engine)
{
    if (config.search.lag <= 0 || !isOnProcessor(config.training.device, engine))
        return 1;
    const int threads = trialThreads(config, config.search.lag);
    return std::clamp(threads > 0 ? machineCores() / threads : 1, 1, config.search.lag);
}

int usualPlanWorkers(const TrainOptions& training, const Engine* engine)
{
    if (!isOnProcessor(training.device, engine))
        return 1;
    return std::max(1, machineCores() / std::max(1, training.threads));
}

int usualComparisonWorkers(const TrainOptions& training, int stored, const Engine* engine)
{
    const int threads = training.threads > 0 ? training.threads : stored;
    return threads > 0 && isOnProcessor(training.device, engine) ? std::max(1, machineCores() / threads) : 1;
}

Result<WorkerChoice> measureWorkers(const ExperimentConfig& config, const PreparedData& data, Engine& engine, int trials, int cores,
                                    const std::stop_token& stop, double seconds)
{
    TrainJob job{.data = config.data, .training = config.training, .source = data.source, .plan = withMetaSet(data).plan};
    job.training.weighting = "mwnet";
    job.training.epochs = std::numeric_limits<int>::max(); // the race ends it
    WorkerChoice choice{.threadsEach = std::max(1, config.training.threads)};
    const int runners = std::min(cores / choice.threadsEach, trials);
    if (runners < 2)
        return choice;
    const Result<Speed> alone = race(job, engine, 1, seconds, stop);
    if (!alone)
        return alone.error();
    choice.aloneRate = alone->rate;
    choice.aloneDevice = alone->device;
    if (!alone->device.starts_with("cpu") || alone->rate == unmeasured)
        return choice;
    job.training.threads = choice.threadsEach;
    const Result<Speed> beside = race(job, engine, runners, seconds, stop);
    if (!beside)
        return beside.error();
    if (beside->rate == unmeasured)
        return choice;
    choice.atOnce = runners;
    choice.besideRate = beside->rate;
    if (choice.besideRate > worthIt * choice.aloneRate)
        choice.workers = choice.atOnce;
    return choice;
}

} // namespace reweigh
