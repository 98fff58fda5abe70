// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <QWidget>

#include <vector>

namespace reweigh {

/// One class: who belongs to it, and who carries its label.
struct ClassBar {
    QString name;
    int members = 0;          ///< true label
    int right = 0, wrong = 0; ///< observed label, right or not
    friend bool operator==(const ClassBar&, const ClassBar&) = default;
};

/// Two bars a class: true members as an outline; carried labels, right plain and wrong hatched on top, under their purity.
/// With many classes, names and figures thin out. Arrow keys walk, Enter chooses.
class ClassBars : public QWidget {
    Q_OBJECT
public:
    explicit ClassBars(QWidget* parent = nullptr);

    void setBars(std::vector<ClassBar> bars);
    const std::vector<ClassBar>& bars() const { return m_bars; }
    void setChosen(int index);
    int pointed() const { return m_pointed; }

    /// The one drawing, of screen and export. `pointed` and `chosen`: -1 for none.
    static void paint(QPainter& painter, const QRectF& target, const std::vector<ClassBar>& bars, int pointed = -1, int chosen = -1);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void pointedChanged(int index); ///< -1: none
    void chosen(int index);
    void painted(); ///< a frame is done

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


/// Where ClassBars draws what.
struct ClassBarsGeometry {
    ClassBarsGeometry(const QRectF& area, const std::vector<ClassBar>& bars);

    double y(int count) const { return plot.bottom() - plot.height() * count / top; }

    QRectF target;
    QRectF plot;
    double slot = 0.0;      ///< width of one class
    double nameWidth = 0.0; ///< of the longest name
    int step = 1, top = 1;  ///< of the scale, in images
};

} // namespace reweigh
