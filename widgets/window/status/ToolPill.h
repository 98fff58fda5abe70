// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace reweigh {

/// A button of the tool bar with text beside its icon on a tinted background. The checked one of several has a background in the
/// selection's colour.
class ToolPill : public QToolButton {
    Q_OBJECT
public:
    explicit ToolPill(QAction* action, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool next) override;
};

} // namespace reweigh
