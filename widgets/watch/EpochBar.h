// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/watch/EpochCursor.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace reweigh {

class EpochSlider;

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
