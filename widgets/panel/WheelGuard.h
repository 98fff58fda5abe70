// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QWidget>

namespace reweigh {

/// Leaves the wheel over a control that has not the focus to what scrolls around it: whoever scrolls a form does not change its values.
class WheelGuard : public QObject {
public:
    explicit WheelGuard(QWidget& control)
        : QObject(&control)
    {
        if (control.focusPolicy() & Qt::WheelFocus)
            control.setFocusPolicy(Qt::StrongFocus);
        control.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace reweigh
