// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/FigureText.h"

#include "core/base/NumberText.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace reweigh {
namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

struct VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(Verdicts)
};

} // namespace

QString variantWords(const char* text)
{
    return QCoreApplication::translate("Variants", text);
}

QString decimals(double value, int digits)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    const bool minus = fixedText(value, digits).front() == '-'; // not of what is rounded to 0
    return QLocale().toString(minus ? value : std::abs(value), 'f', digits);
}

QString shownFigure(double value, int digits)
{
    constexpr double most = 1e9, significant = 9.95; // as core's figureText
    const double size = std::abs(value);
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (std::isnan(value) || size == 0.0 || (size < most && size * std::pow(10.0, digits) >= significant))
        return decimals(value, digits);
    return QLocale().toString(value, 'g', size < most ? 3 : 6);
}

QString shownMetric(double value, int digits)
{
    constexpr double rounding = 1e-12;
    return shownFigure(std::abs(value) < rounding ? 0.0 : value, digits);
}

QString pointsText(double difference)
{
    const QString digits = decimals(difference * 100.0, 2);
    return difference > 0 ? QLocale().positiveSign() + digits : digits;
}

QString withInterval(const QString& figure, const QString& low, const QString& high)
{
    return FigureWords::tr("%1 [%2, %3]", "difference and its interval").arg(figure, low, high);
}

QString pointsInterval(const MeanInterval& interval)
{
    if (interval.n < 2)
        return pointsText(interval.mean);
    return withInterval(pointsText(interval.mean), decimals((interval.mean - interval.halfWidth) * 100.0, 2),
                        decimals((interval.mean + interval.halfWidth) * 100.0, 2));
}

QString verdictText(JudgedAs verdict)
{
    switch (verdict) {
    case JudgedAs::Better: return VerdictWords::tr("✓ better");
    case JudgedAs::CannotTell: return VerdictWords::tr("? cannot tell");
    case JudgedAs::Worse: return VerdictWords::tr("✕ worse");
    }
    return {};
}

QString pText(double p)
{
    return p < 0.001 ? FigureWords::tr("p < %1").arg(decimals(0.001, 3)) : FigureWords::tr("p %1").arg(decimals(p, 3));
}

} // namespace reweigh
