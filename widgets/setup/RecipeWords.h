// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/RecipePreviewer.h"

#include <QString>

namespace reweigh {

/// The recipe in sentences. All need a preview without an error.

/// The class with the fewest true members; of equals, the one whose label is least to be trusted.
int rarestClass(const DataPlanInfo& info);

QString className(const RecipePreview& preview, int index);

/// "Boot keeps 120 true members, 76 of them labelled right, under 667 strangers: ..."
QString rarestSentence(const RecipePreview& preview);

/// "Asked IF 50, observed 5.7 · asked noise 0.40, actual 0.36 · 16,796 training images"
QString askedSentence(const RecipePreview& preview);

/// What the order of imbalance and noise does to the classes; empty where there is only one of them.
QString orderSentence(const RecipePreview& preview);

/// The numbers of one class.
QString classSentence(const RecipePreview& preview, int index);

/// Instead of a view: that the set is being read, or why there is nothing to see and how it is mended.
QString missingSentence(const RecipePreview* preview);

QString percent(double share);

} // namespace reweigh
