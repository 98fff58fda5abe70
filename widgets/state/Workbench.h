// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenPlan.h"
#include "widgets/state/OpenStudy.h"
#include "widgets/state/RunLog.h"

#include <QAction>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <vector>

namespace reweigh {

class Workbench;

/// Moves the queues of running trainings into their traces and so lets views draw, at most 20 times per second. After each drawing
/// it pauses 40 times as long as the drawing took (at most a second): a picture that takes 5 ms is drawn 5 times per second, so
/// that watching hardly slows the training. It stops while nothing runs.
/// Thread: GUI.
class PlotClock : public QObject {
    Q_OBJECT
public:
    explicit PlotClock(Workbench& bench, QObject* parent = nullptr);

    /// Adds the time of a drawing to the cost that determines the pause before the next tick. Views that draw after tick() call it.
    void addCost(double milliseconds) { m_cost += milliseconds; }

    static constexpr int shortestMs = 50;
    static constexpr int longestMs = 1000; ///< a step is shown after a second at the latest, and no queue becomes full
    static constexpr double restFactor = 40.0;

private:
    void tick();
    void wake();

    Workbench& m_bench;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    double m_cost = 0.0;
};

/// What the window works on: the open studies, of which one is in view, the plan, and the log.
/// Thread: GUI.
class Workbench : public QObject {
    Q_OBJECT
public:
    explicit Workbench(EngineOpener opener = {}, QObject* parent = nullptr);
    ~Workbench() override;

    /// The study in view. There always is one: if nothing is open, it is a new study with the default settings.
    OpenStudy& current() { return *m_current; }
    void setCurrent(OpenStudy& study);
    const std::vector<std::unique_ptr<OpenStudy>>& studies() const { return m_studies; }

    OpenStudy& newStudy(const ExperimentConfig& config);
    /// Brings the study of this file into view: the one that has it open already, or else a new one. `studyName`: which study of the
    /// file, empty where it holds one only.
    OpenStudy& open(const std::filesystem::path& file, const std::string& studyName = {});
    /// Closes the study and stops what it runs. Another study comes into view.
    void close(OpenStudy& study);

    /// The window's plan; it is not open unless the user has opened one.
    OpenPlan& plan() { return m_plan; }

    /// The window's actions by name, for buttons in panels: "run", "pause", "stop", "demo", "open", "compare",
    /// "export-architectures". action() returns null if there is none of that name, as in a test of a single panel.
    void registerAction(const QString& name, QAction* action) { m_actions[name] = action; }
    QAction* action(const QString& name) const { return m_actions.value(name); }

    PlotClock& clock() { return m_clock; }
    RunLog& log() { return m_log; }
    const EngineOpener& engineOpener() const { return m_opener; }

Q_SIGNALS:
    void currentChanged();
    void studiesChanged();
    void trainingsChanged(); ///< a training began or ended in some study
    /// Asks the window to show this setting, this panel or this trial, for example after a click on a line of the log.
    void fieldWanted(const QString& key);
    void panelWanted(const QString& id);
    void trialWanted(qint64 trial);
    /// Asks the window to open the study in this file and to show what it compares.
    void comparisonWanted(const std::filesystem::path& study);

private:
    OpenStudy& add();

    EngineOpener m_opener;
    PlotClock m_clock{*this};
    RunLog m_log;
    OpenPlan m_plan;
    std::vector<std::unique_ptr<OpenStudy>> m_studies;
    OpenStudy* m_current = nullptr;
    QHash<QString, QPointer<QAction>> m_actions;
};

} // namespace reweigh
