// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/docking/DockSet.h"
#include "widgets/window/docking/LayoutKeeper.h"

namespace reweigh {

class BegunLayout;
class EditActions;
class EndNotice;
class ExportActions;
class FileActions;
class HelpActions;
class LayoutActions;
class CloseGuard;
class LibTorchBar;
class NoticeBar;
class ResumeBanner;
class RunActions;
class StartPage;
class StatusLine;
class StudyActions;
class WorkspaceSession;

/// The main window: creates its parts, connects them, and shows the panels that they ask for.
/// Thread: GUI.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workbench& bench, QWidget* parent = nullptr);
    ~MainWindow() override;

    const DockSet& docks() const { return *m_docks; }
    LayoutKeeper& layouts() { return *m_layouts; }

    /// Opens the studies and the plan that were open when the program last ended; shows the start page if there are none.
    void restoreSession();
    /// Places the window as it was and opens nothing: for a start that names what it opens.
    void restoreGeometryOnly();
    void showLayout(Layout layout);
    /// Chooses the layout for the study in view, which was just opened: Search, unless the user is elsewhere with a study of this program. A
    /// study of another program has its intermediate values in front.
    void showOpened();
    /// Opens the demo study in `folder`, or starts it there if it does not exist.
    void openDemo(const std::filesystem::path& folder);

    /// Pauses all trainings, so that they write their checkpoints, then closes the window. Called on SIGTERM.
    void pauseAndQuit();

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void childEvent(QChildEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeMenus();
    void makeToolBar();
    void connectParts();
    void follow();
    /// Gives accessible names to the tab bars of docks, which QMainWindow creates without names.
    void nameTabBars();
    void revealField(const QString& key);
    void revealPanel(const QString& id);
    void revealTrial(qint64 trial);
    void showComparison(const std::filesystem::path& study);
    void measureCost();

    Workbench& m_bench;
    std::unique_ptr<DockSet> m_docks;
    LayoutKeeper* m_layouts = nullptr;
    BegunLayout* m_begun = nullptr;
    WorkspaceSession* m_session = nullptr;
    CloseGuard* m_guard = nullptr;
    RunActions* m_run = nullptr;
    FileActions* m_files = nullptr;
    ExportActions* m_exports = nullptr;
    EditActions* m_edit = nullptr;
    StudyActions* m_study = nullptr;
    LayoutActions* m_views = nullptr;
    HelpActions* m_help = nullptr;
    StatusLine* m_status = nullptr;
    StartPage* m_start = nullptr;
    ResumeBanner* m_banner = nullptr;
    LibTorchBar* m_torch = nullptr;
    NoticeBar* m_notice = nullptr;
    EndNotice* m_ended = nullptr;
    std::optional<Layout> m_first; ///< layout to apply when the window is first shown
};

} // namespace reweigh
