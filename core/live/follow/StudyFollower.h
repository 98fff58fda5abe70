// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/experiment/RunKey.h"
#include "core/live/follow/RunEpochs.h"
#include "core/live/follow/StudyReader.h"
#include "core/runfiles/RunFolder.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace reweigh {

/// Reads new epochs of watched runs of a study. Thread: one.
class RunWatch {
public:
    void add(const RunKey& key) { m_runs[key] = {}; } ///< the next look() reads all its epochs, even if it was watched already
    void remove(const RunKey& key) { m_runs.erase(key); }

    using Told = std::function<void(const RunKey&, std::shared_ptr<const RunEpochs>)>;
    /// Reads the epochs that were written since the last look, and calls `told` with all epochs of each run that has new ones. A file
    /// that cannot be read is tried again when it changes.
    void look(const StudySnapshot& study, const Told& told);

private:
    std::map<RunKey, RunFolder::EpochsRead> m_runs;
};

/// Follows a study file, reweigh's or Optuna's, running or finished: reads it on its own thread and reports changes. It opens the file
/// read-only and never blocks a writer. Only new trials and those that had not ended are read again.
/// Thread: GUI (the one that made it); snapshots come by queued signals.
class StudyFollower : public QObject {
    Q_OBJECT
public:
    /// Starts to follow `file` at once. `studyName` empty: the only study of the file.
    StudyFollower(std::filesystem::path file, std::string studyName, QObject* parent = nullptr);
    ~StudyFollower() override;

    /// Reads the file now; otherwise it is read every half second.
    void refresh();

    /// Reads a run's epochs now and whenever its file changes, until unwatchRun(); runRead() reports them.
    void watchRun(const RunKey& key);
    void unwatchRun(const RunKey& key);

Q_SIGNALS:
    void changed(std::shared_ptr<const reweigh::StudySnapshot> snapshot);
    void runRead(const reweigh::RunKey& key, std::shared_ptr<const reweigh::RunEpochs> run);
    /// The study could not be read (the file was removed or truncated, or is locked). Emitted once; the last snapshot stays valid, and
    /// reading is tried again every half second.
    void failed(const reweigh::Error& error);
    void recovered(); ///< the study can be read again after failed()

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The folder of a run's files. Empty if there is none, as for a trial of Optuna.
std::filesystem::path runFolder(const StudySnapshot& study, const RunKey& key);

} // namespace reweigh
