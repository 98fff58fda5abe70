// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ClaimRows.h"

#include "widgets/compare/CompareText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct Claims {
    Q_DECLARE_TR_FUNCTIONS(Claims)
};

constexpr double chanceAuroc = 0.5;

QString fixed(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

QString seenDifference(const MeanInterval& interval)
{
    if (interval.n == 0)
        return Claims::tr("no pair of runs yet");
    if (interval.n == 1)
        return Claims::tr("%1 points, one seed: no interval").arg(pointsText(interval.mean));
    return Claims::tr("%1 points over %n seed(s)", nullptr, interval.n).arg(pointsInterval(interval));
}

/// `interval` is of AUROC - 0.5.
QString seenAuroc(const MeanInterval& interval)
{
    if (interval.n == 0)
        return Claims::tr("no AUROC of the tail yet");
    const QString mean = fixed(interval.mean + chanceAuroc, 3);
    if (interval.n == 1)
        return Claims::tr("tail AUROC %1, one seed: no interval").arg(mean);
    return Claims::tr("tail AUROC %1 [%2, %3] over %n seed(s)", nullptr, interval.n)
        .arg(mean, fixed(interval.mean + chanceAuroc - interval.halfWidth, 3), fixed(interval.mean + chanceAuroc + interval.halfWidth, 3));
}

} // namespace

std::vector<ClaimRow> claimRows(const ArmRuns& arms)
{
    const std::string metric = armMetrics().front().key;
    std::vector<double> auroc = arms.tailAuroc(ArmKind::Searched);
    for (double& value : auroc)
        value -= chanceAuroc;
    const std::vector<std::vector<double>> values = {arms.differences(ArmKind::Searched, ArmKind::Fixed, metric),
        arms.differences(ArmKind::Searched, ArmKind::Largest, metric), arms.differences(ArmKind::FixedSearched, ArmKind::Fixed, metric),
        arms.differences(ArmKind::Searched, ArmKind::CrossEntropy, metric), std::move(auroc)};
    const QString statements[] = {Claims::tr("searched beats fixed 1-100-1"), Claims::tr("searched beats the largest size"),
        Claims::tr("the searched input alone beats the loss"), Claims::tr("searched beats cross entropy"),
        Claims::tr("weights separate the two shifts")};
    const std::vector<Judgement> claims = judge(values);
    std::vector<ClaimRow> rows;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const MeanInterval& interval = claims[i].test.interval;
        rows.push_back({statements[i], i + 1 < claims.size() ? seenDifference(interval) : seenAuroc(interval), claims[i]});
    }
    return rows;
}

Role ClaimRow::role() const
{
    switch (claim.verdict) {
    case JudgedAs::Better: return Role::Done;
    case JudgedAs::CannotTell: return Role::Warning;
    case JudgedAs::Worse: return Role::Bad;
    }
    return Role::Warning;
}

QString ClaimRow::verdict() const
{
    switch (claim.verdict) {
    case JudgedAs::Better: return Claims::tr("✓ supported");
    case JudgedAs::CannotTell: return Claims::tr("? cannot tell");
    case JudgedAs::Worse: return Claims::tr("✕ refuted");
    }
    return {};
}

QString ClaimRow::chance() const
{
    return std::isnan(claim.adjustedP) ? QString() : pText(claim.adjustedP);
}

QString ClaimRow::need() const
{
    if (claim.verdict != JudgedAs::CannotTell)
        return {};
    if (claim.pairsMissing > 0)
        return Claims::tr("%n more seed(s), %1 in all, for 80 % power", nullptr, claim.pairsMissing).arg(QLocale().toString(claim.pairsInAll()));
    return claim.test.interval.n < 2 ? Claims::tr("2 seeds at least") : Claims::tr("more than %1 seeds").arg(QLocale().toString(mostPairs));
}

QString ClaimRow::details() const
{
    if (std::isnan(claim.test.p))
        return Claims::tr("%1: %2").arg(statement, seen);
    const QString rank = std::isnan(claim.test.signedRankP) ? Claims::tr("too many pairs to enumerate") : pText(claim.test.signedRankP);
    return Claims::tr("%1: %2\nPaired Student t: %3, after Holm %4\nExact signed rank: %5")
        .arg(statement, seen, pText(claim.test.p), pText(claim.adjustedP), rank);
}

FigureTable claimTable(const std::vector<ClaimRow>& rows)
{
    FigureTable table{.header = {QStringLiteral("claim"), QStringLiteral("n"), QStringLiteral("mean_difference"), QStringLiteral("half_width_95"),
                                 QStringLiteral("p_student"), QStringLiteral("p_holm"), QStringLiteral("p_signed_rank"), QStringLiteral("verdict"),
                                 QStringLiteral("seeds_missing")}};
    for (const ClaimRow& row : rows) {
        const PairedTest& test = row.claim.test;
        table.rows.push_back({row.statement, test.interval.n, test.interval.mean, test.interval.halfWidth, test.p, row.claim.adjustedP,
                              test.signedRankP, row.verdict(), row.claim.pairsMissing >= 0 ? QVariant(row.claim.pairsMissing) : QVariant()});
    }
    return table;
}

QString signedRankNote(const std::vector<ClaimRow>& rows)
{
    int seeds = 0;
    double least = 1.0;
    for (const ClaimRow& row : rows)
        if (row.claim.test.interval.n > seeds) {
            seeds = row.claim.test.interval.n;
            least = row.claim.test.leastRankP;
        }
    if (seeds < 2 || least < judgedLevel)
        return {};
    return Claims::tr("With %n paired seed(s) the exact signed-rank test can never go below p %1: it cannot decide alone.", nullptr, seeds)
        .arg(QLocale().toString(least, 'g', 4));
}

} // namespace reweigh
