// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/state/LatestJob.h"
#include "widgets/state/Workbench.h"

#include <filesystem>
#include <functional>
#include <utility>

class QMenu;

namespace reweigh {

/// The actions that create, open and close studies and plans, save settings and write reports.
class FileActions : public QObject {
    Q_OBJECT
public:
    FileActions(Workbench& bench, QWidget& window);

    QAction* newStudy() const { return m_new; }
    QAction* open() const { return m_open; }
    QAction* demo() const { return m_demo; }
    QAction* saveConfig() const { return m_save; }
    QAction* reportPlan() const { return m_reportPlan; }
    QAction* reportStudy() const { return m_reportStudy; }
    QAction* rename() const { return m_rename; }
    QAction* closeStudy() const { return m_close; }
    QAction* closePlan() const { return m_closePlan; }
    QMenu* recentMenu() const { return m_recent.get(); }

    /// Shows the demo that runs here, or continues the one that was begun here before, if its study is still there and is one; else begins one
    /// in a new folder.
    void tryDemo();
    /// Starts the demo study in `folder`, or in a new folder if it is empty. Its search leads on to its comparison.
    void beginDemo(const std::filesystem::path& folder = {});
    /// Opens the demo study in `folder` and runs what is missing of its search and comparison; says so if it is running already. False,
    /// with a line in the log, if there is no study.
    bool continueDemo(const std::filesystem::path& folder);
    /// Runs what is missing of an interrupted study; the search of the demo that was begun here leads on to its comparison.
    void resume(OpenStudy& study);
    /// Opens a study, or a plan if the file is one.
    void openFile(const std::filesystem::path& file);
    /// Closes the study unless it is training; then a warning appears in the log.
    void close(OpenStudy& study);
    /// Asks for the name of the study.
    void askName(OpenStudy& study);

Q_SIGNALS:
    /// A study came into view: begun() for one created here, or a demo that goes on; opened() for one opened from a file.
    void begun(bool demo);
    void opened();
    void planOpened();
    void allClosed();    ///< nothing is open any more
    void onlyPlanLeft(); ///< the last study was closed, the plan is open
    /// A study was closed whose changed settings nothing has stored; `reopen` begins one with them.
    void closedUnstored(const QString& title, const std::function<void()>& reopen);
    void demoCompared(reweigh::OpenStudy& study); ///< the demo has reached the end of its comparison

private:
    /// Uses the study in view if nothing was changed in it yet, else a new one.
    OpenStudy& begin(const ExperimentConfig& config);
    /// What begins a study like this one again; empty if its settings are stored, or those of any new study.
    std::function<void()> reopening(OpenStudy& study);
    void runDemo(OpenStudy& study);
    void showRunningDemo(OpenStudy& study);
    void lookWhetherAllIsClosed();
    /// Writes a report to the files that are not empty paths, on another thread.
    using WriteReport = std::function<Status(const std::filesystem::path& html, const std::filesystem::path& pdf)>;
    void askReportOfPlan();
    void askReportOfStudy();
    /// `teller`: of the plan or study that it is about.
    void askReport(const std::filesystem::path& suggested, const LogTeller& teller, WriteReport write);
    void followReports();
    void tellReport(const Status& written, const QString& file);
    void beginNew();
    void askOpen();
    void askSave();
    void fillRecent();

    Workbench& m_bench;
    QWidget& m_window;
    QAction* m_new;
    QAction* m_open;
    QAction* m_demo;
    QAction* m_save;
    QAction* m_reportPlan;
    QAction* m_reportStudy;
    QAction* m_rename;
    QAction* m_close;
    QAction* m_closePlan;
    std::unique_ptr<QMenu> m_recent;
    LatestJob<std::pair<Status, QString>> m_reporting; ///< how it went, and which file
    LogTeller m_tellReport;                            ///< of the report that is written
};

} // namespace reweigh
