// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/CellRun.h"

#include <memory>
#include <string>
#include <vector>

namespace reweigh {

/// The trainings of several cells as one queue: those of the earliest cell first. A further cell is opened only when no open one has a
/// training that may begin, so that as few data sets and studies as possible are open at the same time.
class PlanQueue : public JobQueue {
public:
    PlanQueue(std::string name, std::vector<std::unique_ptr<CellRun>> cells)
        : m_name(std::move(name))
        , m_cells(std::move(cells))
    {
    }

    bool hasNext() const override;
    bool isReady() const override { return nextCell() != nullptr; }
    Result<Job> next() override;
    std::string name() const override { return m_name; }

    const std::vector<std::unique_ptr<CellRun>>& cells() const { return m_cells; }

private:
    CellRun* nextCell() const; ///< whose job may begin; null if none

    const std::string m_name;
    const std::vector<std::unique_ptr<CellRun>> m_cells;
};

} // namespace reweigh
