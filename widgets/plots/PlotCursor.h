// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace reweigh {

/// A vertical line at the pointer with a text box beside it. Both lie on a layer of their own, so that moving them redraws nothing
/// else. The box lies above all that the plot draws and inside the plot; lines too long for it lose their middle, since the value is at
/// their end. The left and right arrow keys move the line when the plot has the focus; Escape hides it.
class PlotCursor : public QObject {
    Q_OBJECT
public:
    /// Returns the text for x (in plot coordinates); an empty text hides the cursor. The function may move x to the nearest data
    /// point.
    using Words = std::function<QString(double& x)>;

    PlotCursor(Plot& plot, QCPAxisRect& rect, Words words);

    void show(double x);
    void hide();
    /// Reads anew where the line stands, if it is there: views call it when they have drawn something else. While training goes on that is
    /// several times a second, and the pointer still rests there.
    void readAgain();
    bool visible() const { return m_line->visible(); }
    /// What is read, whole.
    QString text() const { return m_text; }
    double x() const { return m_x; }

Q_SIGNALS:
    /// The cursor was moved or hidden. Receivers move their own items on layer "cursor" now; they are drawn together with the line.
    void moved();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void retheme();
    void placeBox();

    Plot& m_plot;
    QPointer<QCPAxisRect> m_rect; ///< destroyed before this object
    Words m_words;
    QPointer<QCPItemStraightLine> m_line; ///< owned by the plot, and destroyed before the plot receives its last events
    QCPItemText* m_box;
    QString m_text;
    double m_x = 0.0;
};

} // namespace reweigh
