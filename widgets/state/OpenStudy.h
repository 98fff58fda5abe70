// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/experiment/VariantResult.h"
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
#include <QFileSystemWatcher>
#include <QObject>
#include <QPointer>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace reweigh {

/// The selected trials of a study, shared by all its views: a trial selected in a list, a plot or a table is selected everywhere.
/// Also the filter: trials outside it are faint in every plot and hidden in every table.
class Selection : public QObject {
    Q_OBJECT
public:
    using Trials = std::set<std::int64_t>;

    explicit Selection(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    std::optional<std::int64_t> current() const { return m_current; }
    const Trials& trials() const { return m_trials; } ///< contains current() if there is one

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

    /// The trials that pass the filter: those within the brush and within the filter line. Without a value all trials pass.
    const std::optional<Trials>& filter() const { return m_filter; }
    bool passes(std::int64_t trial) const { return !m_filter || m_filter->contains(trial); }

    /// What a brush, a landscape cell or a choice of trials leaves. Without a value: everything.
    const std::optional<Trials>& brush() const { return m_brush; }
    void setFilter(std::optional<Trials> brush)
    {
        if (brush == m_brush)
            return;
        m_brush = std::move(brush);
        combine();
    }

    /// The filter line as it was written, and the trials that it leaves. Without a value: everything, because the line is empty or wrong.
    const QString& line() const { return m_line; }
    const std::optional<Trials>& lineTrials() const { return m_lineTrials; }
    void setLine(const QString& line, std::optional<Trials> left)
    {
        if (line == m_line && left == m_lineTrials)
            return;
        m_line = line;
        m_lineTrials = std::move(left);
        combine();
    }

    /// Removes the brush and empties the filter line.
    void showAll()
    {
        if (!m_brush && m_line.isEmpty())
            return;
        m_brush.reset();
        m_line.clear();
        m_lineTrials.reset();
        combine();
    }

Q_SIGNALS:
    void changed();
    void filterChanged(); ///< the brush or the filter line

private:
    void combine()
    {
        m_filter = m_brush ? m_brush : m_lineTrials;
        if (m_brush && m_lineTrials)
            std::erase_if(*m_filter, [this](std::int64_t trial) { return !m_lineTrials->contains(trial); });
        Q_EMIT filterChanged();
    }

    std::optional<std::int64_t> m_current;
    Trials m_trials;
    std::optional<Trials> m_brush, m_lineTrials, m_filter;
    QString m_line;
};

/// A variant (VariantText.h) that a panel proposes, and the file that it names, which is written only once it is compared.
struct ProposedVariant {
    QString text;
    std::filesystem::path file = {}; ///< empty: none
    std::string content = {};        ///< of the file
};

/// One study in the window: what the user decides (document), what is stored (snapshot, runs), what is training (runner), which
/// trials are selected (selection). This object's own signals report every change a view needs, so that one disconnect frees a view
/// from the study.
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
    /// Adds a line about this study to the log.
    void tell(LogEntry entry);
    /// tell() for later: if the study is closed by then, the line is of none.
    LogTeller teller();

    /// The study as stored, never null; an empty snapshot while nothing is stored.
    std::shared_ptr<const StudySnapshot> snapshot() const { return m_snapshot; }
    /// Why nothing of the file that was opened can be read; none once it was, whatever becomes of it later.
    const std::optional<Error>& failure() const { return m_failure; }
    /// The data that the recipe prepares; null until it was first carried out.
    std::shared_ptr<const RecipePreview> preview() const { return m_preview; }
    /// Carries the recipe out again if a file that it takes has changed.
    void readDataAgain() { schedulePreview(); }
    /// Proposes a variant (VariantText.h) to the next question for variants to compare, which takes it.
    void proposeVariant(ProposedVariant proposed) { m_proposedVariant = std::move(proposed); }
    ProposedVariant takeProposedVariant() { return std::exchange(m_proposedVariant, {}); }
    /// Carries the recipe out again if it failed, for its data may be there now.
    void retryPreview();
    /// Title for tabs and the window: the name that the user gave it; else the file's folder, or "new study".
    QString title() const;
    /// Names the study, which is kept beside its file; that of a new study becomes its folder's. Empty: it has no name any more.
    void setTitle(const QString& title);
    const QString& givenTitle() const { return m_title; } ///< the user's name for it; empty if it has none
    bool isNew() const { return m_file.empty(); }
    /// What figures of the study stand on (figuresStandOnText): by what is stored of it, else by the recipe that was carried out.
    QString heldOut() const;
    /// Whether another program, such as Optuna, made the study: then no recipe and no settings are known. False until its file was read.
    bool isOthers() const { return !m_snapshot->file.empty() && !m_snapshot->facts && m_runner.state() == RunState::Idle; }
    const std::filesystem::path& file() const { return m_file; }
    /// Which study of the file it is; empty where the file holds one only.
    const std::string& studyName() const { return m_studyName; }

    /// Reads a study file and follows its changes. If this program made the study, its configuration becomes the document's.
    void open(const std::filesystem::path& file, const std::string& studyName = {});

    /// Runs the document's study. A new study without a folder (config.outDir) gets one first. If the document differs from the
    /// stored study, nothing runs: the stored configuration is restored and anotherStudyWanted() carries the changed one.
    void run();

