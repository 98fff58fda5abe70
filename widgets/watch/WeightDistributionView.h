// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightDensity.h"
#include "core/analysis/WeightHealth.h"
#include "core/live/follow/RunEpochs.h"

#include <QWidget>

#include <array>
#include <memory>
#include <vector>

namespace reweigh {

/// How the weights of right and wrong labels lie after one epoch, in large, middle and small classes, ready to draw.
struct WeightDistributionInfo {
    struct Group {
        std::array<WeightDensity, 2> weights; ///< of right and wrong labels; n = 0 where not counted
        std::array<double, 2> mean{};         ///< of right and wrong labels
        double auroc = 0.0;                   ///< of 1 - weight as a detector of wrong labels; NaN where not defined
        std::vector<double> aurocs;           ///< one an epoch of the training
    };
    std::array<Group, 3> groups; ///< many, medium, few: thirds of the classes by observed count
    double auroc = 0.0, averagePrecision = 0.0; ///< overall
    std::vector<double> aurocs;
    std::size_t position = 0; ///< of the epoch in the series
    int epoch = 0;
    WeightHealth health;      ///< as it stood then

    bool hasDistributions() const;
};

WeightDistributionInfo weightDistributionInfo(const RunEpochs& run, std::size_t position);


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
