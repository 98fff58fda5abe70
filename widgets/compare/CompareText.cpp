// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/CompareText.h"

#include <QCoreApplication>
#include <QLocale>

namespace reweigh {
namespace {

struct Compare {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

QString fixed(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

} // namespace

QString armLabel(ArmKind kind)
{
    switch (kind) {
    case ArmKind::Searched: return Compare::tr("TPE-searched");
    case ArmKind::Fixed: return Compare::tr("fixed 1-100-1, loss");
    case ArmKind::FixedSearched: return Compare::tr("1-100-1, searched input");
    case ArmKind::Largest: return Compare::tr("largest size, loss");
    case ArmKind::CrossEntropy: return Compare::tr("cross entropy");
    }
    return {};
}

QString armShortLabel(ArmKind kind)
{
    switch (kind) {
    case ArmKind::Searched: return Compare::tr("searched", "arm");
    case ArmKind::Fixed: return Compare::tr("fixed 1-100-1", "arm");
    case ArmKind::FixedSearched: return Compare::tr("searched input", "arm");
    case ArmKind::Largest: return Compare::tr("largest", "arm");
    case ArmKind::CrossEntropy: return Compare::tr("cross entropy", "arm");
    }
    return {};
}

std::vector<ArmMetric> armMetrics()
{
    return {{"test.accuracy", Compare::tr("test accuracy")},
            {"test.balanced_accuracy", Compare::tr("balanced test accuracy")},
            {"test.few", Compare::tr("test accuracy, rarest third")},
            {"validation.accuracy", Compare::tr("validation accuracy")},
            {"detection.auroc", Compare::tr("noise AUROC")}};
}

QString meanText(const MeanInterval& interval)
{
    if (interval.n == 0)
        return Compare::tr("no run yet");
    if (interval.n == 1)
        return Compare::tr("%1 (1), no interval", "mean of one seed").arg(fixed(interval.mean, 4));
    return Compare::tr("%1 ± %2 (%3)", "mean, half-width, seeds")
        .arg(fixed(interval.mean, 4), fixed(interval.halfWidth, 4), QLocale().toString(interval.n));
}

QString pointsText(double difference)
{
    const QString digits = fixed(difference * 100.0, 2);
    return difference > 0 ? QLocale().positiveSign() + digits : digits;
}

QString pointsInterval(const MeanInterval& interval)
{
    if (interval.n < 2)
        return pointsText(interval.mean);
    return Compare::tr("%1 [%2, %3]", "difference and its interval")
        .arg(pointsText(interval.mean), fixed((interval.mean - interval.halfWidth) * 100.0, 2),
             fixed((interval.mean + interval.halfWidth) * 100.0, 2));
}

QString pText(double p)
{
    return p < 0.001 ? Compare::tr("p < %1").arg(fixed(0.001, 3)) : Compare::tr("p %1").arg(fixed(p, 3));
}

} // namespace reweigh
