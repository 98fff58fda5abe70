// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/text/FigureSetup.h"

#include <QPointer>
#include <QTimer>

#include <deque>

namespace reweigh {

class FigureDialog;

/// The actions that export results: architectures, one view, all figures. Each exports the study that was in view when it was chosen;
/// if another one has come into view since, the chosen one comes back until its figures are written. While figures are drawn, the views
/// have the look of paper (Theme::setPaper), and the window keeps the picture of before. Errors appear in the log.
class ExportActions : public QObject {
    Q_OBJECT
public:
    ExportActions(Workbench& bench, std::vector<Panel*> panels, QWidget& window);
    ~ExportActions() override;

    QAction* architectures() const { return m_architectures; }
    QAction* figures() const { return m_figures; }

private:
    /// Figures that wait until their study is in view and drawn.
    struct Wanted {
        QPointer<OpenStudy> study;
        QString title;        ///< of the study
        bool all = true;      ///< all figures, not `view` alone
        QPointer<Panel> view; ///< null if it is gone
        FigureSetup setup = {};
        QString target = {};                ///< folder of all figures, or file of the view
        QPointer<FigureDialog> dialog = {}; ///< that wants to show `view`, in place of files
        bool preview = false;
    };

    void follow();
    void askArchitectures();
    void askView(Panel* panel);
    void askFigures();
    void ask(FigureDialog& dialog, const Wanted& wanted);
    void begin(double font);
    bool isDrawn();
    void write(const Wanted& wanted);
    void want(Wanted wanted);
    void look();
    void finish();
    void tell(const LogTeller& teller, const Status& written, const QString& what);

    Workbench& m_bench;
    std::vector<Panel*> m_panels;
    QWidget& m_window;
    QAction* m_architectures;
    QAction* m_figures;
    LatestJob<std::pair<Status, QString>> m_writing;
    LogTeller m_tellWritten; ///< of the study whose architectures are written

    std::deque<Wanted> m_wanted;
    QTimer m_timer;                          ///< runs while m_wanted holds something
    int m_quiet = 0;                         ///< turns of the timer in which no panel computed; -1: the panels show an older state
    int m_turns = 0;                         ///< turns of the timer since the first of m_wanted was looked at
    std::vector<QPointer<QWidget>> m_frozen; ///< parts of the window that keep their picture
    QPointer<OpenStudy> m_back;              ///< the user's study, while that of an export is in view instead
};

} // namespace reweigh
