// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <QObject>
#include <QPointer>
#include <QPointer>

#include <functional>

namespace reweigh {

/// A vertical line at the pointer with a box of words beside it, on a layer of its own: moving it redraws nothing else.
/// Left and right move it when the plot has the focus.
class PlotCursor : public QObject {
    Q_OBJECT
public:
    /// Words for the place x (plot coordinate); empty: no cursor there. It may move x to the nearest datum.
    using Words = std::function<QString(double& x)>;

    PlotCursor(Plot& plot, QCPAxisRect& rect, Words words);

    void show(double x);
    void hide();
    bool visible() const { return m_line->visible(); }
    QString text() const { return m_box->text(); }
    double x() const { return m_x; }

Q_SIGNALS:
    /// Shown at another place, or hidden; what goes along with it on layer "cursor" is moved now and drawn with it.
    void moved();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void retheme();

    Plot& m_plot;
    QPointer<QCPAxisRect> m_rect; ///< goes before this object does
    Words m_words;
    QPointer<QCPItemStraightLine> m_line; ///< the plot's, and gone before the plot's last events
    QCPItemText* m_box;
    double m_x = 0.0;
};

} // namespace reweigh
