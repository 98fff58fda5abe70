// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VerdictRowsView.h"

#include "core/experiment/RunFacts.h"
#include "widgets/compare/CompareText.h"
#include "widgets/panel/Chip.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct Verdicts {
    Q_DECLARE_TR_FUNCTIONS(Verdicts)
};

QString seenDifference(const MeanInterval& interval)
{
    if (interval.n == 1)
        return Verdicts::tr("%1 points, one seed: no interval").arg(pointsText(interval.mean));
    return Verdicts::tr("%1 points over %n seed(s)", nullptr, interval.n).arg(pointsInterval(interval));
}

QString plainDifference(double value)
{
    return (value < 0.0 ? QString() : QStringLiteral("+")) + decimals(value, 3);
}

/// The same of a metric that is no share.
QString seenPlain(const MeanInterval& interval)
{
    if (interval.n == 1)
        return Verdicts::tr("%1, one seed: no interval", "a difference").arg(plainDifference(interval.mean));
    return Verdicts::tr("%1 [%2, %3] over %n seed(s)", "a difference and its interval", interval.n)
        .arg(plainDifference(interval.mean), decimals(interval.mean - interval.halfWidth, 3),
             decimals(interval.mean + interval.halfWidth, 3));
}

/// `interval` is that of the AUROC minus `chance`.
QString seenFigure(const MeanInterval& interval, double chance)
{
    const QString mean = decimals(interval.mean + chance, 3);
    if (interval.n == 1)
        return Verdicts::tr("AUROC %1, one seed: no interval").arg(mean);
    return Verdicts::tr("AUROC %1 [%2, %3] over %n seed(s)", nullptr, interval.n)
        .arg(mean, decimals(interval.mean + chance - interval.halfWidth, 3), decimals(interval.mean + chance + interval.halfWidth, 3));
}

} // namespace

