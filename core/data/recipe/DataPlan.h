// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"
#include "core/data/readers/DataSource.h"
#include "core/data/readers/SourceFingerprint.h"
#include "core/data/recipe/DataChanges.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

/// The joint recipe carried out: who trains under which label, and who is held out. Indices are into
/// the data set's training images; train, meta and validation are pairwise disjoint, but
/// that the meta images are trained on too where trainOnMeta says so.
struct DataPlan {
    int classes = 0;
    std::vector<std::uint32_t> train;    ///< ascending
    std::vector<std::uint16_t> trueLabel;     ///< of each `train` entry, the label it came with: the truth where the set knows it
    std::vector<std::uint16_t> observedLabel; ///< of each `train` entry, after noise
    std::vector<std::uint32_t> meta;       ///< balanced, grouped by class, under the labels they came with
    std::vector<std::uint32_t> validation; ///< as meta
    DataChanges changes;
    std::vector<double> transitionAsked; ///< K x K row-major, row = true class
    std::string fingerprintJson;         ///< canonical JSON of recipe and data set
    std::string fingerprintCode;         ///< short code, "7F3K-9Q2A": same code, same images, class names and label arrays
    std::string labelsCode;              ///< the code of the label arrays alone, as version 1 recorded them
};

/// The labels a recipe works on, and the fingerprint of the images they belong to: all it needs of a data set.
struct LabelView {
    std::string dataset;                        ///< name, part of the fingerprint
    int classes = 0;
    std::span<const std::uint16_t> labels;      ///< labels that the training images came with
    std::span<const std::uint16_t> superclass;  ///< empty unless the set has them
    SourceFingerprint fingerprint = {};         ///< of the images; empty where labels are all there is
};

/// Carries out `options` on `labels` (method.md section 4). Deterministic in the options and labels.
/// Errors: ValueOutOfRange, ClassWouldBeEmpty, SplitTooLarge, RecipeNotApplicable.
Result<DataPlan> makeDataPlan(const DataOptions& options, const LabelView& labels);

/// What a plan does to the classes, ready to print or plot.
struct DataPlanInfo {
    std::vector<int> trueCount;      ///< per class, of the labels that images came with
    std::vector<int> observedCount;
    std::vector<int> rightCount;     ///< observed members whose label is the one they came with
    std::vector<double> purity;      ///< rightCount / observedCount, NaN for an empty class
    std::vector<double> transitionObtained; ///< K x K row-major, rows sum to 1 (or are 0 where no member)
    double actualNoiseRate = 0.0;
    double trueImbalance = 0.0;      ///< n_max/n_min over the labels that images came with
    double observedImbalance = 0.0;  ///< infinity where an observed class is empty
    std::vector<int> sizeGroup;      ///< 0 many, 1 medium, 2 few: thirds of the classes by observed count
};

DataPlanInfo describe(const DataPlan& plan);


/// What `reweigh data --json` prints of a plan: sizes of the splits, what was changed ("data", DataChanges.h), one object per class
/// (name, true, observed and right counts, purity, shot group; "true" and "right" by the labels that came with the images), the
/// transition matrix asked for and obtained as lists of rows, the actual noise rate, both imbalance factors, and the fingerprint as an
/// object beside its code. What is undefined (the purity of an empty class) or infinite is null. `classNames`: one name per class.
nlohmann::json dataPlanJson(const DataPlan& plan, const std::vector<std::string>& classNames);

/// What a data set holds, whatever a recipe makes of it: name, note, image size, where its test images are from ("given", or "fifth"
/// where a fifth of each class was kept), and of each class the name and how many training and test images it has.
nlohmann::json dataSetJson(const DataSource& source);

} // namespace reweigh
