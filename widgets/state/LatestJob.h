// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace reweigh {

/// Computes the newest of many requests off the GUI thread: one at a time, those in between are never begun, and a result
/// that was overtaken is dropped. Lives in the view that shows the result.
/// Thread: GUI. `work` runs elsewhere and must own what it reads.
template <typename T>
class LatestJob : public QObject {
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
    /// Drops what runs and what waits.
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
            // The pointer is only looked at on its own thread; the application outlives every job (waitForDone in main).
            QMetaObject::invokeMethod(qApp, [guard, result] {
                if (guard)
                    guard->end(std::move(*result));
            }, Qt::QueuedConnection);
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
