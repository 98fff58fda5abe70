// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/StepQueue.h"
#include "core/experiment/RunKey.h"

#include <functional>
#include <memory>

namespace reweigh {

/// Where the news of trainings goes. Called on the threads that train.
struct RunEvents {
    std::function<void(const RunKey&, const RunStarted&, const std::shared_ptr<StepQueue>&)> started;
    std::function<void(const RunKey&, const std::shared_ptr<const EpochFigures>&)> epoch;
    std::function<void(const RunKey&)> finished;
    std::atomic<bool> endWithEpoch{false}; ///< every training is to stop at its epoch's end
};

/// Passes one training's figures on: steps into a queue, epochs whole. It adds an atomic or two to a step.
class LiveObserver : public RunObserver {
public:
    /// `events` must outlive the observer.
    LiveObserver(RunKey key, const RunEvents& events)
        : m_key(std::move(key))
        , m_events(events)
    {
    }

    ~LiveObserver() override
    {
        if (m_started) // however it ended
            m_events.finished(m_key);
    }

    void started(const RunStarted& run) override
    {
        m_started = true;
        m_events.started(m_key, run, m_steps);
    }

    void stepFinished(const StepFigures& step) override { m_steps->push(step); }

    Verdict epochFinished(const EpochFigures& epoch) override
    {
        m_events.epoch(m_key, std::make_shared<const EpochFigures>(epoch));
        return m_events.endWithEpoch ? Verdict::Stop : Verdict::Continue;
    }

private:
    const RunKey m_key;
    const RunEvents& m_events;
    const std::shared_ptr<StepQueue> m_steps = std::make_shared<StepQueue>();
    bool m_started = false;
};

} // namespace reweigh
