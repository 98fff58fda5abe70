// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/CustomPlot.h"

#include <QPointer>

#include <map>
#include <optional>
#include <vector>

class QRubberBand;
class QToolButton;

namespace reweigh {

/// How every plot is moved: the wheel zooms at the pointer (over the labels of an axis, that axis alone), dragging pans, dragging with
/// Shift zooms into a rectangle, a double click goes back to the range that the plot's owner has set. By keyboard: + and − zoom,
/// Shift and an arrow key pan, Home goes back. An axis that was moved keeps its range while its owner sets others, which are its range
/// again after reset(); a button in the corner says that the plot was moved. Each Plot makes one.
class PlotNavigator : public QObject {
    Q_OBJECT
public:
    explicit PlotNavigator(QCustomPlot& plot);

    /// Axes that show the same quantity and move together.
    void link(const std::vector<QCPAxis*>& axes) { m_links.push_back(axes); }
    /// Moves the horizontal axis of the plot's first axis rect together with those of all plots of the window that have the same key.
    /// An empty key (the default) shares nothing.
    void shareX(const QString& key);

    /// Gives the axis a range of the user's choice, and with it those that are linked to it. Does nothing if a logarithmic axis cannot
    /// have it, or if it is more than 10 times as wide, or 100,000 times as narrow, as the owner's.
    void hold(QCPAxis& axis, const QCPRange& range);
    /// Gives all axes the ranges that the plot's owner has set, also in plots that share the axis. Nothing is drawn yet.
    void release();
    /// release(), and draws.
    void reset();
    bool moved() const { return !m_held.empty(); }
    /// The range that the plot's owner has set, whatever is visible now.
    QCPRange home(const QCPAxis& axis) const;

    /// Zooms about the point `place` of the widget: the visible ranges become `factor` times as wide.
    void zoom(QPointF place, double factor);

Q_SIGNALS:
    void movedChanged(bool moved);

private:
    struct Held {
        QCPRange home, range;
        QMetaObject::Connection watched, scale;
    };
    enum class Drag { None, Pressed, Pan, Rectangle };

    bool eventFilter(QObject* watched, QEvent* event) override;
    bool press(const QMouseEvent& event);
    bool drag(const QMouseEvent& event);
    bool drop(const QMouseEvent& event);
    bool key(const QKeyEvent& event);
    std::vector<QCPAxis*> axesAt(QPointF place) const;
    void moveBy(QPointF share);
    void holdHere(QCPAxis& axis, const QCPRange& range);
    void give(QCPAxis& axis, const QCPRange& range);
    void releaseAxis(QCPAxis& axis);
    void tell();
    std::vector<PlotNavigator*> sharing() const;

    QCustomPlot& m_plot;
    std::vector<std::vector<QCPAxis*>> m_links;
    QString m_key;
    std::map<QCPAxis*, Held> m_held;
    bool m_giving = false; ///< a change of range is this object's own
    bool m_told = false;

    Drag m_drag = Drag::None;
    QPoint m_from;
    std::vector<std::pair<QCPAxis*, QCPRange>> m_start; ///< the ranges at the begin of a drag
    QPointer<QRubberBand> m_rectangle;
    QPointer<QToolButton> m_back;
};

} // namespace reweigh
