// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/panel/ValueSource.h"
#include "widgets/setup/SampleChoice.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace reweigh {

/// A label transition matrix: rows are true classes, columns observed labels. It holds the asked and the obtained probabilities; of labels
/// from a file none were asked for.
struct MatrixInfo {
    std::vector<QString> names;          ///< of the K classes
    std::vector<double> asked, obtained; ///< K x K row-major, rows sum to 1; `asked` may be empty
    std::vector<int> members;            ///< number of images per true class
    bool changedOnly = false;            ///< nobody knows which labels are right: rows are labels as they came

    int classes() const { return int(names.size()); }
    double askedAt(int row, int column) const { return asked[std::size_t(row * classes() + column)]; }
    double obtainedAt(int row, int column) const { return obtained[std::size_t(row * classes() + column)]; }
    /// Number of images of true class `row` with observed label `column`.
    int countAt(int row, int column) const;
};

/// One cell of the matrix; row and column are -1 for none.
struct MatrixCell {
    int row = -1, column = -1;
    bool valid() const { return row >= 0; }
    friend bool operator==(const MatrixCell&, const MatrixCell&) = default;
};

/// Draws the matrix as coloured cells: the diagonal in the colour of right labels, the others in that of wrong labels, with numbers
/// if they fit. Arrow keys move between cells, Enter chooses one.
class MatrixView : public QWidget, public ValueSource {
    Q_OBJECT
public:
    explicit MatrixView(QWidget* parent = nullptr);

    void setInfo(MatrixInfo info);
    const MatrixInfo& info() const { return m_info; }
    MatrixCell pointed() const { return m_pointed; }
    void setChosen(MatrixCell cell);
    QRectF cellRect(MatrixCell cell) const;

    /// Draws the matrix into `target`; used on screen and for exported figures.
    static void paint(QPainter& painter, const QRectF& target, const MatrixInfo& info, MatrixCell pointed = {}, MatrixCell chosen = {});

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;
    /// The cell there: "Coat → Shirt: requested 0.040, actual 0.041 (49 of 1,200)".
    QString saysAt(const QPointF& place) const override { return cellSentence(cellAt(place)); }
    QString cellSentence(MatrixCell cell) const;

Q_SIGNALS:
    void pointedChanged();
    void chosen(reweigh::MatrixCell cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void point(MatrixCell cell);
    MatrixCell cellAt(QPointF at) const;

    MatrixInfo m_info;
    MatrixCell m_pointed, m_chosen;
};

/// Shows the label transition matrix that the recipe asked for and the one it obtained. A click on a cell shows its images in the
/// samples panel.
class MatrixPanel : public Panel {
    Q_OBJECT
public:
    MatrixPanel(Workbench& bench, SampleChoice& choice, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;
    int figureHeight(int width) const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    void showWords();
    QString axesText() const;

    SampleChoice& m_choice;
    MatrixView* m_view;
    QLabel *m_cell, *m_hint;
};

} // namespace reweigh
