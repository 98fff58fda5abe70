// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/live/plan/PlanSnapshot.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace reweigh {

/// Follows a plan file and the studies of its cells, whoever writes them: looks at them on its own thread, at once and then every two
/// seconds (less often where reading takes long), and reports changes. A look compares sizes and times of the files first, and opens the
/// studies only if one has changed; it never blocks a writer.
/// Thread: GUI (the one that made it); snapshots come by queued signals.
class PlanFollower : public QObject {
    Q_OBJECT
public:
    /// `folder`: where the cells' studies lie; empty: beside the file, as readPlan() says.
    explicit PlanFollower(std::filesystem::path file, std::filesystem::path folder = {}, QObject* parent = nullptr);
    ~PlanFollower() override;

    /// Looks now.
    void refresh();

    static constexpr int lookEveryMs = 2000;

Q_SIGNALS:
    void changed(std::shared_ptr<const reweigh::PlanSnapshot> snapshot);
    /// The plan or what is stored of it could not be read. Emitted once for each error that differs from the last; the last snapshot
    /// stays valid, and reading is tried again at every look.
    void failed(const reweigh::Error& error);
    void recovered(); ///< all of it can be read again after failed()

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace reweigh
