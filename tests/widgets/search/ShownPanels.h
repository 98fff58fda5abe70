// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/OwnFolders.h"
#include "tests/support/SearchedStudy.h"
#include "widgets/search/SearchPanels.h"

#include <QMenu>
#include <QVBoxLayout>

namespace reweigh::test {

/// The panels of widgets/search in a window, on a study without a file and with empty settings.
struct ShownPanels {
    ShownPanels()
    {
        useOwnFolders();
        panels = makeSearchPanels(bench, &window);
        for (Panel* panel : panels)
            panel->hide();
    }

    /// Shows this panel only.
    template <typename T = Panel> T& show(const QString& id, QSize size = {640, 420})
    {
        auto* panel = window.findChild<T*>(id);
        window.resize(size);
        panel->resize(size);
        panel->show();
        window.show();
        return *panel;
    }

    void take(std::shared_ptr<const StudySnapshot> snapshot) { bench.current().takeSnapshot(std::move(snapshot)); }
    Selection& selection() { return bench.current().selection(); }

    /// Triggers `entry` in the panel's submenu `menu`, as a click does. Returns false if there is no such entry.
    bool choose(const QString& menu, const QString& entry)
    {
        for (QAction* action : window.findChild<QMenu*>(menu)->actions())
            if (action->objectName() == entry) {
                action->trigger();
                return true;
            }
        return false;
    }

    Workbench bench;
    QWidget window;
    std::vector<Panel*> panels;
};

} // namespace reweigh::test
