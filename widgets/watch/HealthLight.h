// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/watch/HealthText.h"

#include <QWidget>

namespace reweigh {

/// Mark, word and number of a training's health; the tooltip says what it means and what helps.
class HealthLight : public QWidget {
    Q_OBJECT
public:
    explicit HealthLight(QWidget* parent = nullptr);

    void setHealth(const WeightHealth& health);
    QString text() const; ///< "✓ healthy: spread 0.34"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void paint(QPainter& painter, const QRectF& target) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    HealthText m_text;
};

} // namespace reweigh
