// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QMenu>

namespace reweigh {

/// The studies in the file of the study in view: those that are open have a tick, and a click brings one into view, in a new tab if it has
/// none yet.
class FileStudiesMenu : public QMenu {
    Q_OBJECT
public:
    explicit FileStudiesMenu(Workbench& bench, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A study was opened or brought into view.
    void chosen();

private:
    void fill();

    Workbench& m_bench;
};

} // namespace reweigh