    /// How many trainings at most the comparison has that follows the search by itself; 0: none follows.
    int comparisonNext() const { return m_comparisonNext; }
    void setComparisonNext(int trainings) { m_comparisonNext = trainings; }

    /// The configuration of the stored study, with the folder and file where it lies now; the defaults if nothing is stored.
    ExperimentConfig storedConfig();
    /// Replaces the document's configuration by storedConfig(), with as many seeds as variants have, and clears its undo stack.
    void restoreStoredConfig();
    /// Replaces the snapshot by a newer one; the first one after open() also fills the document.
    void takeSnapshot(std::shared_ptr<const StudySnapshot> snapshot);

    /// The epochs of a training; null until they were read. The first call begins to read them and to follow the training while it
    /// runs.
    std::shared_ptr<const RunEpochs> runEpochs(const RunKey& key);
    /// The epochs of a compared variant's trainings by seed, of those of which some were read, at most 100; begins to read the others.
    std::map<int, std::shared_ptr<const RunEpochs>> variantEpochs(const VariantResult& variant);
    /// The newest trial that runs, in this process or in another one that writes the study; none if none does.
    std::optional<std::int64_t> runningTrial() const;
    /// True while the selection goes on to each trial that starts, because the user has selected no other.
    bool followsRunning() const;
    /// Selects runningTrial(), and each trial that starts after it until the user selects another.
    void followRunning();
    /// The trainings that run in this process. This object is the only reader of their queues.
    std::vector<RunKey> running() const;
    /// Step figures of a training that runs, or has run, in this process since the study was opened; null for others. Their
    /// latest() holds epoch, step, steps per second and time left.
    std::shared_ptr<const StepTrace> trace(const RunKey& key) const;
    /// Sets the smoothing, in [0, 1), of the moving averages in all traces.
    void setSmoothing(double smoothing);
    /// Moves what the queues hold into the traces. Returns true while trainings run in this process.
    bool drainSteps();

Q_SIGNALS:
    void configChanged();
    void trialsAtOnceChanged();
    void marksChanged();
    void selectionChanged();
    void filterChanged();
    void snapshotChanged();
    void failureChanged();
    void previewChanged();
    void epochsChanged(const reweigh::RunKey& key);
    void trainingsChanged(); ///< a training began or ended in this process
    void stepsChanged();     ///< a trace has new points
    void stateChanged();
    void followingChanged(); ///< followRunning() was called
    void titleChanged();
    void anotherStudyWanted(const reweigh::ExperimentConfig& config);
    /// The search or comparison that ran in this process reached its end (it was not paused or stopped).
    void finished(bool comparison);

private:
    void follow(const std::filesystem::path& file, const std::string& studyName);
    void schedulePreview();
    ExperimentConfig documentConfig();
    void watchLabels();
    void saveMarks();
    void say(const Error& error, std::optional<std::int64_t> trial = std::nullopt, const char* topic = "");
    std::shared_ptr<const StudySnapshot> withoutOwnLock(std::shared_ptr<const StudySnapshot> snapshot) const;

    RunLog& m_log;
    ExperimentDocument m_document;
    Selection m_selection;
    StudyRunner m_runner;
    std::unique_ptr<StudyFollower> m_follower;
    std::filesystem::path m_file;
    std::string m_studyName;
    ProposedVariant m_proposedVariant;
    QString m_title;                                ///< the user's; empty: none
    std::optional<std::int64_t> m_followed;         ///< the trial that the program selected, not the user
    bool m_pinned = false;                          ///< trials of another process are followed too
    bool m_adopt = false;                           ///< true: the next snapshot's configuration becomes the document's
    std::map<std::int64_t, TrialMarks> m_keptMarks; ///< what the file of marks holds
    std::optional<Error> m_marksProblem;            ///< why it could not be read: it is not overwritten then
    std::optional<Error> m_failure;
    std::shared_ptr<const StudySnapshot> m_snapshot = std::make_shared<StudySnapshot>();
    std::shared_ptr<const RecipePreview> m_preview;
    LatestJob<std::shared_ptr<const RecipePreview>> m_previewJob;
    QFileSystemWatcher m_labelWatch; ///< of the recipe's file of labels, which others may write
    std::map<RunKey, std::shared_ptr<const RunEpochs>> m_trained;
    std::set<RunKey> m_watched;
    struct Live {
        std::shared_ptr<StepQueue> steps;
        std::shared_ptr<StepTrace> trace;
        QElapsedTimer since;
        int stepsPerEpoch = 1;
        double before = 0.0; ///< RunStarted::seconds
    };
    bool drain(Live& live);
    std::map<RunKey, Live> m_live;
    std::map<RunKey, std::shared_ptr<StepTrace>> m_traces;
    double m_smoothing = 0.6;
    int m_comparisonNext = 0;
};

/// True for a new study in which nothing was changed yet; an opened study may replace it.
inline bool isPristine(OpenStudy& study)
{
    return study.isNew() && study.givenTitle().isEmpty() && !study.document().undoStack().canUndo() && study.config() == ExperimentConfig();
}

} // namespace reweigh
