// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/PlotClock.h"

#include "widgets/state/Workbench.h"

#include <algorithm>

namespace reweigh {

PlotClock::PlotClock(Workbench& bench, QObject* parent)
    : QObject(parent)
    , m_bench(bench)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PlotClock::tick);
    connect(&m_bench, &Workbench::stepsChanged, this, &PlotClock::wake);
    wake();
}

void PlotClock::wake()
{
    if (m_timer.isActive())
        return;
    m_cost = 0.0; // drawn while nothing ran: nobody was kept waiting
    m_timer.start(shortestMs);
}

void PlotClock::tick()
{
    m_elapsed.start();
    bool live = false;
    for (const auto& study : m_bench.studies())
        live = study->drainSteps() || live;
    if (!live)
        return;
    const double cost = std::exchange(m_cost, 0.0) + double(m_elapsed.nsecsElapsed()) * 1e-6;
    m_timer.start(std::clamp(int(cost * restFactor), shortestMs, longestMs));
}

} // namespace reweigh
