// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightDensity.h"
#include "core/analysis/WeightHealth.h"
#include "core/live/follow/RunEpochs.h"
#include "widgets/panel/ValueSource.h"

#include <QWidget>

#include <array>
#include <memory>
#include <vector>

namespace reweigh {

class ViewZoom;

/// The distributions of the weights of samples with right and wrong labels after one epoch, for classes with many, medium and few
/// images, ready to draw.
struct WeightDistributionInfo {
    struct Group {
        std::array<WeightDensity, 2> weights; ///< densities for right and wrong labels; n = 0 if not counted
        std::array<double, 2> mean{};         ///< mean weight of right and wrong labels
        double auroc = 0.0;                   ///< of 1 - weight as a score for wrong labels; NaN if not defined
        std::vector<double> aurocs;           ///< one value per epoch of the training
    };
    std::array<Group, 3> groups;                ///< many, medium, few: thirds of the classes by observed count
    double auroc = 0.0, averagePrecision = 0.0; ///< over all classes
    std::vector<double> aurocs;
    std::size_t position = 0; ///< index of the epoch in `aurocs`
    int epoch = 0;
    bool ownLabels = false; ///< of a user's own images: "wrong" are labels that the recipe changed, "right" the others
    double upper = 1.0;     ///< where the axis of the weight ends: 1, or more where a weight of any epoch exceeds 1
    WeightHealth health;    ///< after that epoch

    bool hasDistributions() const;
    /// Whether any sample has a label that is wrong or, of a user's own images, changed.
    bool hasWrong() const;
};

/// The info after the epoch at index `position` of `run`.
WeightDistributionInfo weightDistributionInfo(const RunEpochs& run, std::size_t position);

/// Draws a WeightDistributionInfo: one row per group of classes, with the density of weights upwards for right labels and downwards
/// for wrong ones, and the group's AUROC beside it. The axis of the weight is zoomed as ViewZoom says.
class WeightDistributionView : public QWidget, public ValueSource {
    Q_OBJECT
public:
    explicit WeightDistributionView(QWidget* parent = nullptr);

    void setInfo(std::shared_ptr<const WeightDistributionInfo> info);
    void paint(QPainter& painter, const QRectF& target) const;

    QSize minimumSizeHint() const override;
    /// Means and AUROC of the group of classes there.
    QString saysAt(const QPointF& place) const override;

    /// "many", "medium", "few".
    static QString groupName(std::size_t group);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Places {
        QRectF ridges, names, numbers; ///< three columns beside each other, each as high as the three rows
        double rowHeight = 0.0;
    };
    Places places(const QRectF& target) const;
    void paintAxis(QPainter& painter, const Places& at) const;
    void paintRidge(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const;
    void paintMeans(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const;
    void paintNumbers(QPainter& painter, const QRectF& row, const WeightDistributionInfo::Group& group) const;

    std::shared_ptr<const WeightDistributionInfo> m_info;
    ViewZoom* m_zoom;
};

} // namespace reweigh
