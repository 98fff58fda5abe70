// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace reweigh {

/// A button of the tool bar: text beside its icon on a soft ground; the chosen one of several on the selection's.
class ToolPill : public QToolButton {
    Q_OBJECT
public:
    explicit ToolPill(QAction* action, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace reweigh
