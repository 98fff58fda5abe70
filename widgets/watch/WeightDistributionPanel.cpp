// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightDistributionPanel.h"

#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"
#include "widgets/watch/HealthLight.h"
#include "widgets/watch/TrialWeights.h"
#include "widgets/watch/WeightDistributionView.h"
#include "widgets/watch/WeightVerdictLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace reweigh {

WeightDistributionPanel::WeightDistributionPanel(Workbench& bench, QWidget* parent)
    : CursorPanel(QStringLiteral("weight-distribution"), tr("Weight distribution"), bench, parent)
    , m_view(new WeightDistributionView)
    , m_verdict(new WeightVerdictLabel)
    , m_overall(new QLabel)
    , m_light(new HealthLight)
{
    m_view->setAccessibleName(tr("Weights by class size"));
    m_overall->setObjectName(QStringLiteral("overallDetection"));
    m_overall->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* body = new QWidget(this);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_overall, 1);
    foot->addWidget(m_light);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_view, 1);
    column->addWidget(m_verdict);
    column->addLayout(foot);
    setBody(body);
    keepLastPicture();
}

void WeightDistributionPanel::attach(OpenStudy& study)
{
    CursorPanel::attach(study);
    HealthWatch::over(study);
}

void WeightDistributionPanel::refresh()
{
    m_info.reset();
    const EpochFigures* epoch =
        epochOrExcuse(tr("Here you will see how well the weights separate right labels from wrong ones, in large classes "
                         "and in small ones. Run a study, or open one."));
    if (!epoch)
        return;
    const WeightSource source = trialWeightSource(study(), *cursor().trial());
    WeightDistributionInfo info = weightDistributionInfo(*cursor().trained(), std::size_t(cursor().position()));
    info.ownLabels = source.ownLabels;
    m_info = std::make_shared<const WeightDistributionInfo>(std::move(info));
    m_view->setInfo(m_info);
    sayVerdict(*m_verdict);
    m_light->setHealth(m_info->health, source);
    m_overall->setText(overallText());
    const QString what =
        m_info->ownLabels ? tr("1 − weight as a detector of changed labels, over all samples: area under the ROC curve, average precision")
                          : tr("1 − weight as a detector of wrong labels, over all samples: area under the ROC curve, average precision");
    const QString why = whyGroupsAreAbove();
    m_overall->setToolTip(why.isEmpty() ? what : QStringLiteral("%1. %2").arg(what, why));
    setScope((!m_info->ownLabels   ? tr("right vs wrong labels, by class size · epoch %1")
              : m_info->hasWrong() ? tr("labels as they came vs changed ones, by class size · epoch %1")
                                   : tr("by class size · epoch %1"))
                 .arg(QLocale().toString(epoch->epoch)));
    showBody();
}

void WeightDistributionPanel::retheme()
{
    m_overall->setFont(Theme::instance().scopeFont());
}

QString WeightDistributionPanel::overallText() const
{
    return tr("AUROC %1 · AP %2").arg(decimals(m_info->auroc, 2), decimals(m_info->averagePrecision, 2));
}

/// Why every class size can be above all samples together, where it is; else empty.
QString WeightDistributionPanel::whyGroupsAreAbove() const
{
    int above = 0;
    for (const WeightDistributionInfo::Group& group : m_info->groups) {
        if (!std::isfinite(group.auroc))
            continue;
        if (group.auroc <= m_info->auroc)
            return {};
        ++above;
    }
    return above < 2 ? QString()
                     : tr("Within each class size the AUROC is higher than over all samples: classes of different sizes get different "
                          "weights, whatever their labels.");
}

QString WeightDistributionPanel::summary() const
{
    if (!m_info)
        return {};
    if (m_info->ownLabels && !m_info->hasWrong())
        return QStringLiteral("%1. %2").arg(m_verdict->text(), m_light->text());
    const QString groups =
        (m_info->ownLabels
             ? tr("After epoch %1, 1 − weight finds changed labels with AUROC %2 in classes with many images, %3 with medium and %4 with "
                  "few. %5")
             : tr("After epoch %1, 1 − weight finds wrong labels with AUROC %2 in classes with many images, %3 with medium and %4 with "
                  "few. %5"))
            .arg(QLocale().toString(m_info->epoch), decimals(m_info->groups[0].auroc, 2), decimals(m_info->groups[1].auroc, 2),
                 decimals(m_info->groups[2].auroc, 2), m_light->text());
    const QString why = whyGroupsAreAbove();
    return QStringLiteral("%1. %2").arg(m_verdict->text(), why.isEmpty() ? groups : groups + QLatin1Char(' ') + why);
}

FigureTable WeightDistributionPanel::table() const
{
    FigureTable table{
        .header = {"epoch", "group", "auroc", "mean_right_weight", "mean_wrong_weight", "bin_low", "bin_high", "right", "wrong"},
        .rows = {}};
    const EpochFigures* epoch = m_info ? cursor().epoch() : nullptr;
    if (!epoch)
        return {};
    if (m_info->ownLabels)
        table.header = {"epoch",    "group",     "auroc",  "mean_unchanged_weight", "mean_changed_weight", "bin_low",
                        "bin_high", "unchanged", "changed"};
    static const QStringList names = {"many", "medium", "few"};
    const double width = epoch->distribution.upper / weightBins;
    for (int group = 0; group < 3; ++group) {
        const auto& [right, wrong] = epoch->distribution.counts[std::size_t(group)];
        const NoiseDetection& detection = epoch->detection;
        const auto at = std::size_t(group);
        const QVariantList figures = {epoch->epoch, names[group], detection.aurocByGroup[at], detection.meanRightWeight[at],
                                      detection.meanWrongWeight[at]};
        for (std::size_t bin = 0; bin < right.size(); ++bin)
            table.rows.push_back(figures + QVariantList{double(bin) * width, double(bin + 1) * width, right[bin], wrong[bin]});
        if (right.empty())
            table.rows.push_back(figures + QVariantList{{}, {}, {}, {}});
    }
    return table;
}

/// The height of AUROC and light at the foot of a figure: beside each other, or one below the other where they do not both fit.
int WeightDistributionPanel::footHeight(int width) const
{
    const QSize light = m_light->sizeHint();
    const int words = QFontMetrics(Theme::instance().scopeFont()).horizontalAdvance(overallText()) + Theme::instance().grid();
    return light.height() * (words + light.width() <= width ? 1 : 2);
}

int WeightDistributionPanel::figureHeight(int width) const
{
    return m_info ? width / 2 + m_verdict->heightAtFoot(width) + footHeight(width) + Theme::instance().grid(0.5) : 0;
}

void WeightDistributionPanel::paintFigure(QPainter& painter, const QRect& target)
{
    if (!m_info)
        return;
    const QSize light = m_light->sizeHint();
    const int height = footHeight(target.width());
    const QRect above = target.adjusted(0, 0, 0, -height - Theme::instance().grid(0.5));
    m_view->paint(painter, QRectF(m_verdict->paintAtFoot(painter, above)));
    const QRect foot(target.left(), target.bottom() + 1 - height, target.width(), height);
    m_light->paint(painter, QRectF(foot.right() + 1 - light.width(), foot.bottom() + 1 - light.height(), light.width(), light.height()));
    painter.setFont(Theme::instance().scopeFont());
    painter.setPen(Theme::instance().colour(Role::Text));
    painter.drawText(QRect(foot.topLeft(), QSize(foot.width(), light.height())), Qt::AlignLeft | Qt::AlignVCenter, overallText());
}

} // namespace reweigh
