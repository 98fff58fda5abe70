// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/ComparedVariants.h"
#include "widgets/plots/LineNames.h"

#include <QString>

#include <vector>

namespace reweigh {

/// One variant's line; `x`, `y` and `half` have one value per point.
struct VariantLine {
    QString name;
    int place = 0; ///< index in the order of all tables; determines the pen, see seriesPen()
    std::vector<double> x, y;
    std::vector<double> half; ///< half-width of the 95 % Student-t interval of the mean `y` over seeds; infinite for one seed
    int seeds = 0;

    /// The name with the number of seeds: "fixed (5)".
    QString nameWithSeeds() const;
};

/// What the lines say at the point nearest to `x`, which is set to it: one per line that has a point there, the highest first: "fixed:
/// 0.812 ± 0.004 (5)": mean, half-width, seeds.
QStringList lineWords(const std::vector<VariantLine>& lines, double& x);

/// The mark of the points of the variant at index `place`, in the colour of seriesPen(). The first 7 have different shapes.
QCPScatterStyle variantMark(int place);

/// Replaces the plot's graphs by the lines, each over its band if it has several seeds, with their names and seeds beside their ends.
/// `dots`: marks each point.
void showVariantLines(Plot& plot, LineNames& names, const std::vector<VariantLine>& lines, bool dots);

/// Per variant the weight over the loss after its runs' last epoch, averaged over seeds, in the range of losses in which all runs
/// saw samples. Variants without such a range are left out.
std::vector<VariantLine> weightLines(const ComparedVariants& compared);

/// Per variant the test recall of the classes in `order`, averaged over the last epochs and then over seeds. x is the index in
/// `order`. Variants without a run that was read are left out.
std::vector<VariantLine> recallLines(const ComparedVariants& compared, const std::vector<int>& order);

/// Class indices ordered by true training members, the largest class first; equal classes keep their order. `members` has one count
/// per class.
std::vector<int> classesBySize(const std::vector<int>& members);

} // namespace reweigh
