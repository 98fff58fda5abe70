// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/ReportText.h"

#include "core/base/NumberText.h"
#include "core/base/PathText.h"
#include "core/plan/PlanTable.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct ReportTextWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

const QString unknown = QStringLiteral("–");
const QChar noBreak(0x00A0);

QString withHalfWidth(const MeanInterval& interval, bool share)
{
    const std::optional<int> digits = share ? std::nullopt : spreadDigits(interval.halfWidth, 3);
    const auto text = [&](double value) { return digits ? decimalText(value, *digits) : metricFigure(value, share); };
    const QString mean = text(interval.mean);
    return std::isfinite(interval.halfWidth) ? mean + noBreak + QStringLiteral("±") + noBreak + text(interval.halfWidth) : mean;
}

} // namespace

QString decimalText(double value, int digits)
{
    if (!std::isfinite(value))
        return unknown;
    QString text = QLocale().toString(std::abs(value), 'f', digits);
    const bool isZero = QLocale().toDouble(text) == 0.0;
    return value < 0 && !isZero ? QChar(0x2212) + text : text;
}

QString metricFigure(double value, bool share)
{
    if (share || !std::isfinite(value))
        return decimalText(100.0 * value, 1);
    const QString text = shownMetric(std::abs(value), 3);
    return value < 0 && QLocale().toDouble(text) != 0.0 ? QChar(0x2212) + text : text;
}

QString percentText(double share)
{
    return decimalText(100.0 * share, 1);
}

QString intervalText(const MeanInterval& interval, bool share)
{
    if (interval.n == 0)
        return unknown;
    return withHalfWidth(interval, share);
}

QString differenceText(const MeanInterval& interval, bool share)
{
    if (interval.n == 0)
        return unknown;
    const QString text = withHalfWidth(interval, share);
    return interval.mean > 0 ? QLatin1Char('+') + text : text;
}

QString chanceText(double p)
{
    if (!std::isfinite(p))
        return unknown;
    return p < 0.001 ? QStringLiteral("<") + noBreak + decimalText(0.001, 3) : decimalText(p, 3);
}

QString metricText(const std::string& metric)
{
    const ComparedMetric* row = findPlanMetric(metric);
    return row ? QCoreApplication::translate("Variants", row->title) : printable(metric);
}

QString unitText(const std::string& metric, bool asDifference)
{
    if (!isShare(metric))
        return {};
    return asDifference ? ReportTextWords::tr("percentage points") : QStringLiteral("%");
}

QString statusText(ClaimStatus status)
{
    return QString::fromUtf8(markOf(status)) + QLatin1Char(' ') + variantWords(nameOf(status));
}

QString cellText(const CellState& cell)
{
    const nlohmann::json& settings = cell.cell->settings;
    if (!settings.is_object() || settings.empty())
        return cell.cell->name == "all" ? ReportTextWords::tr("the only cell") : printable(cell.cell->name);
    return settingsWords(settings);
}

QString settingValue(const nlohmann::json& value)
{
    if (value.is_string())
        return printable(value.get<std::string>());
    if (value.is_number_float())
        return printable(numberText(value.get<double>()));
    if (!value.is_array())
        return printable(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    QStringList entries;
    for (const nlohmann::json& entry : value)
        entries << settingValue(entry);
    return entries.join(QLatin1Char(','));
}

QString settingsWords(const nlohmann::json& settings, const std::string& without)
{
    QStringList parts;
    for (const auto& [key, value] : settings.items())
        if (key != without)
            parts << printable(key) + noBreak + settingValue(value);
    return parts.join(QStringLiteral(", "));
}

QString variantText(const PlanVariant& variant)
{
    const QString name = printable(variant.name);
    return variant.sameAs.empty()
               ? name
               : ReportTextWords::tr("%1 (= %2)", "two variants that are one training").arg(name, printable(variant.sameAs));
}

bool isDifference(const Hypothesis& hypothesis)
{
    return hypothesis.kind == ClaimKind::Better || hypothesis.kind == ClaimKind::Equal;
}

QString printable(const std::string& text)
{
    QString clean = QString::fromStdString(withoutControls(text));
    for (QChar& c : clean)
        if (c.unicode() == 0xFFFE || c.unicode() == 0xFFFF) // XML cannot hold them
            c = QChar::ReplacementCharacter;
    return clean;
}

} // namespace reweigh
