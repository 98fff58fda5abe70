// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace reweigh {

class Panel;

/// Shows a panel over the whole main window until Escape, the button above it, or the disappearance of the panel's place give it back
/// to its dock. One panel of a window at a time.
class EnlargedPanel : public QWidget {
    Q_OBJECT
public:
    /// Enlarges `panel`, or gives it back if it is enlarged. Does nothing if it stands alone, in no layout of a window.
    static void toggle(Panel& panel);
    /// Whether `panel` is enlarged now.
    static bool shows(const Panel& panel);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    EnlargedPanel(QWidget& window, Panel& panel);
    void giveBack();

    QPointer<Panel> m_panel;
    QPointer<QWidget> m_home;  ///< in whose layout the panel stands
    QPointer<QWidget> m_place; ///< stands in the panel's place meanwhile
    QPointer<QWidget> m_focus; ///< had the keyboard focus before
};

} // namespace reweigh
