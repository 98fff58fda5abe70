// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/EpochList.h"
#include "widgets/watch/CursorPanel.h"

#include <array>
#include <vector>

class QCPGraph;
class QCPItemText;
class QCPItemTracer;

namespace reweigh {

class Plot;
class PlotCursor;
class WeightVerdictLabel;

/// The AUROC of 1 - weight as a score for wrong labels over the epochs of a training. Every vector has one value per epoch, NaN where
/// the epoch has none.
struct NoiseAurocLines {
    std::vector<double> epochs;
    std::array<std::vector<double>, 4> values; ///< over all classes; among the classes with many, medium and few images
    std::vector<double> low, high;             ///< the 95 % interval of the first of `values`, over samples
};

NoiseAurocLines noiseAurocLines(const EpochList& epochs);

/// "AUROC over epochs": shows from when on the weights tell wrong labels from right ones, and says what they do after the chosen epoch.
class NoiseAurocPanel : public CursorPanel {
    Q_OBJECT
public:
    explicit NoiseAurocPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    int figureHeight(int width) const override;
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void refresh() override;

private:
    void draw();
    void drawNames();
    QString wordsAt(double& epoch) const;

    Plot* m_plot;
    WeightVerdictLabel* m_verdict;
    PlotCursor* m_pointer;
    std::array<QCPGraph*, 4> m_graphs{};
    std::array<QCPItemText*, 4> m_names{};
    QCPGraph *m_low, *m_high, *m_chance;
    QCPItemTracer* m_dot; ///< the chosen epoch
    NoiseAurocLines m_lines;
};

} // namespace reweigh
