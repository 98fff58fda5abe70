// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace reweigh {

/// Computes the newest of many requests off the GUI thread. One request runs at a time; of the requests made meanwhile only the
/// last is run, and a result for which a newer request is waiting is dropped. A view that shows the result owns the object.
/// Thread: GUI. `work` runs on another thread and must own what it reads.
template <typename T> class LatestJob : public QObject {
public:
    using Work = std::function<T()>;
    using Done = std::function<void(T)>;

    explicit LatestJob(Done done, QObject* parent = nullptr)
        : QObject(parent)
        , m_done(std::move(done))
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
    void begin()
    {
        m_running = true;
        Work work = std::exchange(m_next, nullptr);
        QThreadPool::globalInstance()->start([guard = QPointer<LatestJob>(this), work = std::move(work)] {
            auto result = std::make_shared<T>(work());
            // The guard is read on the GUI thread only; the application outlives every job (waitForDone in main).
            QMetaObject::invokeMethod(
                qApp,
                [guard, result] {
                    if (guard)
                        guard->end(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }

    void end(T result)
    {
        m_running = false;
        const bool dropped = std::exchange(m_cancelled, false);
        if (m_next)
            begin();
        else if (!dropped)
            m_done(std::move(result));
    }

    Done m_done;
    Work m_next;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace reweigh
