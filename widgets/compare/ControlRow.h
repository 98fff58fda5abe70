// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QWidget>

#include <vector>

namespace reweigh {

/// Controls under a view: the first at the left, the last at the right, or one below the other where a dock is too narrow.
class ControlRow : public QWidget {
    Q_OBJECT
public:
    ControlRow(QWidget* left, QWidget* right, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_left;
    QWidget* m_right;
    QBoxLayout* m_layout;
};

/// A widget that holds `children` side by side.
QWidget* sideBySide(const std::vector<QWidget*>& children);

} // namespace reweigh
