// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QToolBar>

class QCheckBox;

namespace reweigh {

class FetchRow;

/// A bar below the tool bar of an installed program that offers to download LibTorch, which trainings need, as `reweigh setup` does. It is
/// there from the start where LibTorch is missing, and where a training or a measurement has missed it.
class LibTorchBar : public QToolBar {
    Q_OBJECT
public:
    explicit LibTorchBar(Workbench& bench, QWidget* parent = nullptr);

    /// Shows or hides the bar. Also needed after a layout was restored, because its state includes tool bars.
    void follow();
    /// Shows the bar from now on, whether or not LibTorch seems to be there.
    void offerAnyway();

private:
    void offer();

    Workbench& m_bench;
    FetchRow* m_row;
    QCheckBox* m_cuda;
    bool m_missing;
};

} // namespace reweigh
