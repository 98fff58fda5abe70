// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/TrainOptions.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// One loss or one weighting, with the words that explain it; core/engine/methods computes it, under the same key.
/// Title and help are marked for translation in the context "Settings".
struct MethodRow {
    const char* key = "";
    const char* title = "";
    const char* help = "";   ///< one sentence
    const char* source = ""; ///< paper and equation
    std::vector<OwnSetting> settings;
    bool weighs = false;           ///< for a weighting: its weights are not all 1
    bool hasNet = false;           ///< its weights come from a network that is kept from step to step, with an optimiser of its own
    bool sumsToBatch = false;      ///< its weights sum to the size of every batch, so that normalising them changes nothing
    bool needsMetaSet = false;     ///< learns from clean meta images
    bool needsClassCounts = false; ///< needs the number of samples per class (TrainOptions::classCounts), at least one of each
    bool countsClasses = false;    ///< uses the same numbers, but copes with a class that has none
    bool needsNoiseMatrix = false; ///< needs the true label transition probabilities, which are known for artificial noise only
    bool estimatesNoise = false;   ///< estimates them from the classifier during the run
};

/// Every loss; the first is the default.
std::span<const MethodRow> lossRows();

/// Every weighting.
std::span<const MethodRow> weightingRows();

/// The row with the key `key`; null if there is none.
const MethodRow* lossRow(std::string_view key);
const MethodRow* weightingRow(std::string_view key);

std::vector<std::string> methodKeys(std::span<const MethodRow> rows);

/// Whether a method uses the number of samples per class.
inline bool usesClassCounts(const MethodRow& row)
{
    return row.needsClassCounts || row.countsClasses;
}

/// The setting with the key `key` in any loss's or weighting's row; null if there is none.
const OwnSetting* findMethodSetting(std::string_view key);

/// The value of the loss's or weighting's own setting `setting` in `options`, else its default. The setting must exist.
double methodSetting(const TrainOptions& options, std::string_view setting);

/// Whether samples get weights that are not all 1.
bool isReweighted(const TrainOptions& options);

/// Loss and weighting in one short name, for a run's folder: "ce", "mwnet", "focal", "focal-mwnet".
std::string methodName(const TrainOptions& options);

} // namespace reweigh
