// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/RecipeFormulas.h"

#include <QCoreApplication>

namespace reweigh {
namespace {

struct RecipeFormulasWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

} // namespace

QString noiseFormula(NoiseType type)
{
    switch (type) {
    case NoiseType::None: return RecipeFormulasWords::tr("No noise: every label stays as it came.");
    case NoiseType::Uniform:
        return RecipeFormulasWords::tr(
            "Uniform noise: P(j | i) = p/K for j ≠ i and 1 − p + p/K for j = i. A label may be drawn again, so that p(K − 1)/K of "
            "the labels are wrong on average.");
    case NoiseType::Symmetric: return RecipeFormulasWords::tr("Symmetric noise: P(j | i) = p/(K − 1) for j ≠ i and 1 − p for j = i.");
    case NoiseType::Flip:
        return RecipeFormulasWords::tr("Flip noise: P(j | i) = p for one class j ≠ i, drawn by the seed, and 1 − p for j = i.");
    case NoiseType::Flip2:
        return RecipeFormulasWords::tr(
            "Flip noise to two classes: P(j | i) = p/2 for two classes j ≠ i, drawn by the seed, and 1 − p for j = i.");
    case NoiseType::PairMap:
        return RecipeFormulasWords::tr(
            "Noise between similar pairs of CIFAR-10: with probability p truck becomes automobile, bird airplane, deer horse, and "
            "cat and dog are swapped; the other classes keep their labels.");
    case NoiseType::Hierarchical:
        return RecipeFormulasWords::tr(
            "Noise within superclasses of CIFAR-100: p is spread evenly over the other classes of the same superclass.");
    case NoiseType::Prior:
        return RecipeFormulasWords::tr(
            "Noise by class size: P(j | i) = p n_j/(n − n_i) for j ≠ i and 1 − p for j = i, with n_j the size of class j and n the "
            "sum of all.");
    default: return {};
    }
}

QString imbalanceFormula(ImbalanceType type)
{
    switch (type) {
    case ImbalanceType::None: return RecipeFormulasWords::tr("No imbalance: every image of the training set is kept.");
    case ImbalanceType::Exponential:
        return RecipeFormulasWords::tr(
            "Exponential imbalance: n_c = ⌊n_max · IF^(−c/(K − 1))⌋ images of the class of rank c = 0, …, K − 1, with IF the "
            "imbalance factor.");
    case ImbalanceType::Step:
        return RecipeFormulasWords::tr(
            "Step imbalance: the first half of the classes keep n_max images, the others ⌊n_max/IF⌋, with IF the imbalance factor.");
    default: return {};
    }
}

QString orderSentence(ShiftOrder order)
{
    return order == ShiftOrder::ImbalanceThenNoise
               ? RecipeFormulasWords::tr("Imbalance comes first, by the true labels; noise is then drawn for the images that are kept.")
               : RecipeFormulasWords::tr("Noise comes first; imbalance is then made by the observed labels.");
}

} // namespace reweigh
