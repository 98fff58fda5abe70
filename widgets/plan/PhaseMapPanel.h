// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PhaseMap.h"
#include "widgets/panel/ViewSettings.h"
#include "widgets/plan/PlanPanel.h"
#include "widgets/state/LatestJob.h"

class QComboBox;

namespace reweigh {

class GainGridView;

/// Shows the gain of one variant over another in the plan's cells, over two settings, and where a further seed tells most.
class PhaseMapPanel : public PlanPanel {
    Q_OBJECT
public:
    explicit PhaseMapPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    bool hasContent() const override { return !m_shown.map.cells.empty(); }
    void paintFigure(QPainter& painter, const QRect& target) override;
    int figureHeight(int width) const override;

protected:
    void refresh() override;
    void retheme() override;

private:
    /// A map and the snapshot that its cells belong to.
    struct Computed {
        std::shared_ptr<const PlanSnapshot> plan;
        PhaseMap map;
    };

    QWidget* makeBody();
    QComboBox* makeChoice(const QString& name, const QString& what);
    void offer(const Plan& plan, const std::vector<PlanAxis>& axes);
    void offerOthers(const std::vector<PlanAxis>& axes);
    nlohmann::json fixed() const;
    void take(Computed computed);
    void clear();

    GainGridView* m_view;
    QLabel* m_note;
    QComboBox *m_first, *m_second, *m_metric, *m_x, *m_y;
    QWidget* m_others; ///< holds the choices of the settings that are no axes
    struct Other {
        std::string key;
        QComboBox* box;
    };
    std::vector<Other> m_otherValues;
    ViewOption<QString> m_metricKey;
    Computed m_shown;
    LatestJob<Computed> m_job;
};

} // namespace reweigh
