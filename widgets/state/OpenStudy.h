// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/live/follow/RunEpochs.h"
#include "core/live/follow/StudyFollower.h"
#include "core/live/follow/StudyReader.h"
#include "core/live/run/StudyRunner.h"
#include "widgets/state/ExperimentDocument.h"
#include "widgets/state/LatestJob.h"
#include "widgets/state/RecipePreviewer.h"
#include "widgets/state/RunLog.h"
#include "widgets/state/StepTrace.h"

#include <QElapsedTimer>
#include <QObject>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace reweigh {

/// One selection everywhere: a trial chosen in a list, a point, a line or a cell is chosen in all views of the study. And
/// one filter: trials outside it are faint in every plot and hidden in every table.
class Selection : public QObject {
    Q_OBJECT
public:
    using Trials = std::set<std::int64_t>;

    explicit Selection(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    std::optional<std::int64_t> current() const { return m_current; }
    const Trials& trials() const { return m_trials; } ///< holds current() if there is one

    void setCurrent(std::optional<std::int64_t> trial) { set(trial ? Trials{*trial} : Trials{}, trial); }
    void set(Trials trials, std::optional<std::int64_t> current)
    {
        if (current)
            trials.insert(*current);
        if (trials == m_trials && current == m_current)
            return;
        m_trials = std::move(trials);
        m_current = current;
        Q_EMIT changed();
    }

    /// Trials a brush or a cell leaves; none: all.
    const std::optional<Trials>& filter() const { return m_filter; }
    bool passes(std::int64_t trial) const { return !m_filter || m_filter->contains(trial); }
    void setFilter(std::optional<Trials> filter)
    {
        if (filter == m_filter)
            return;
        m_filter = std::move(filter);
        Q_EMIT filterChanged();
    }

Q_SIGNALS:
    void changed();
    void filterChanged();

private:
    std::optional<std::int64_t> m_current;
    Trials m_trials;
    std::optional<Trials> m_filter;
};


/// Where studies are kept unless the user says otherwise: "studies" in the application's data folder (XDG_DATA_HOME).
std::filesystem::path studiesFolder();

/// A folder below it that is not there yet, named after the recipe: "fashion-mnist-uniform0.4-if50", "...-2".
std::filesystem::path freshStudyFolder(const ExperimentConfig& config);


/// One study in the window: what the user decides (document), what is known (snapshot, runs), what runs (runner), what is
/// chosen (selection). Everything a view needs is told by this object's own signals, so that a view lets go of it with one
/// disconnect.
/// Thread: GUI.
class OpenStudy : public QObject {
    Q_OBJECT
public:
    OpenStudy(RunLog& log, EngineOpener opener, QObject* parent = nullptr);
    ~OpenStudy() override;

    ExperimentDocument& document() { return m_document; }
    const ExperimentConfig& config() const { return m_document.config(); }
    StudyRunner& runner() { return m_runner; }
    Selection& selection() { return m_selection; }
    RunLog& log() { return m_log; }

    /// Never null; empty file while nothing is stored.
    std::shared_ptr<const StudySnapshot> snapshot() const { return m_snapshot; }
    /// Null until the recipe was first carried out.
    std::shared_ptr<const RecipePreview> preview() const { return m_preview; }
    /// Title for tabs and the window: the file's folder, or "new study".
    QString title() const;
    bool isNew() const { return m_file.empty(); }
    const std::filesystem::path& file() const { return m_file; }

    /// Follows a study file; its configuration, if it is ours, becomes the document's.
    void open(const std::filesystem::path& file, const std::string& studyName = {});

    /// Runs the document's study: a new one gets its folder (config.outDir) first. If the document was changed since the study
    /// was made, its stored configuration comes back and anotherStudyWanted() tells of the changed one.
    void run();

    /// The study as it stands now, of whoever follows it.
    ExperimentConfig storedConfig();
    void restoreStoredConfig();
    void takeSnapshot(std::shared_ptr<const StudySnapshot> snapshot);

    /// What is known of a training; null until it was read. Reading is asked for, and goes on while it runs.
    std::shared_ptr<const RunEpochs> runEpochs(const RunKey& key);
    /// The trainings that run here. Their queues have one reader: this object.
    std::vector<RunKey> running() const;
    /// Step figures of a training that runs, or ran, here since the window opened it; null for others. latest() of it says
    /// epoch, step, steps a second and time left.
    std::shared_ptr<const StepTrace> trace(const RunKey& key) const;
    void setSmoothing(double smoothing);
    /// Takes in what the queues hold. True while trainings run here.
    bool drainSteps();

Q_SIGNALS:
    void configChanged();
    void marksChanged();
    void selectionChanged();
    void filterChanged();
    void snapshotChanged();
    void previewChanged();
    void epochsChanged(const reweigh::RunKey& key);
    void trainingsChanged(); ///< a training began or ended here
    void stepsChanged(); ///< traces grew
    void stateChanged();
    void titleChanged();
    void anotherStudyWanted(const reweigh::ExperimentConfig& config);
    /// The search or comparison that ran here came to its end (not by pause or stop).
    void finished(bool comparison);

private:
    void follow(const std::filesystem::path& file, const std::string& studyName);
    void schedulePreview();
    void saveMarks();
    void say(const Error& error, std::optional<std::int64_t> trial = std::nullopt);

    RunLog& m_log;
    ExperimentDocument m_document;
    Selection m_selection;
    StudyRunner m_runner;
    std::unique_ptr<StudyFollower> m_follower;
    std::filesystem::path m_file;
    std::optional<std::int64_t> m_followed; ///< the trial that was chosen for the user, not by them
    bool m_adopt = false; ///< the next snapshot's configuration becomes the document's
    std::shared_ptr<const StudySnapshot> m_snapshot = std::make_shared<StudySnapshot>();
    std::shared_ptr<const RecipePreview> m_preview;
    LatestJob<std::shared_ptr<const RecipePreview>> m_previewJob;
    std::map<RunKey, std::shared_ptr<const RunEpochs>> m_trained;
    std::set<RunKey> m_watched;
    struct Live {
        std::shared_ptr<StepQueue> steps;
        std::shared_ptr<StepTrace> trace;
        QElapsedTimer since;
        int stepsPerEpoch = 1;
    };
    bool drain(Live& live);
    std::map<RunKey, Live> m_live;
    std::map<RunKey, std::shared_ptr<StepTrace>> m_traces;
    double m_smoothing = 0.6;
};


/// A new study into which nothing was typed yet: it may make room for another.
inline bool isPristine(OpenStudy& study)
{
    return study.isNew() && !study.document().undoStack().canUndo() && study.config() == ExperimentConfig();
}

} // namespace reweigh
