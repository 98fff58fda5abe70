// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/panel/ViewSettings.h"
#include "widgets/plots/Plot.h"

namespace reweigh {

/// A panel whose body and exported figure is one Plot.
class PlotPanel : public Panel {
    Q_OBJECT
public:
    PlotPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent = nullptr);

    Plot& plot() { return *m_plot; }
    const Plot& plot() const { return *m_plot; }

    bool hasFigure() const override { return true; }
    /// Half the width, whatever the title takes.
    int figureHeight(int width) const override { return width / 2; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    /// Adds a checkable entry to the title row's menu. Its state is kept in the settings under `key`; each change schedules a
    /// refresh.
    QAction* addSwitch(const QString& text, const QString& key, bool fallback);

private:
    Plot* m_plot;
};

} // namespace reweigh
