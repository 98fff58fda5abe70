// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ZoomGestures.h"
#include "widgets/plots/CustomPlot.h"

#include <map>
#include <optional>
#include <vector>

namespace reweigh {

/// How every plot is moved: by the ZoomGestures; over the labels of an axis, that axis alone. An axis that was moved keeps its range while its
/// owner sets others, which are its range again after reset(). Each Plot makes one.
class PlotNavigator : public ZoomGestures {
    Q_OBJECT
public:
    explicit PlotNavigator(QCustomPlot& plot);

    /// Axes that show the same quantity and move together.
    void link(const std::vector<QCPAxis*>& axes) { m_links.push_back(axes); }
    /// Moves the horizontal axis of the plot's first axis rect together with those of all plots of the window that have the same key.
    /// An empty key (the default) shares nothing.
    void shareX(const QString& key);

    /// Gives the axis a range of the user's choice, and with it those that are linked to it. Does nothing if a logarithmic axis cannot
    /// have it, or if it is wider than `widest` times, or narrower than `narrowest` times, the owner's.
    void hold(QCPAxis& axis, const QCPRange& range);
    /// Gives all axes the ranges that the plot's owner has set, also in plots that share the axis. Nothing is drawn yet.
    void release() override;
    /// release(), and draws.
    void reset() override;
    bool moved() const override { return !m_held.empty(); }
    /// The range that the plot's owner has set, whatever is visible now.
    QCPRange home(const QCPAxis& axis) const;

    void zoom(QPointF place, double factor) override;

protected:
    bool reaches(QPointF place) const override { return !axesAt(place).empty(); }
    QPointF middle() const override;
    QRect begin(QPointF place) override;
    void moveBy(QPointF share) override;
    void choose(const QRect& chosen) override;

private:
    struct Held {
        QCPRange home, range;
        QMetaObject::Connection watched, scale;
    };

    std::vector<QCPAxis*> axesAt(QPointF place) const;
    void holdHere(QCPAxis& axis, const QCPRange& range);
    void give(QCPAxis& axis, const QCPRange& range);
    void releaseAxis(QCPAxis& axis);
    std::vector<PlotNavigator*> sharing() const;

    QCustomPlot& m_plot;
    std::vector<std::vector<QCPAxis*>> m_links;
    QString m_key;
    std::map<QCPAxis*, Held> m_held;
    std::vector<std::pair<QCPAxis*, QCPRange>> m_start; ///< the ranges at the begin of a drag
    bool m_giving = false;                              ///< a change of range is this object's own
};

} // namespace reweigh
