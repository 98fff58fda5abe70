// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <QPointer>
#include <QTimer>

#include <deque>

namespace reweigh {

/// The actions that export results: architectures, one view, all figures. Each exports the study that was in view when it was chosen;
/// if another one has come into view since, the chosen one comes back until its figures are written. Errors appear in the log.
class ExportActions : public QObject {
    Q_OBJECT
public:
    ExportActions(Workbench& bench, std::vector<Panel*> panels, QWidget& window);

    QAction* architectures() const { return m_architectures; }
    QAction* figures() const { return m_figures; }

private:
    /// Figures that wait until their study is in view and drawn.
    struct Wanted {
        QPointer<OpenStudy> study;
        QString title;        ///< of the study
        bool all = true;      ///< all figures, not `view` alone
        QPointer<Panel> view; ///< null if it is gone
        QString target = {};  ///< folder of all figures, or file of the view
    };

    void follow();
    void askArchitectures();
    void askView(Panel* panel);
    void askFigures();
    void want(Wanted wanted);
    void look();
    void finish();
    void tell(const Status& written, const QString& what);

    Workbench& m_bench;
    std::vector<Panel*> m_panels;
    QWidget& m_window;
    QAction* m_architectures;
    QAction* m_figures;
    LatestJob<std::pair<Status, QString>> m_writing;

    std::deque<Wanted> m_wanted;
    QTimer m_timer;             ///< runs while m_wanted holds something
    int m_quiet = 0;            ///< turns of the timer in which no panel computed; -1: the panels show an older state
    QPointer<OpenStudy> m_back; ///< the user's study, while that of an export is in view instead
};

} // namespace reweigh
