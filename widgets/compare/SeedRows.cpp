// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/SeedRows.h"

#include "core/config/WeightSource.h"
#include "widgets/text/InputText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace reweigh {
namespace {

struct SeedRowsText {
    Q_DECLARE_TR_FUNCTIONS(SeedRows)
};

QString trialNumber(const StudyTrial& trial)
{
    return SeedRowsText::tr("trial %1").arg(QLocale().toString(qlonglong(trial.number)));
}

QString trialName(const StudyTrial& trial)
{
    QString name = trialNumber(trial);
    if (trial.state == TrialState::Pruned)
        name = SeedRowsText::tr("%1, pruned").arg(name);
    const TrialFacts* facts = trial.facts();
    if (!facts)
        return name;
    return SeedRowsText::tr("%1: %2 → %3", "trial, input, hidden layers")
        .arg(name, inputText(facts->architecture), hiddenText(facts->architecture));
}

/// The variant's label, followed by its network if the name does not determine it.
QString rowName(const VariantResult& variant)
{
    const bool known = variant.asked.base.starts_with("fixed") && variant.asked.settings.empty();
    const QString network = known ? QString() : networkText(variant);
    return network.isEmpty() ? variantLabel(variant)
                             : SeedRowsText::tr("%1: %2", "a variant and its network").arg(variantLabel(variant), network);
}

/// networkText(), but with the input as files and flags name it, in no language.
QString networkInFiles(const VariantResult& variant)
{
    if (!variant.weighted || !hasNetwork(weightSource(variant, false)))
        return networkText(variant);
    QString input = QString::fromStdString(inputName(variant.metaNet));
    if (isStandardised(variant.metaNet))
        input += QStringLiteral(", standardised");
    return QStringLiteral("%1 → %2").arg(input, hiddenText(variant.metaNet));
}

} // namespace

SeedRows variantRows(const ComparedVariants& compared, const ComparedMetric& metric)
{
    SeedRows table{.axis = variantWords(metric.title)};
    if (compared.list.empty())
        return table;
    table.first = variantLabel(*compared.list.front().result);
    for (const ComparedVariant& variant : compared.list) {
        SeedRow row{
            .name = rowName(*variant.result), .network = networkInFiles(*variant.result), .values = valuesOf(*variant.result, metric.key)};
        row.interval = meanInterval(row.values);
        row.summary = summarise(*variant.result);
        row.beside = besideText(*row.summary, weightSource(*variant.result, compared.study->ownLabels()));
        if (&variant != &compared.list.front()) {
            const ComparableValues values = comparableValues(*variant.result, *compared.list.front().result, metric.key);
            if (const SeedPairs pairs = pairBySeed(values.first, values.second); !pairs.differences.empty())
                row.minusFirst = meanInterval(pairs.differences);
        }
        if (!row.values.empty()) // a variant may lack the metric: cross entropy has no weights, and so no AUROC
            table.rows.push_back(std::move(row));
    }
    return table;
}

SeedRows trialRows(const StudySnapshot& study, const std::set<std::int64_t>& trials)
{
    SeedRows table{.axis = SeedRowsText::tr("validation accuracy")};
    if (study.facts && study.facts->metric != "validation.accuracy")
        table.axis = QString::fromStdString(study.facts->metric);
    else if (!study.facts)
        table.axis = SeedRowsText::tr("objective");
    for (const std::int64_t number : trials) {
        const StudyTrial* trial = study.trial(number);
        if (!trial || !trial->value || int(table.rows.size()) == mostTrialRows)
            continue;
        SeedRow row{.name = trialName(*trial), .values = {*trial->value}};
        row.interval = meanInterval(row.values);
        if (table.rows.empty())
            table.first = trialNumber(*trial);
        else
            row.minusFirst = MeanInterval{
                .n = 1, .mean = *trial->value - table.rows.front().values.front(), .halfWidth = std::numeric_limits<double>::infinity()};
        table.rows.push_back(std::move(row));
    }
    return table;
}

bool SeedRows::hasDifferences() const
{
    return std::ranges::any_of(rows, [](const SeedRow& row) { return row.minusFirst.has_value(); });
}

FigureTable SeedRows::table() const
{
    FigureTable result{.header = {QStringLiteral("variant"), QStringLiteral("network"), QStringLiteral("metric"), QStringLiteral("n"),
                                  QStringLiteral("mean"), QStringLiteral("half_width_95"), QStringLiteral("minus_first"),
                                  QStringLiteral("minus_first_half_width_95")}};
    qsizetype seeds = 0;
    for (const SeedRow& row : rows)
        seeds = std::max(seeds, qsizetype(row.values.size()));
    for (qsizetype i = 1; i <= seeds; ++i)
        result.header << QStringLiteral("value_%1").arg(i);
    result.header << QStringLiteral("few") << QStringLiteral("few_half_width_95") << QStringLiteral("auroc")
                  << QStringLiteral("auroc_half_width_95") << QStringLiteral("weights");
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (const SeedRow& row : rows) {
        QVariantList cells = {row.name,
                              row.network,
                              axis,
                              row.interval.n,
                              row.interval.mean,
                              row.interval.halfWidth,
                              row.minusFirst ? row.minusFirst->mean : none,
                              row.minusFirst ? row.minusFirst->halfWidth : none};
        for (qsizetype i = 0; i < seeds; ++i)
            cells << (i < qsizetype(row.values.size()) ? row.values[std::size_t(i)] : none);
        if (const auto& summary = row.summary)
            cells << summary->few.mean << summary->few.halfWidth << summary->auroc.mean << summary->auroc.halfWidth
                  << QString::fromLatin1(nameOf(summary->weights.effect));
        else
            cells << none << none << none << none << QString();
        result.rows.push_back(cells);
    }
    return result;
}

} // namespace reweigh
