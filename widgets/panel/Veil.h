// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QWidget>

namespace reweigh {

/// Covers what lies below it with the panel's colour, so that it looks pale; the mouse goes through.
class Veil : public QWidget {
public:
    explicit Veil(QWidget* parent)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("panelVeil"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QColor colour = Theme::instance().colour(Role::Panel);
        colour.setAlphaF(0.62F);
        QPainter painter(this);
        painter.fillRect(rect(), colour);
    }
};

} // namespace reweigh
