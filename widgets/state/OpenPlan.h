// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/plan/PlanFollower.h"
#include "core/live/plan/PlanJob.h"
#include "core/live/plan/PlanSnapshot.h"
#include "widgets/state/RunLog.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>

namespace reweigh {

/// The plan in the window, of which there is one at most: its file, what is stored of it, and the job that trains the rest. It can be
/// open beside any studies.
/// Thread: GUI.
class OpenPlan : public QObject {
    Q_OBJECT
public:
    OpenPlan(RunLog& log, PlanEngineOpener opener, QObject* parent = nullptr);
    ~OpenPlan() override;

    bool isOpen() const { return !m_file.empty(); }
    const std::filesystem::path& file() const { return m_file; }
    /// The plan's name; that of the file until it has been read; empty if none is open.
    QString title() const;

    /// Follows the plan in `file` in place of the one that is open. That one stays, and false is returned, while it runs. `folder`: where
    /// its studies lie; empty: beside the file, as readPlan() says.
    bool open(const std::filesystem::path& file, const std::filesystem::path& folder = {});
    void close(); ///< ignored while the plan runs

    /// What was read last; null before the first reading.
    std::shared_ptr<const PlanSnapshot> snapshot() const { return m_snapshot; }
    /// Why the plan cannot be read now; none if it can.
    const std::optional<Error>& failure() const { return m_failure; }
    /// Replaces the snapshot by a newer one.
    void takeSnapshot(std::shared_ptr<const PlanSnapshot> snapshot);

    PlanJob& job() { return m_job; }
    /// Trains what is missing. Ignored until the plan has been read.
    void run();
    /// Whether the job trains in the study of this file now.
    bool trains(const std::filesystem::path& study) const;
    /// Adds a line about this plan to the log.
    void tell(LogEntry entry);
    /// tell() for later: the line is of the plan that is open now.
    LogTeller teller();
    /// What ended last while the plan ran: "noise-rate=0.4: ce, seed 2, test accuracy 0.8312"; empty before.
    const QString& news() const { return m_news; }

Q_SIGNALS:
    void fileChanged();     ///< another plan is open, or none
    void snapshotChanged(); ///< also when it can or cannot be read any more
    void jobChanged();      ///< its state, its cells or its news

private:
    void say(const Error& error, const char* topic);
    void settle();

    RunLog& m_log;
    std::filesystem::path m_file, m_folder;
    std::shared_ptr<const PlanSnapshot> m_snapshot;
    std::optional<Error> m_failure;
    QString m_news;
    std::unique_ptr<PlanFollower> m_follower;
    PlanJob m_job;
};

} // namespace reweigh