std::vector<VerdictRow> verdictRows(const std::vector<VariantResult>& results, const ComparedMetric& metric)
{
    std::vector<VerdictRow> rows;
    for (const JudgedRow& judged : judgeVariants(results, metric.key)) {
        const MeanInterval& interval = judged.judgement.test.interval;
        VerdictRow row{.first = QString::fromStdString(judged.first->name()),
                       .second = judged.second ? QString::fromStdString(judged.second->name()) : QString(),
                       .metric = QString::fromStdString(judged.metric),
                       .unpaired = judged.unpaired,
                       .otherClasses = judged.otherClasses,
                       .judgement = judged.judgement};
        if (judged.second) {
            row.statement =
                Verdicts::tr("%1 − %2", "the difference of two variants").arg(variantLabel(*judged.first), variantLabel(*judged.second));
            row.seen = interval.n == 0       ? Verdicts::tr("not compared: the two do not have the same classes of this size")
                       : isShare(metric.key) ? seenDifference(interval)
                                             : seenPlain(interval);
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
    return verdictText(judgement.verdict);
}

QString VerdictRow::chance() const
{
    return std::isnan(judgement.adjustedP) ? QString() : pText(judgement.adjustedP);
}

QString VerdictRow::need() const
{
    if (judgement.verdict != JudgedAs::CannotTell || judgement.test.interval.n == 0)
        return {};
    if (judgement.pairsMissing > 0)
        return Verdicts::tr("%n more seed(s), %1 in all, for 80 % power", nullptr, judgement.pairsMissing)
            .arg(QLocale().toString(judgement.pairsInAll()));
    return judgement.test.interval.n < 2 ? Verdicts::tr("at least 2 seeds")
                                         : Verdicts::tr("more than %1 seeds").arg(QLocale().toString(mostPairs));
}

QString VerdictRow::effect() const
{
    const EffectSize& size = judgement.effect;
    return std::isnan(size.g) ? QString()
                              : Verdicts::tr("g %1 [%2, %3]", "Hedges' g and its interval")
                                    .arg(decimals(size.g, 2), decimals(size.low, 2), decimals(size.high, 2));
}

QString VerdictRow::details() const
{
    QStringList lines = {Verdicts::tr("%1: %2").arg(statement, seen)};
    if (unpaired > 0)
        lines << Verdicts::tr("%n seed(s) without a pair are ignored", nullptr, unpaired);
    if (otherClasses > 0)
        lines << Verdicts::tr("%n seed(s) with which the two do not have the same classes of this size are left out", nullptr,
                              otherClasses);
    if (std::isnan(judgement.test.p))
        return lines.join(QLatin1Char('\n'));
    const QString rank =
        std::isnan(judgement.test.signedRankP) ? Verdicts::tr("too many pairs to enumerate") : pText(judgement.test.signedRankP);
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
    for (const char* column : {"first", "second", "metric", "pairs", "unpaired_seeds", "mean_difference", "half_width_95", "g", "g_low",
                               "g_high", "p_student", "p_holm", "p_signed_rank", "verdict", "pairs_missing"})
        table.header << QString::fromLatin1(column);
    for (const VerdictRow& row : rows) {
        const PairedTest& test = row.judgement.test;
        const EffectSize& effect = row.judgement.effect;
        table.rows.push_back({row.first, row.second, row.metric, test.interval.n, row.unpaired, test.interval.mean, test.interval.halfWidth,
                              effect.g, effect.low, effect.high, test.p, row.judgement.adjustedP, test.signedRankP,
                              QString::fromLatin1(nameOf(row.judgement.verdict)),
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
    return Verdicts::tr("With %n paired seed(s) the exact signed-rank test can never go below p %1: it cannot decide alone.", nullptr,
                        seeds)
        .arg(QLocale().toString(least, 'g', 4));
}

namespace {

QFont statementFont()
{
    QFont font = Theme::instance().bodyFont();
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

VerdictRowsView::VerdictRowsView(QWidget* parent)
    : PaintedView(QStringLiteral("verdicts-view"), tr("Differences and their verdicts"), parent)
{
}

void VerdictRowsView::setRows(std::vector<VerdictRow> rows)
{
    m_rows = std::move(rows);
    contentChanged();
}

VerdictRowsView::Layout VerdictRowsView::layoutFor(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF strong(statementFont()), small(theme.scopeFont()), chip(chipFont());
    double text = 0.0, aside = 0.0, word = 0.0;
    for (const VerdictRow& row : m_rows) {
        text = std::max({text, strong.horizontalAdvance(row.statement), small.horizontalAdvance(row.seen)});
        aside = std::max({aside, small.horizontalAdvance(row.chance()), small.horizontalAdvance(row.need())});
        word = std::max(word, chip.horizontalAdvance(row.verdict()));
    }
    Layout layout{.line = std::max(strong.height(), small.height()), .chip = word + theme.grid(2.5)};
    const double gap = theme.grid(1.5);
    layout.wide = target.width() >= text + layout.chip + aside + 2 * gap;
    layout.asideLeft = layout.wide
                           ? std::max(target.right() - std::max(aside, target.width() * 0.22), target.left() + text + layout.chip + 2 * gap)
                           : target.left() + layout.chip + gap;
    layout.chipLeft = layout.wide ? layout.asideLeft - gap - layout.chip : target.left();
    double statement = layout.line;
    if (!layout.wide)
        for (const VerdictRow& row : m_rows)
            statement = std::max<double>(statement, wrappedHeight(statementFont(), row.statement, int(target.width())));
    const double least = layout.wide ? 2 * layout.line + theme.grid(1.5) : statement + 3 * layout.line + theme.grid(2.5);
    layout.row = std::clamp(target.height() / std::max(1.0, double(m_rows.size())), least, std::max(least, double(theme.grid(10))));
    return layout;
}

int VerdictRowsView::heightFor(int width) const
{
    return int(std::ceil(layoutFor(QRectF(0, 0, width, 0)).row * double(m_rows.size())));
}

void VerdictRowsView::paint(QPainter& painter, const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = layoutFor(target);
    QRectF row(target.left(), target.top(), target.width(), layout.row);
    for (const VerdictRow& content : m_rows) {
        paintRow(painter, row, layout, content);
        if (&content != &m_rows.back()) {
            painter.setPen(theme.colour(Role::Line));
            painter.drawLine(QPointF(row.left(), row.bottom() - 0.5), QPointF(row.right(), row.bottom() - 0.5));
        }
        row.translate(0, layout.row);
    }
}

void VerdictRowsView::paintRow(QPainter& painter, const QRectF& row, const Layout& layout, const VerdictRow& content) const
{
    const Theme& theme = Theme::instance();
    const double chipHeight = layout.line + theme.grid(0.75);
    const double room = (layout.wide ? layout.chipLeft - theme.grid() : row.right()) - row.left();
    const double statement = layout.wide ? layout.line : wrappedHeight(statementFont(), content.statement, int(room));
    const double height = layout.wide ? 2 * layout.line : statement + 2 * layout.line + theme.grid(0.5) + chipHeight;
    const double top = row.top() + (row.height() - height) / 2;
    const auto aside = [&](double left, double y, double width, const QString& text) {
        painter.setFont(theme.scopeFont());
        painter.setPen(theme.colour(Role::Dim));
        painter.drawText(QRectF(left, y, width, layout.line), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(theme.scopeFont()).elidedText(text, Qt::ElideRight, width));
    };
    const auto chip = [&](double left, double middle) {
        paintChip(painter, QRectF(left, middle - chipHeight / 2, layout.chip, chipHeight), content.role(), content.verdict());
    };
    painter.setFont(statementFont());
    painter.setPen(theme.colour(Role::Text));
    drawWrapped(painter, {row.left(), top, room, statement}, Qt::AlignLeft | Qt::AlignVCenter, content.statement);
    aside(row.left(), top + statement, room, content.seen);
    if (layout.wide) {
        chip(layout.chipLeft, top + layout.line);
        double y = top + (content.chance().isEmpty() || content.need().isEmpty() ? layout.line / 2 : 0.0);
        for (const QString& text : {content.chance(), content.need()}) {
            aside(layout.asideLeft, y, row.right() - layout.asideLeft, text);
            y += text.isEmpty() ? 0.0 : layout.line;
        }
        return;
    }
    const double below = top + statement + layout.line + theme.grid(0.5);
    chip(row.left(), below + chipHeight / 2);
    aside(layout.asideLeft, below + (chipHeight - layout.line) / 2, row.right() - layout.asideLeft, content.chance());
    aside(row.left(), below + chipHeight, room, content.need());
}

QString VerdictRowsView::tipAt(const QPointF& place) const
{
    const auto row = std::floor(place.y() / layoutFor(rect()).row);
    return row < 0 || row >= double(m_rows.size()) ? QString() : m_rows[std::size_t(row)].details();
}

} // namespace reweigh
