// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace reweigh {

/// Computes the newest of many requests off the GUI thread. One request runs at a time; of the requests made meanwhile only the
/// last is run, and a result for which a newer request is waiting is dropped. A view that shows the result owns the object.
/// Of an exception `failed` is told; without it, standard error, and the view keeps what it has.
/// Thread: GUI. `work` runs on another thread and must own what it reads.
template <typename T> class LatestJob : public QObject {
public:
    using Work = std::function<T()>;
    using Done = std::function<void(T)>;
    using Failed = std::function<void(const Error&)>;

    explicit LatestJob(Done done, Failed failed = {})
        : m_done(std::move(done))
        , m_failed(std::move(failed))
    {
    }

    void request(Work work)
    {
        m_next = std::move(work);
        if (!m_running)
            begin();
    }
    /// Drops the waiting request, and the result of the one that runs.
    void cancel()
    {
        m_next = nullptr;
        m_cancelled = m_running;
    }
    bool busy() const { return m_running; }

private:
    struct Outcome {
        std::optional<T> result; ///< empty: there is an error
        Error error{};
    };

    static Outcome outcomeOf(const Work& work)
    {
        try {
            return {.result = work()};
        } catch (...) {
            return {.result = std::nullopt, .error = caughtError({})};
        }
    }

    void begin()
    {
        m_running = true;
        Work work = std::exchange(m_next, nullptr);
        QThreadPool::globalInstance()->start([guard = QPointer<LatestJob>(this), work = std::move(work)] {
            auto outcome = std::make_shared<Outcome>(outcomeOf(work));
            // The guard is read on the GUI thread only; the application outlives every job (waitForDone in main).
            QMetaObject::invokeMethod(
                qApp,
                [guard, outcome] {
                    if (guard)
                        guard->end(std::move(*outcome));
                },
                Qt::QueuedConnection);
        });
    }

    void end(Outcome outcome)
    {
        m_running = false;
        const bool dropped = std::exchange(m_cancelled, false);
        if (m_next)
            begin();
        else if (!dropped && outcome.result)
            m_done(std::move(*outcome.result));
        else if (!dropped && m_failed)
            m_failed(outcome.error);
        else if (!dropped)
            qWarning("a view could not be computed: %s", outcome.error.detail.c_str());
    }

    Done m_done;
    Failed m_failed;
    Work m_next;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace reweigh
