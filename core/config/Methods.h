// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/TrainOptions.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// One loss or one weighting, as it is chosen, listed and explained. How it is computed is in core/engine/methods, under the same key.
/// Label, title and help are marked for translation in the context "Settings".
struct MethodRow {
    const char* key = "";
    const char* title = "";
    const char* help = "";   ///< one sentence
    const char* source = ""; ///< paper and equation
    std::vector<OwnSetting> settings;
    bool weighs = false;           ///< of a weighting: its weights are not all 1
    bool needsMetaSet = false;     ///< learns from clean meta images
    bool needsClassCounts = false; ///< of the observed labels
    bool needsNoiseMatrix = false; ///< the true chances of one label becoming another, known where the noise is made
};

/// Every loss; the first is the default.
std::span<const MethodRow> lossRows();

/// Every weighting.
std::span<const MethodRow> weightingRows();

/// The row of a key, null if there is none.
const MethodRow* lossRow(std::string_view key);
const MethodRow* weightingRow(std::string_view key);

std::vector<std::string> methodKeys(std::span<const MethodRow> rows);

/// The setting of that key, of whichever row; null if there is none.
const OwnSetting* findMethodSetting(std::string_view key);

/// The value of a setting of the chosen loss or weighting. `setting` must be one of a row's.
double methodSetting(const TrainOptions& options, std::string_view setting);

/// Whether samples get weights that are not all 1.
bool isReweighted(const TrainOptions& options);

/// Loss and weighting in one short name, for a run's folder: "ce", "mwnet", "focal", "focal-mwnet".
std::string methodName(const TrainOptions& options);

} // namespace reweigh
