// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/WhereMap.h"
#include "widgets/panel/Panel.h"

namespace reweigh {

class SiblingStudies;
class WhereMapView;

/// Where a searched architecture helps: the open studies and those that lie beside the one in view.
class WherePanel : public Panel {
    Q_OBJECT
public:
    explicit WherePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    void followAll();
    void readSiblings();
    std::vector<WhereStudy> openStudies() const;
    QString note() const;

    WhereMapView* m_view;
    QLabel* m_note;
    std::shared_ptr<SiblingStudies> m_reader; ///< shared with the job that reads
    std::vector<WhereStudy> m_siblings;
    LatestJob<std::vector<WhereStudy>> m_job;
};

} // namespace reweigh
