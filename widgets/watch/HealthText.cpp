// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/HealthText.h"

#include <QCoreApplication>
#include <QLocale>

namespace reweigh {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HealthText)

public:
    static HealthText of(const WeightHealth& health)
    {
        const QLocale locale;
        const auto number = [&](double value) { return locale.toString(value, 'f', 2); };
        switch (health.symptom) {
        case WeightSymptom::Healthy:
            return {Role::Done, tr("healthy: spread %1").arg(number(health.spread)),
                    (health.correlation > 0.0
                         ? tr("Weights differ between samples: standard deviation %1 around a mean of %2. They rise with the loss: hard samples "
                              "count more, wrong labels among them.")
                         : tr("Weights differ between samples: standard deviation %1 around a mean of %2. They fall with the loss: hard samples "
                              "count less, wrong labels among them."))
                        .arg(number(health.spread), number(health.meanWeight))};
        case WeightSymptom::Collapsed:
            return {Role::Bad, tr("collapsed: %1 % below %2").arg(locale.toString(100.0 * health.shareBelow, 'f', 0), number(1.0 / weightBins)),
                    tr("Nearly every sample has a weight of 0, so the classifier hardly learns. Lower the meta learning rate, or normalise "
                       "the weights over the batch.")};
        case WeightSymptom::Flat:
            return {Role::Warning, tr("flat: spread %1").arg(locale.toString(health.spread, 'f', 3)),
                    tr("Every sample counts alike, as in plain training. Raise the meta learning rate, train longer, or give V an input that "
                       "tells samples apart.")};
        case WeightSymptom::NonMonotone:
            return {Role::Warning, tr("not monotone: ρ %1").arg(number(health.correlation)),
                    tr("The weight rises and falls again with the loss (ρ: rank correlation of the two). That may be meant where hard samples help; if not, use fewer nodes or "
                       "a larger meta set.")};
        case WeightSymptom::VanishingMetaGradient:
            return {Role::Warning, tr("meta gradient vanishes: %1").arg(locale.toString(health.metaGradientNorm, 'e', 1)),
                    tr("V no longer learns: the meta set is fitted, or its sigmoid is saturated. Take a larger meta set, or a lower meta "
                       "learning rate from the start.")};
        case WeightSymptom::NoWeights: break;
        }
        return {Role::Dim, tr("no weights"), tr("Plain cross entropy: every sample counts alike.")};
    }
};

} // namespace

HealthText healthText(const WeightHealth& health)
{
    return Words::of(health);
}

} // namespace reweigh
