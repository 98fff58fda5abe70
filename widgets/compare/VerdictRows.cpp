// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VerdictRows.h"

#include "widgets/compare/CompareText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct Verdicts {
    Q_DECLARE_TR_FUNCTIONS(Verdicts)
};

QString fixed(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

QString seenDifference(const MeanInterval& interval)
{
    if (interval.n == 1)
        return Verdicts::tr("%1 points, one seed: no interval").arg(pointsText(interval.mean));
    return Verdicts::tr("%1 points over %n seed(s)", nullptr, interval.n).arg(pointsInterval(interval));
}

/// `interval` is of what was measured less `chance`.
QString seenFigure(const MeanInterval& interval, double chance)
{
    const QString mean = fixed(interval.mean + chance, 3);
    if (interval.n == 1)
        return Verdicts::tr("AUROC %1, one seed: no interval").arg(mean);
    return Verdicts::tr("AUROC %1 [%2, %3] over %n seed(s)", nullptr, interval.n)
        .arg(mean, fixed(interval.mean + chance - interval.halfWidth, 3), fixed(interval.mean + chance + interval.halfWidth, 3));
}

} // namespace

std::vector<VerdictRow> verdictRows(const std::vector<VariantResult>& results)
{
    std::vector<VerdictRow> rows;
    for (const JudgedRow& judged : judgeVariants(results)) {
        const MeanInterval& interval = judged.judgement.test.interval;
        VerdictRow row{.first = QString::fromStdString(judged.first->name()),
                       .second = judged.second ? QString::fromStdString(judged.second->name()) : QString(),
                       .metric = QString::fromStdString(judged.metric), .unpaired = judged.unpaired, .judgement = judged.judgement};
        if (judged.second) {
            row.statement = Verdicts::tr("%1 − %2", "the difference of two variants").arg(variantLabel(*judged.first), variantLabel(*judged.second));
            row.seen = seenDifference(interval);
        } else {
            row.statement = Verdicts::tr("%1 − chance: noise AUROC, classes with few images").arg(variantLabel(*judged.first));
            row.seen = seenFigure(interval, judged.chance);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Role VerdictRow::role() const
{
    switch (judgement.verdict) {
    case JudgedAs::Better: return Role::Done;
    case JudgedAs::CannotTell: return Role::Warning;
    case JudgedAs::Worse: return Role::Bad;
    }
    return Role::Warning;
}

QString VerdictRow::verdict() const
{
    switch (judgement.verdict) {
    case JudgedAs::Better: return Verdicts::tr("✓ better");
    case JudgedAs::CannotTell: return Verdicts::tr("? cannot tell");
    case JudgedAs::Worse: return Verdicts::tr("✕ worse");
    }
    return {};
}

QString VerdictRow::chance() const
{
    return std::isnan(judgement.adjustedP) ? QString() : pText(judgement.adjustedP);
}

QString VerdictRow::need() const
{
    if (judgement.verdict != JudgedAs::CannotTell)
        return {};
    if (judgement.pairsMissing > 0)
        return Verdicts::tr("%n more seed(s), %1 in all, for 80 % power", nullptr, judgement.pairsMissing).arg(QLocale().toString(judgement.pairsInAll()));
    return judgement.test.interval.n < 2 ? Verdicts::tr("2 seeds at least") : Verdicts::tr("more than %1 seeds").arg(QLocale().toString(mostPairs));
}

QString VerdictRow::effect() const
{
    const EffectSize& size = judgement.effect;
    return std::isnan(size.g) ? QString() : Verdicts::tr("g %1 [%2, %3]", "Hedges' g and its interval").arg(fixed(size.g, 2), fixed(size.low, 2), fixed(size.high, 2));
}

QString VerdictRow::details() const
{
    QStringList lines = {Verdicts::tr("%1: %2").arg(statement, seen)};
    if (unpaired > 0)
        lines << Verdicts::tr("%n seed(s) without a pair count for nothing", nullptr, unpaired);
    if (std::isnan(judgement.test.p))
        return lines.join(QLatin1Char('\n'));
    const QString rank = std::isnan(judgement.test.signedRankP) ? Verdicts::tr("too many pairs to enumerate") : pText(judgement.test.signedRankP);
    lines << Verdicts::tr("Paired Student t: %1, after Holm %2").arg(pText(judgement.test.p), pText(judgement.adjustedP))
          << Verdicts::tr("Exact signed rank: %1").arg(rank);
    if (!effect().isEmpty())
        lines << Verdicts::tr("Hedges' g of the pairs, exact 95 % interval: %1").arg(effect());
    if (judgement.pairsMissing > 0)
        lines << Verdicts::tr("%1, if the difference is as large as seen", "how many more seeds it takes").arg(need());
    return lines.join(QLatin1Char('\n'));
}

FigureTable verdictTable(const std::vector<VerdictRow>& rows)
{
    FigureTable table;
    for (const char* column : {"first", "second", "metric", "pairs", "unpaired_seeds", "mean_difference", "half_width_95", "g", "g_low", "g_high", "p_student",
                               "p_holm", "p_signed_rank", "verdict", "pairs_missing"})
        table.header << QString::fromLatin1(column);
    for (const VerdictRow& row : rows) {
        const PairedTest& test = row.judgement.test;
        const EffectSize& effect = row.judgement.effect;
        table.rows.push_back({row.first, row.second, row.metric, test.interval.n, row.unpaired, test.interval.mean, test.interval.halfWidth, effect.g, effect.low,
                              effect.high, test.p, row.judgement.adjustedP, test.signedRankP, QString::fromLatin1(nameOf(row.judgement.verdict)),
                              row.judgement.pairsMissing >= 0 ? QVariant(row.judgement.pairsMissing) : QVariant()});
    }
    return table;
}

QString signedRankNote(const std::vector<VerdictRow>& rows)
{
    int seeds = 0;
    double least = 1.0;
    for (const VerdictRow& row : rows)
        if (row.judgement.test.interval.n > seeds) {
            seeds = row.judgement.test.interval.n;
            least = row.judgement.test.leastRankP;
        }
    if (seeds < 2 || least < judgedLevel)
        return {};
    return Verdicts::tr("With %n paired seed(s) the exact signed-rank test can never go below p %1: it cannot decide alone.", nullptr, seeds)
        .arg(QLocale().toString(least, 'g', 4));
}

} // namespace reweigh
