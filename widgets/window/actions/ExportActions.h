// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

namespace reweigh {

/// The actions that export results: architectures, one view, all figures. Errors appear in the log.
class ExportActions : public QObject {
    Q_OBJECT
public:
    ExportActions(Workbench& bench, std::vector<Panel*> panels, QWidget& window);

    QAction* architectures() const { return m_architectures; }
    QAction* figures() const { return m_figures; }

private:
    void follow();
    void askArchitectures();
    void askView(Panel* panel);
    void askFigures();
    void exportFigures(const QString& folder);
    void tell(const Status& written, const QString& what);

    Workbench& m_bench;
    std::vector<Panel*> m_panels;
    QWidget& m_window;
    QAction* m_architectures;
    QAction* m_figures;
    LatestJob<std::pair<Status, QString>> m_writing;
};

} // namespace reweigh
