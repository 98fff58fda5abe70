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

/// Watches the epochs that some of a study's runs write. Thread: one.
class RunWatch {
public:
    void add(const RunKey& key) { m_runs[key] = {}; } ///< it is read with the next look, known or not
    void remove(const RunKey& key) { m_runs.erase(key); }

    using Told = std::function<void(const RunKey&, std::shared_ptr<const RunEpochs>)>;
    /// Reads the epochs that have come since the last look. One that cannot be read is looked at again when it changes.
    void look(const StudySnapshot& study, const Told& told);

private:
    std::map<RunKey, RunFolder::EpochsRead> m_runs;
};


/// Reads a study file on its own thread, read-only and never in a writer's way, and goes on telling what is new in
/// it: our own studies and Optuna's, running or finished. Only new trials and those that had not ended are read again.
/// Thread: GUI (the one that made it); snapshots come by queued signals.
class StudyFollower : public QObject {
    Q_OBJECT
public:
    /// Begins at once. `studyName` empty: the file's only study, or its first.
    StudyFollower(std::filesystem::path file, std::string studyName, QObject* parent = nullptr);
    ~StudyFollower() override;

    /// Looks now instead of at the next half second.
    void refresh();

    /// Reads a run's epochs, and again whenever its file changes as long as it is watched.
    void watchRun(const RunKey& key);
    void unwatchRun(const RunKey& key);

Q_SIGNALS:
    void changed(std::shared_ptr<const reweigh::StudySnapshot> snapshot);
    void runRead(const reweigh::RunKey& key, std::shared_ptr<const reweigh::RunEpochs> run);
    /// The file vanished, was cut off, is locked: told once; what was read stays. Follows on, and tells when it is back.
    void failed(const reweigh::Error& error);
    void recovered();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Where a run's files lie. Empty if the study's folder keeps none for it (an Optuna study).
std::filesystem::path runFolder(const StudySnapshot& study, const RunKey& key);

} // namespace reweigh
