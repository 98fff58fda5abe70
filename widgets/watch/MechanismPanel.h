// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/watch/CursorPanel.h"
#include "widgets/watch/MechanismLines.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

class QComboBox;
class QCPAxisRect;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;

namespace reweigh {

class Plot;
struct RunEpochs;
struct VariantResult;

/// "Mechanism over epochs": whether weights tell wrong labels from rare classes, from which epoch on. Above the AUROC over all classes and
/// within those of one size, below the mean weights of right and wrong labels by class size; of the trial in view, or of a compared
/// variant as the mean over its seeds. The sentence is that of mechanismVerdict(), after the chosen epoch of a trial, after the last one
/// of a variant.
class MechanismPanel : public CursorPanel {
    Q_OBJECT
public:
    explicit MechanismPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    QString figureName() const override;
    bool hasContent() const override { return !m_lines.epochs.empty(); }
    int figureHeight(int width) const override;
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    static constexpr std::size_t lineCount = 10; ///< 4 of the AUROC, 3 of right labels, 3 of wrong ones

    void offer();
    const VariantResult* chosenVariant() const;
    bool readVariant(const VariantResult& variant);
    bool readTrial();
    void draw();
    void drawNames();
    const std::vector<double>& values(std::size_t line) const;
    QString lineName(std::size_t line) const;
    QString wordsAt(double& epoch, bool upper) const;

    QComboBox* m_choice;
    std::vector<std::pair<QString, QString>> m_offered; ///< in it: what is shown, and a variant's hash
    Plot* m_plot;
    WeightVerdictLabel* m_verdict;
    QCPAxisRect* m_below;
    QCPGraph* m_chance;
    QCPItemStraightLine* m_at; ///< the chosen epoch
    std::array<QCPGraph*, lineCount> m_graphs{};
    std::array<QCPItemText*, lineCount> m_names{};
    std::vector<std::shared_ptr<const RunEpochs>> m_runs; ///< those that are drawn
    MechanismLines m_lines;
    int m_epoch = 0; ///< the sentence is about it
    bool m_ownLabels = false;
};

} // namespace reweigh
