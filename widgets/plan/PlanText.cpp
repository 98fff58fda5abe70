// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/PlanText.h"

#include "core/base/NumberText.h"
#include "core/config/ConfigField.h"
#include "core/plan/PlanTable.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

const QString between = QStringLiteral(" · ");

} // namespace

QString settingText(const std::string& key)
{
    const ConfigField* field = findField(key);
    return field ? QCoreApplication::translate("Settings", field->label) : QString::fromStdString(key);
}

QString settingValueText(const nlohmann::json& value)
{
    return value.is_number() ? QLocale().toString(value.get<double>(), 'g', 6) : QString::fromStdString(valueText(value));
}

QString cellName(const Plan& plan, const PlanCell& cell)
{
    return QString::fromStdString(titleOf(plan, cell));
}

QString cellValuesText(const std::vector<PlanAxis>& axes, const Plan& plan, const PlanCell& cell)
{
    QStringList values;
    for (const PlanAxis& axis : axes)
        if (const auto value = cell.settings.find(axis.key); value != cell.settings.end())
            values << settingValueText(*value);
    return values.isEmpty() ? cellName(plan, cell) : values.join(between);
}

QString axesText(const std::vector<PlanAxis>& axes)
{
    QStringList labels;
    for (const PlanAxis& axis : axes)
        labels << settingText(axis.key);
    return labels.join(between);
}

QString metricTitle(const std::string& metric)
{
    const ComparedMetric* known = findPlanMetric(metric);
    return known ? variantWords(known->title) : QString::fromStdString(metric);
}

QString gainValueText(double gain, bool share)
{
    if (share)
        return pointsText(gain);
    const QString digits = shownMetric(gain, 3);
    return gain > 0 ? QLocale().positiveSign() + digits : digits;
}

QString gainText(const MeanInterval& gain, bool share)
{
    if (gain.n == 0)
        return QStringLiteral("–");
    if (!std::isfinite(gain.halfWidth))
        return gainValueText(gain.mean, share);
    if (const std::optional<int> digits = share ? std::nullopt : spreadDigits(gain.halfWidth, 3))
        return PlanWords::tr("%1 ± %2", "difference, half-width")
            .arg((gain.mean > 0 ? QLocale().positiveSign() : QString()) + decimals(gain.mean, *digits), decimals(gain.halfWidth, *digits));
    return PlanWords::tr("%1 ± %2", "difference, half-width")
        .arg(gainValueText(gain.mean, share), share ? decimals(100 * gain.halfWidth, 2) : shownMetric(gain.halfWidth, 3));
}

QString claimText(const Hypothesis& hypothesis)
{
    const bool share = isShare(hypothesis.metric), turned = isTurned(hypothesis);
    const QString first = QString::fromStdString(hypothesis.first), second = QString::fromStdString(hypothesis.second);
    const QString metric = metricTitle(hypothesis.metric);
    const QString margin =
        share ? PlanWords::tr("%1 points").arg(shownFigure(100 * hypothesis.bound, 2)) : shownFigure(hypothesis.bound, 3);
    const QString limit =
        share ? PlanWords::tr("%1 %", "percent").arg(shownFigure(100 * hypothesis.bound, 2)) : shownFigure(hypothesis.bound, 3);
    switch (hypothesis.kind) {
    case ClaimKind::Better:
        return PlanWords::tr("%1 − %2 > %3, %4", "variant, variant, margin, metric")
            .arg(turned ? second : first, turned ? first : second, margin, metric);
    case ClaimKind::Equal:
        return PlanWords::tr("|%1 − %2| < %3, %4", "variant, variant, margin, metric").arg(first, second, margin, metric);
    case ClaimKind::Above: return PlanWords::tr("%1 > %2, %3", "variant, limit, metric").arg(first, limit, metric);
    case ClaimKind::Below: return PlanWords::tr("%1 < %2, %3", "variant, limit, metric").arg(first, limit, metric);
    }
    return {};
}

QString claimStatusText(ClaimStatus status)
{
    return QString::fromUtf8(markOf(status)) + QLatin1Char(' ') + variantWords(nameOf(status));
}

Role claimStatusRole(ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::Supported: return Role::Done;
    case ClaimStatus::Refuted: return Role::Bad;
    case ClaimStatus::CannotTell: return Role::Warning;
    }
    return Role::Warning;
}

QString roughTimeText(double seconds)
{
    const auto number = [](double value) { return QLocale().toString(value, 'f', value < 9.95 ? 1 : 0); };
    if (seconds < 90)
        return PlanWords::tr("%1 s").arg(QLocale().toString(std::ceil(seconds), 'f', 0));
    if (seconds < 90 * 60)
        return PlanWords::tr("%1 min").arg(QLocale().toString(std::ceil(seconds / 60), 'f', 0));
    if (seconds < 36 * 3600)
        return PlanWords::tr("%1 h").arg(number(seconds / 3600));
    return PlanWords::tr("%1 days").arg(number(seconds / 86400));
}

} // namespace reweigh
