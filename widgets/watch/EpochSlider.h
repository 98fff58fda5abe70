// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace reweigh {

/// A slider over epochs: filled up to its handle, faint where no epoch is trained yet.
class EpochSlider : public QSlider {
    Q_OBJECT
public:
    explicit EpochSlider(QWidget* parent = nullptr);

    /// The last epoch that can be chosen.
    void setReached(int epoch);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    double placeOf(int epoch) const;
    void moveTo(double x);

    int m_reached = 1;
};

} // namespace reweigh
