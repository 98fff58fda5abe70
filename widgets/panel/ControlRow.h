// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QWidget>

#include <vector>

namespace reweigh {

/// Two groups of controls below a view: one at the left and one at the right, or one below the other if the dock is too narrow.
class ControlRow : public QWidget {
    Q_OBJECT
public:
    ControlRow(QWidget* left, QWidget* right, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QWidget* m_left;
    QWidget* m_right;
    QBoxLayout* m_layout;
};

/// Makes a widget that holds `children` side by side.
QWidget* sideBySide(const std::vector<QWidget*>& children);

} // namespace reweigh
