// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/watch/WeightDistributionInfo.h"

#include <QWidget>

#include <memory>

namespace reweigh {

/// Draws an WeightDistributionInfo as three ridges over the weight, right labels upward and wrong ones downward, with AUROC beside each.
class WeightDistributionView : public QWidget {
    Q_OBJECT
public:
    explicit WeightDistributionView(QWidget* parent = nullptr);

    void setInfo(std::shared_ptr<const WeightDistributionInfo> info);
    void paint(QPainter& painter, const QRectF& target) const;

    QSize minimumSizeHint() const override;

    /// "many", "medium", "few".
    static QString groupName(std::size_t group);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Places {
        QRectF ridges, names, numbers; ///< three rows high, side by side
        double rowHeight = 0.0;
    };
    Places places(const QRectF& target) const;
    void paintAxis(QPainter& painter, const Places& at) const;
    void paintRidge(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const;
    void paintMeans(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const;
    void paintNumbers(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const;

    std::shared_ptr<const WeightDistributionInfo> m_info;
};

} // namespace reweigh
