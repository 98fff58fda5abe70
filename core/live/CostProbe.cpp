// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/CostProbe.h"

#include "core/base/CaughtError.h"
#include "core/live/CostMeasurement.h"
#include "core/live/LiveTypes.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace reweigh {

class CostProbe::Private {
public:
    Private(CostProbe& probe, EngineOpener opener)
        : q(probe)
        , openEngine(std::move(opener))
        , thread([this](const std::stop_token& stop) { loop(stop); })
    {
    }

    void measure(const ExperimentConfig& config)
    {
        const std::lock_guard lock(mutex);
        ++newest;
        wanted = config;
        current.request_stop();
        asked.notify_one();
    }

    CostProbe& q;
    int newest = 0;    ///< number of the last question
    int answered = 0;  ///< number of the last one whose answer was told

private:
    void loop(const std::stop_token& stop)
    {
        const std::stop_callback link(stop, [this] {
            const std::lock_guard lock(mutex);
            current.request_stop();
        });
        for (std::unique_lock lock(mutex); asked.wait(lock, stop, [this] { return wanted.has_value(); }) && !stop.stop_requested();) {
            const ExperimentConfig config = *std::exchange(wanted, {});
            const int number = newest;
            current = {};
            const std::stop_token cut = current.get_token();
            lock.unlock();
            QMetaObject::invokeMethod(&q, [this, number, cost = measureSafely(config, cut)] { tell(number, cost); }, Qt::QueuedConnection);
            lock.lock();
        }
    }

    Result<CostInfo> measureSafely(const ExperimentConfig& config, const std::stop_token& stop) const
    {
        try {
            return measureCost(config, openEngine, stop);
        } catch (...) {
            return caughtError({});
        }
    }

    void tell(int number, const Result<CostInfo>& cost)
    {
        if (number != newest)
            return; // somebody has asked again meanwhile
        answered = number;
        if (cost)
            Q_EMIT q.measured(*cost);
        else
            Q_EMIT q.failed(cost.error());
    }

    const EngineOpener openEngine;
    std::mutex mutex;
    std::condition_variable_any asked;
    std::optional<ExperimentConfig> wanted;
    std::stop_source current; ///< of the measurement that runs
    std::jthread thread;
};

CostProbe::CostProbe(EngineOpener opener, QObject* parent)
    : QObject(parent)
{
    registerLiveTypes();
    d = std::make_unique<Private>(*this, opener ? std::move(opener) : engineForTraining());
}

CostProbe::~CostProbe() = default; // its thread stops and joins

void CostProbe::measure(const ExperimentConfig& config)
{
    d->measure(config);
}

bool CostProbe::measuring() const
{
    return d->answered != d->newest;
}

} // namespace reweigh
