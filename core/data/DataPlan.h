// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

/// The joint recipe carried out: who trains under which label, and who is held out. Indices are into
/// the data set's training images; train, meta and validation are pairwise disjoint.
struct DataPlan {
    int classes = 0;
    std::vector<std::uint32_t> train;    ///< ascending
    std::vector<std::uint16_t> trueLabel;     ///< of each `train` entry
    std::vector<std::uint16_t> observedLabel; ///< of each `train` entry, after noise
    std::vector<std::uint32_t> meta;     ///< clean, balanced, grouped by class
    std::vector<std::uint32_t> validation;
    std::vector<double> transitionAsked; ///< K x K row-major, row = true class
    std::string stampJson;               ///< canonical JSON of recipe and data set
    std::string stampCode;               ///< short code, "7F3K-9Q2A": same code, same label arrays
};

/// The labels a recipe works on: all it needs of a data set.
struct LabelView {
    std::string dataset;                        ///< name, part of the stamp
    int classes = 0;
    std::span<const std::uint16_t> labels;      ///< true labels of the training images
    std::span<const std::uint16_t> superclass;  ///< empty unless the set has them
};

/// Carries out `options` on `labels` (method.md section 4). Deterministic in the options and labels.
/// Errors: ValueOutOfRange, ClassWouldBeEmpty, SplitTooLarge, RecipeNotApplicable.
Result<DataPlan> makeDataPlan(const DataOptions& options, const LabelView& labels);

/// What a plan does to the classes, ready to print or plot.
struct DataPlanInfo {
    std::vector<int> trueCount;      ///< per class
    std::vector<int> observedCount;
    std::vector<int> rightCount;     ///< observed members whose label is right
    std::vector<double> purity;      ///< rightCount / observedCount, NaN for an empty class
    std::vector<double> transitionObtained; ///< K x K row-major, rows sum to 1 (or are 0 where no member)
    double actualNoiseRate = 0.0;
    double trueImbalance = 0.0;      ///< n_max/n_min over true labels
    double observedImbalance = 0.0;  ///< infinity where an observed class is empty
    std::vector<int> shotGroup;      ///< 0 many, 1 medium, 2 few: thirds of the classes by observed count
};

DataPlanInfo describe(const DataPlan& plan);

} // namespace reweigh
