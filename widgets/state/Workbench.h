// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"
#include "widgets/state/RunLog.h"

#include <QAction>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

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


/// What the window works on: the open studies, of which one is in view, and the log.
/// Thread: GUI.
class Workbench : public QObject {
    Q_OBJECT
public:
    explicit Workbench(EngineOpener opener = {}, QObject* parent = nullptr);
    ~Workbench() override;

    /// Never null: without anything open, a new study with the defaults.
    OpenStudy& current() { return *m_current; }
    void setCurrent(OpenStudy& study);
    const std::vector<std::unique_ptr<OpenStudy>>& studies() const { return m_studies; }

    OpenStudy& newStudy(const ExperimentConfig& config);
    /// The study that has this file open already, or a new one.
    OpenStudy& open(const std::filesystem::path& file, const std::string& studyName = {});
    /// Stops what runs in it. Another becomes current.
    void close(OpenStudy& study);

    /// The window's actions by name, for buttons in panels: "run", "pause", "stop", "demo", "open", "compare",
    /// "export-architectures". Null where there is none (a test of one panel).
    void registerAction(const QString& name, QAction* action) { m_actions[name] = action; }
    QAction* action(const QString& name) const { return m_actions.value(name); }

    PlotClock& clock() { return m_clock; }
    RunLog& log() { return m_log; }
    const EngineOpener& engineOpener() const { return m_opener; }

Q_SIGNALS:
    void currentChanged();
    void studiesChanged();
    void trainingsChanged(); ///< a training began or ended in some study
    /// Jump-to of a log line, a landscape's cell and the like: bring this setting or trial to the eye.
    void fieldWanted(const QString& key);
    void trialWanted(qint64 trial);

private:
    OpenStudy& add();

    EngineOpener m_opener;
    PlotClock m_clock{*this};
    RunLog m_log;
    std::vector<std::unique_ptr<OpenStudy>> m_studies;
    OpenStudy* m_current = nullptr;
    QHash<QString, QPointer<QAction>> m_actions;
};

} // namespace reweigh
