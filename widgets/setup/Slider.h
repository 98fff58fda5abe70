// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace reweigh {

/// A horizontal slider in the house's look: the way travelled filled, a round handle, a click jumps there and drags on.
class Slider : public QSlider {
    Q_OBJECT
public:
    explicit Slider(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    double radius() const;
    double xOf(int position) const;
    int positionAt(double x) const;
};

} // namespace reweigh
