// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/watch/EpochCursor.h"

#include <QPointer>
#include <QSlider>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace reweigh {

/// A slider over epochs: filled up to its handle, and faint for epochs that are not trained yet.
class EpochSlider : public QSlider {
    Q_OBJECT
public:
    explicit EpochSlider(QWidget* parent = nullptr);

    /// Sets the last epoch that can be chosen.
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

/// Play button and slider over a training's epochs: moves an EpochCursor and follows it.
class EpochBar : public QWidget {
    Q_OBJECT
public:
    explicit EpochBar(QWidget* parent = nullptr);

    void setCursor(EpochCursor& cursor);

private:
    void show(const EpochCursor& cursor);
    void play(bool on);
    void playOn();
    void retheme();

    QPointer<EpochCursor> m_cursor;
    QToolButton* m_play;
    EpochSlider* m_slider;
    QLabel* m_label;
    QTimer m_clock;
};

} // namespace reweigh
