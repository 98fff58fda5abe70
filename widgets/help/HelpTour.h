// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QLabel;
class QPushButton;
class QTextBrowser;

namespace reweigh {

/// A frame around a widget, which lets the mouse through: shows which view a step of the tour is about.
class HelpOutline : public QWidget {
    Q_OBJECT
public:
    explicit HelpOutline(QWidget& around);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// The tour through the study in view: a card at the lower right of the window with one step's words, which come from the help page "tour".
/// The window stays usable meanwhile; Escape or a button leaves the tour at any step.
/// Thread: GUI.
class HelpTour : public QFrame {
    Q_OBJECT
public:
    static constexpr int steps = 5;

    /// `demo`: the action that opens the demo study, which the first step offers.
    HelpTour(QWidget& window, QAction* demo);

    int step() const { return m_step; } ///< from 0
    void go(int step);
    /// Outlines `view` until the next step.
    void pointAt(QWidget& view);

Q_SIGNALS:
    /// The window should show what step `step` is about.
    void stepShown(int step);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void retheme();

    QWidget& m_window;
    QLabel* m_title;
    QTextBrowser* m_text;
    QPushButton* m_demo;
    QPushButton* m_back;
    QPushButton* m_next;
    QPointer<HelpOutline> m_outline;
    int m_step = 0;
};

} // namespace reweigh
