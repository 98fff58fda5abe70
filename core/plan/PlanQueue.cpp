// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanQueue.h"

#include <algorithm>

namespace reweigh {

bool PlanQueue::hasNext() const
{
    return std::ranges::any_of(m_cells, [](const auto& cell) { return cell->hasNext(); });
}

Result<Job> PlanQueue::next()
{
    CellRun* cell = nextCell();
    return cell ? cell->next() : noJob(); // the cell that was ready may have been given up meanwhile, at the end of another job
}

CellRun* PlanQueue::nextCell() const
{
    bool moving = false;
    for (const auto& cell : m_cells) { // the open ones come before those that have not begun
        if (!cell->hasNext())
            continue;
        if (!cell->hasBegun())
            return moving ? nullptr : cell.get(); // a cell that moves may have trainings in a moment
        if (cell->isReady())
            return cell.get();
        moving = moving || cell->isMoving();
    }
    return nullptr;
}

} // namespace reweigh
