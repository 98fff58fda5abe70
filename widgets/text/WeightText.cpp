// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/WeightText.h"

#include "core/config/Methods.h"
#include "widgets/text/InputText.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace reweigh {
namespace {

struct WeightWords {
    Q_DECLARE_TR_FUNCTIONS(WeightText)
};

/// The words for one effect; %1 is the AUROC.
struct EffectWords {
    QString wrong;   ///< where it is known which labels are wrong
    QString changed; ///< of a user's own labels, some of which were changed
};

EffectWords weakWords(int direction)
{
    if (direction > 0)
        return {WeightWords::tr("wrong labels weigh a little less (AUROC %1)"),
                WeightWords::tr("changed labels weigh a little less (AUROC %1)")};
    if (direction < 0)
        return {WeightWords::tr("wrong labels weigh a little more (AUROC %1)"),
                WeightWords::tr("changed labels weigh a little more (AUROC %1)")};
    return {WeightWords::tr("no difference between wrong and right labels is shown (AUROC %1)"),
            WeightWords::tr("no difference between changed and other labels is shown (AUROC %1)")};
}

EffectWords wordsOf(const WeightVerdict& verdict)
{
    switch (verdict.effect) {
    case WeightEffect::NoWeights: break;
    case WeightEffect::Flat: {
        const QString flat = WeightWords::tr("flat, nearly all samples weigh the same");
        return {flat, flat};
    }
    case WeightEffect::Unknown:
        return {WeightWords::tr("no label is known to be wrong"), WeightWords::tr("which labels are wrong is not known")};
    case WeightEffect::WrongWeighMore:
        return {WeightWords::tr("wrong labels weigh more (AUROC %1)"), WeightWords::tr("changed labels weigh more (AUROC %1)")};
    case WeightEffect::Weak: return weakWords(verdict.direction());
    case WeightEffect::Separates:
        return {WeightWords::tr("separates wrong from right labels (AUROC %1)"),
                WeightWords::tr("separates changed labels from the others (AUROC %1)")};
    }
    const QString none = WeightWords::tr("all samples count equally");
    return {none, none};
}

} // namespace

QString weightSourceText(const WeightSource& source)
{
    const MethodRow* row = weightingRow(source.weighting);
    if (!row)
        return QString::fromStdString(source.weighting);
    const QString title = QCoreApplication::translate(tableContext, row->title);
    if (!row->hasNet)
        return title;
    const bool loss = source.metaNet.input == "loss" && !source.metaNet.withLabel && !isStandardised(source.metaNet);
    const QString fed = loss ? WeightWords::tr("fed by the loss")
                             : WeightWords::tr("fed by %1", "what the weighting's network sees").arg(inputText(source.metaNet));
    return source.weighting == "mwnet" ? fed : WeightWords::tr("%1, %2", "a weighting, what its network is fed by").arg(title, fed);
}

QString weightVerdictText(const WeightVerdict& verdict, const WeightSource& source, const QLocale& locale)
{
    const EffectWords words = wordsOf(verdict);
    QString said = source.ownLabels ? words.changed : words.wrong;
    if (said.contains(QLatin1String("%1")))
        said = said.arg(locale.toString(verdict.auroc, 'f', 2));
    const QString from = weightSourceText(source);
    return verdict.effect == WeightEffect::NoWeights || from.isEmpty()
               ? said
               : WeightWords::tr("%1: %2", "where weights come from, what they do").arg(from, said);
}

std::string weightVerdictLine(const WeightVerdict& verdict, const WeightSource& source)
{
    return weightVerdictText(verdict, source, QLocale(QLocale::English, QLocale::UnitedStates)).toStdString();
}

QString mechanismText(const MechanismVerdict& verdict, bool ownLabels)
{
    switch (verdict.effect) {
    case MechanismEffect::NoWeights:
    case MechanismEffect::Flat:
    case MechanismEffect::Unknown: break;
    case MechanismEffect::SeparatesBoth:
        return ownLabels ? WeightWords::tr("separates both shifts: changed labels weigh less, rare classes do not")
                         : WeightWords::tr("separates both shifts: wrong labels weigh less, rare classes do not");
    case MechanismEffect::FollowsLoss:
        if (verdict.weights.effect == WeightEffect::WrongWeighMore)
            return ownLabels ? WeightWords::tr("follows the loss only: changed labels and rare classes rise together")
                             : WeightWords::tr("follows the loss only: wrong labels and rare classes rise together");
        return ownLabels ? WeightWords::tr("follows the loss only: changed labels and rare classes fall together")
                         : WeightWords::tr("follows the loss only: wrong labels and rare classes fall together");
    case MechanismEffect::FollowsClassSize: return WeightWords::tr("follows class size only");
    case MechanismEffect::Mixed:
        return WeightWords::tr("mixed: neither separating both shifts nor following the loss or class size alone is shown");
    }
    const EffectWords words = wordsOf(verdict.weights);
    return ownLabels ? words.changed : words.wrong;
}

QString weightVerdictDetails(const WeightVerdict& verdict, const WeightSource& source, const QLocale& locale)
{
    const auto number = [&](double value) { return locale.toString(value, 'f', 3); };
    QStringList said;
    if (verdict.effect == WeightEffect::Flat)
        said << WeightWords::tr("The weights of 98 of 100 samples span at most %1 % of their mean.")
                    .arg(locale.toString(100.0 * flatSpread, 'f', 0));
    if (std::isfinite(verdict.auroc) && source.ownLabels)
        said << WeightWords::tr(
                    "AUROC of 1 − weight as a score for changed labels: %1, 95 % interval %2 to %3. It is 1 if every changed label "
                    "weighs less than every other, 0 if every one weighs more, and 0.5 by chance.")
                    .arg(number(verdict.auroc), number(verdict.interval.low), number(verdict.interval.high));
    else if (std::isfinite(verdict.auroc))
        said << WeightWords::tr("AUROC of 1 − weight as a score for wrong labels: %1, 95 % interval %2 to %3. It is 1 if every wrong label "
                                "weighs less than every right one, 0 if every one weighs more, and 0.5 by chance.")
                    .arg(number(verdict.auroc), number(verdict.interval.low), number(verdict.interval.high));
    if (verdict.effect == WeightEffect::Unknown)
        said << WeightWords::tr("Whether weights tell wrong labels apart can only be seen where it is known which labels are wrong.");
    return said.join(QLatin1Char(' '));
}

} // namespace reweigh
