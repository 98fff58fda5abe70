// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/RecipePreviewer.h"

#include <QString>

#include <string>

namespace reweigh {

/// Sentences about the recipe. All need a preview without an error, except missingSentence().

/// Index of the class with the fewest true members; among equals, the one with the lowest purity (share of right labels).
int rarestClass(const DataPlanInfo& info);

/// The name of class `index` in the data set.
QString className(const RecipePreview& preview, int index);

/// "Boot keeps 120 true members, 76 of them labelled right, under 667 strangers: ..."
QString rarestSentence(const RecipePreview& preview);

/// "Asked IF 50, observed 5.7 · asked noise 0.40, actual 0.36 · 16,796 training images"; and the set's own IF where
/// nobody asked for one
QString askedSentence(const RecipePreview& preview);

/// Explains what the order of imbalance and noise does to the classes; empty if the recipe does not have both.
QString orderSentence(const RecipePreview& preview);

/// The counts and the purity of class `index`, as one sentence.
QString classSentence(const RecipePreview& preview, int index);

/// Whether nobody knows which labels are right: a user's own images, and neither a file nor the user says it. Figures tell what was changed
/// then.
bool truthIsUnknown(const RecipePreview& preview);

/// The text shown in place of a view: that the data set is being read (`preview` is null), or that the recipe's panel says what is wrong.
QString missingSentence(const RecipePreview* preview);

/// The key of the setting with which the user can correct the recipe's error.
std::string fieldOf(const Error& error, const DataOptions& options);

/// "64 %" for 0.64; "–" if `share` is not finite.
QString percent(double share);

} // namespace reweigh
