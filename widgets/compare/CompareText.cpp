// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/CompareText.h"

#include "widgets/text/InputText.h"
#include "widgets/text/WeightText.h"

#include <QCoreApplication>
#include <QLocale>

namespace reweigh {
namespace {

struct Compare {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

} // namespace

QString variantLabel(const VariantResult& variant)
{
    const NamedVariant* named = variant.asked.name == variant.asked.base ? findNamedVariant(variant.asked.base) : nullptr;
    const QString label = named ? variantWords(named->title) : QString::fromStdString(variant.name());
    return variant.earlier ? Compare::tr("%1, earlier", "a variant, made of an earlier best trial").arg(label) : label;
}

QString hiddenText(const MetaNetSpec& network)
{
    QStringList layers;
    for (const int nodes : network.hidden)
        layers << QString::number(nodes);
    return layers.join(QLatin1Char('-'));
}

QString networkText(const VariantResult& variant)
{
    if (!variant.weighted)
        return {};
    const WeightSource source = weightSource(variant, false);
    if (!hasNetwork(source))
        return weightSourceText(source);
    return Compare::tr("%1 → %2", "input, hidden layers").arg(inputText(variant.metaNet), hiddenText(variant.metaNet));
}

QString besideText(const VariantSummary& summary, const WeightSource& source)
{
    QStringList parts;
    if (summary.weights.effect != WeightEffect::NoWeights)
        parts << weightVerdictText(summary.weights, source);
    if (summary.few.n > 0)
        parts << Compare::tr("few images %1", "recall of the classes with few images").arg(meanText(summary.few));
    if (summary.auroc.n > 0)
        parts << Compare::tr("noise AUROC %1").arg(meanText(summary.auroc));
    return parts.join(QStringLiteral(" · "));
}

QString othersSentence()
{
    return Compare::tr("Another program made this study. It has no settings of trainings, so nothing can be retrained and compared.");
}

QString meanText(const MeanInterval& interval)
{
    if (interval.n == 0)
        return Compare::tr("no run yet");
    if (interval.n == 1)
        return Compare::tr("%1 (1), no interval", "mean of one seed").arg(decimals(interval.mean, 4));
    return Compare::tr("%1 ± %2 (%3)", "mean, half-width, seeds")
        .arg(decimals(interval.mean, 4), decimals(interval.halfWidth, 4), QLocale().toString(interval.n));
}

} // namespace reweigh
