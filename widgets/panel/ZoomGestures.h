// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QPointer>
#include <QRect>
#include <QSize>

class QKeyEvent;
class QMouseEvent;
class QRubberBand;
class QToolButton;
class QWidget;

namespace reweigh {

/// The gestures by which a view shows a part of what it draws, the same for all views: the wheel zooms at the pointer, dragging pans,
/// dragging with Shift zooms into a rectangle, a double click goes back to the whole. By keyboard: + and − zoom, Shift and an arrow key
/// pan, Home goes back. A button in the corner says that a part is shown. What is zoomed a derived class knows: PlotNavigator for plots,
/// ViewZoom for views that paint themselves.
class ZoomGestures : public QObject {
    Q_OBJECT
public:
    static constexpr double wheelFactor = 0.8;               ///< share of what is seen that is left after a notch of the wheel
    static constexpr double widest = 10.0, narrowest = 1e-5; ///< of the whole: the limits of what can be seen

    /// `view` is the parent.
    explicit ZoomGestures(QWidget& view);

    /// Whether another part than the whole is shown.
    virtual bool moved() const = 0;
    /// Shows the whole from the next drawing on.
    virtual void release() = 0;
    /// Shows the whole.
    virtual void reset() = 0;
    /// Zooms about the point `place` of the view: the visible ranges become `factor` times as wide.
    virtual void zoom(QPointF place, double factor) = 0;

    /// True from when a drag has moved what is shown until the button is pressed again: its release is no click.
    bool dragged() const { return m_dragged; }
    /// Takes keys also from `holder`, which has the keyboard focus in the view's place: its scroll area.
    void takeKeysOf(QWidget& holder);

Q_SIGNALS:
    void movedChanged(bool moved);

protected:
    /// Whether gestures at `place` move anything. Where they do not, the event goes on: the wheel to a scroll area around the view.
    virtual bool reaches(QPointF place) const = 0;
    /// Whether a plain drag and a double click at `place` are the view's own.
    virtual bool keeps(QPointF /*place*/) const { return false; }
    /// Where zooming by keys is about.
    virtual QPointF middle() const = 0;
    /// The directions in which Shift and an arrow key pan; the other arrow keys are the view's.
    virtual Qt::Orientations keyPans() const { return Qt::Horizontal | Qt::Vertical; }
    /// Where the button that goes back stands.
    virtual QPoint corner(QSize button) const;
    /// Takes down what a gesture at `place` moves, and its ranges now. Returns the rectangle of the view in which these are drawn; empty:
    /// there is nothing to move.
    virtual QRect begin(QPointF place) = 0;
    /// Pans what begin() took down by shares of its ranges then; positive: towards higher pixels, as the hand moves.
    virtual void moveBy(QPointF share) = 0;
    /// Zooms what begin() took down into a rectangle of the view.
    virtual void choose(const QRect& chosen) = 0;

    /// Ends a drag without effect.
    void stop();
    /// Tells that moved() may have changed. Derived classes call it.
    void tell();

private:
    enum class Drag { None, Pressed, Pan, Rectangle };

    bool eventFilter(QObject* watched, QEvent* event) override;
    bool press(const QMouseEvent& event);
    bool drag(const QMouseEvent& event);
    bool drop(const QMouseEvent& event);
    bool key(const QKeyEvent& event);

    QWidget& m_view;
    Drag m_drag = Drag::None;
    QPoint m_from;
    QRect m_area; ///< in which the ranges are drawn that the drag moves
    bool m_dragged = false;
    bool m_told = false;
    QPointer<QRubberBand> m_rectangle;
    QPointer<QToolButton> m_back;
};

} // namespace reweigh
