// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace reweigh {

class Workbench;

/// Empties the queues of running trainings into their traces and lets views draw, at most 20 times a second, and never for
/// more than a fortieth of the time: a picture that takes 5 ms is drawn 5 times a second, so that watching costs the
/// training nothing to speak of. Stands still while nothing runs.
/// Thread: GUI.
class PlotClock : public QObject {
    Q_OBJECT
public:
    explicit PlotClock(Workbench& bench, QObject* parent = nullptr);

    /// Counts work of this event loop turn towards the pause before the next tick: views that draw later call it with the
    /// time their drawing took.
    void addCost(double milliseconds) { m_cost += milliseconds; }

    static constexpr int shortestMs = 50;
    static constexpr int longestMs = 1000; ///< a step is seen a second later at the latest, and no queue runs full
    static constexpr double restFactor = 40.0;

private:
    void tick();
    void wake();

    Workbench& m_bench;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    double m_cost = 0.0;
};

} // namespace reweigh
