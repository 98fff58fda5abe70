// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ValueSource.h"

#include <QRectF>
#include <QString>
#include <QWidget>

#include <vector>

namespace reweigh {

/// Counts of one class: the images that truly belong to it, and the images that carry its label.
struct ClassBar {
    QString name;
    int members = 0;          ///< images with this true label
    int right = 0, wrong = 0; ///< images with this observed label, by whether it is right
    bool changedOnly = false; ///< nobody knows which labels are right: the counts are of labels that the images came with, kept and changed
    friend bool operator==(const ClassBar&, const ClassBar&) = default;
};

/// Draws two bars per class: an outline for the true members, and a filled bar for the images that carry the label, with right
/// labels plain and wrong ones hatched on top. The purity (share of right labels) stands above. With many classes only some names
/// and numbers are shown. Arrow keys move between classes, Enter chooses one.
class ClassBars : public QWidget, public ValueSource {
    Q_OBJECT
public:
    explicit ClassBars(QWidget* parent = nullptr);

    void setBars(std::vector<ClassBar> bars);
    const std::vector<ClassBar>& bars() const { return m_bars; }
    void setChosen(int index);
    int pointed() const { return m_pointed; }

    /// Draws the bars into `target`; used on screen and for exported figures. `pointed` and `chosen` are class indices, or -1 for
    /// none.
    static void paint(QPainter& painter, const QRectF& target, const std::vector<ClassBar>& bars, int pointed = -1, int chosen = -1,
                      bool legend = true);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;
    QString saysAt(const QPointF& place) const override;

Q_SIGNALS:
    void pointedChanged(int index); ///< class under the pointer; -1: none
    void chosen(int index);
    void painted(); ///< the widget was painted

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void point(int index);
    int indexAt(double x) const;

    std::vector<ClassBar> m_bars;
    int m_pointed = -1, m_chosen = -1;
};

/// The places where ClassBars draws its parts, in pixels.
struct ClassBarsGeometry {
    ClassBarsGeometry(const QRectF& area, const std::vector<ClassBar>& bars);

    double y(int count) const { return plot.bottom() - plot.height() * count / top; }

    QRectF target;
    QRectF plot;
    double slot = 0.0;      ///< width of one class's column
    double nameWidth = 0.0; ///< width of the longest name
    int step = 1, top = 1;  ///< distance of ticks and upper end of the scale, in images
};

} // namespace reweigh
