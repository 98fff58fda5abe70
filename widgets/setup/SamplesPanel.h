// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"
#include "widgets/panel/Panel.h"
#include "widgets/setup/SampleChoice.h"

#include <QAbstractScrollArea>

#include <vector>

class QComboBox;

namespace reweigh {

/// A grid of training images. The frame shows whether an image's label is right (solid) or wrong (dashed), the caption its true
/// class. Only the visible rows are drawn, so that any number of images is possible.
class SampleGrid : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit SampleGrid(QWidget* parent = nullptr);

    /// `samples`: indices into `prepared.plan->train`.
    /// `truth`: whether the labels before noise are known to be right; else they are called those that the images came with.
    void setSamples(const PreparedData& prepared, std::vector<std::size_t> samples, bool truth = true);
    const std::vector<std::size_t>& samples() const { return m_samples; }

    /// "truly Boot"
    QString caption(std::size_t sample) const;
    /// Draws as many images as fit into `target`, beginning with the first.
    void paint(QPainter& painter, const QRect& target) const;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Cells {
        int columns, width, height, image;
    };
    Cells cells(int width) const;
    void paintRows(QPainter& painter, const QRect& target, int scroll) const;
    void paintSample(QPainter& painter, const QRect& cell, int image, std::size_t sample) const;
    void updateScroll();

    PreparedData m_data;
    std::vector<std::size_t> m_samples;
    bool m_truth = true;
};

/// Shows training images: those with one observed label, or those of one cell of the transition matrix.
class SamplesPanel : public Panel {
    Q_OBJECT
public:
    SamplesPanel(Workbench& bench, SampleChoice& choice, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void fillClasses(const RecipePreview& preview, int chosen);

    SampleChoice& m_choice;
    QComboBox* m_class;
    SampleGrid* m_grid;
    int m_right = 0; ///< samples shown that have a right label
};

} // namespace reweigh
