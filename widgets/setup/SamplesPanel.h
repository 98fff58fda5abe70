// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"
#include "widgets/panel/Panel.h"
#include "widgets/setup/SampleChoice.h"

#include <QAbstractScrollArea>

#include <vector>

namespace reweigh {

/// Training images with a frame that tells whether their label is right (solid) or wrong (dashed), and what they truly are.
/// Only the rows in view are drawn, however many images there are.
class SampleGrid : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit SampleGrid(QWidget* parent = nullptr);

    /// `samples`: places in `prepared.plan->train`.
    void setSamples(const PreparedData& prepared, std::vector<std::size_t> samples);
    const std::vector<std::size_t>& samples() const { return m_samples; }

    /// "truly Boot"
    QString caption(std::size_t sample) const;
    /// As many as fit, from the first on.
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
};

} // namespace reweigh

class QComboBox;

namespace reweigh {

/// The images themselves: those that carry a label, or one cell of the transition matrix.
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
    int m_right = 0; ///< of the samples shown
};

} // namespace reweigh
