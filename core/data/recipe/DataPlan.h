// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"
#include "core/data/readers/DataSource.h"
#include "core/data/readers/LabelFile.h"
#include "core/data/readers/SourceFingerprint.h"
#include "core/data/recipe/DataChanges.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

/// The result of a recipe of label noise and class imbalance: which images are trained on under which label, and which images are held
/// out. Indices are into the data set's training images. train, meta and validation are pairwise disjoint; only with trainOnMeta
/// does train contain the meta images too.
struct DataPlan {
    int classes = 0;
    std::vector<std::uint32_t> train;         ///< ascending
    std::vector<std::uint16_t> trueLabel;     ///< per `train` entry, the label that counts as the true one; see trueLabels()
    std::vector<std::uint16_t> observedLabel; ///< per `train` entry, the label after noise
    std::vector<std::uint32_t> meta;          ///< metaPerClass images per class, grouped by class; their labels are the true ones.
                                              ///< Empty for a pseudo meta set
    int pseudoMetaPerClass = 0;               ///< above 0: each training chooses so many images per class itself (MetaSource::Pseudo)
    std::vector<std::uint32_t> validation;    ///< the same with valPerClass images per class
    std::vector<int> sizeBefore;              ///< per class, training images of the set by true label, before any are held out or left out
    std::vector<std::uint16_t> truthOfFile;   ///< per training image of the set, its true label where a file says it; else empty
    DataChanges changes;
    /// K x K row-major, row = true class. For labels from a file: what they turned out to be in `train` without meta images; the row of a
    /// class without images is that of no noise.
    std::vector<double> transitionAsked;
    std::string fingerprintJson; ///< canonical JSON of recipe and data set
    std::string fingerprintCode; ///< short code, "7F3K-9Q2A": same code, same images, class names and label arrays
    std::string labelsCode;      ///< the code of the label arrays alone, which version 1 used as the fingerprint code
};

/// What a recipe needs of a data set: its training labels, and the fingerprint of the images they belong to.
struct LabelView {
    std::string dataset; ///< name, part of the fingerprint
    int classes = 0;
    std::span<const std::uint16_t> labels;          ///< labels that the training images came with
    std::span<const std::uint16_t> superclass;      ///< per training image; empty where the set has no superclasses
    SourceFingerprint fingerprint = {};             ///< of the images; empty where there are only labels
    const LabelFile* file = nullptr;                ///< labels from a file, which NoiseType::File needs
    std::span<const std::uint32_t> checked = {};    ///< images whose labels the user has checked, ascending (DataSource::checked)
    bool testSplitOff = false, testChecked = false; ///< as in DataSource
    std::span<const std::uint32_t> leftOut = {};    ///< images that are not trained on, ascending (LeaveOutList.h)
    std::span<const std::uint16_t> testLabels = {}; ///< of the test images; empty where they are not known
};

/// The labels of the set's training images that count as true, indexed by image: those of a file where it replaces them (LabelFile.h),
/// else those that the images came with, `train`.labels. Both must outlive the result.
inline std::span<const std::uint16_t> trueLabels(const DataPlan& plan, const ImageSet& train)
{
    return plan.truthOfFile.empty() ? std::span(train.labels) : std::span(plan.truthOfFile);
}

/// Carries out `options` on `labels` (core/config/DataOptions.h has the formulas). Deterministic in the options and labels. Where there are
/// checked images, meta and validation images are drawn from these alone, and those that are left train like all others. Images of `leftOut` are
/// taken out of the training set last, so that all others are what they are without it.
/// Errors: ValueOutOfRange (also where no image of a class's observed label would be left to train on), ClassWouldBeEmpty, SplitTooLarge,
/// RecipeNotApplicable; MissingOption (labels from a file, and no file).
Result<DataPlan> makeDataPlan(const DataOptions& options, const LabelView& labels);

/// Statistics of a plan's training images, per class and over all classes, ready to print or plot. K = number of classes.
struct DataPlanInfo {
    std::vector<int> trueCount;             ///< training images per class by true label
    std::vector<int> observedCount;         ///< training images per class by observed label
    std::vector<int> rightCount;            ///< per class, training images whose observed label is the true one
    std::vector<double> purity;             ///< rightCount / observedCount, NaN for an empty class
    std::vector<double> transitionObtained; ///< K x K row-major, row = true class; a row sums to 1, or is 0 for a class without images
    double actualNoiseRate = 0.0;           ///< share of training images whose observed label is wrong, in [0, 1]
    double trueImbalance = 0.0;             ///< n_max/n_min over trueCount; infinity where a class is empty
    double observedImbalance = 0.0;         ///< n_max/n_min over observedCount; infinity where a class is empty
    double imbalanceBefore = 0.0;           ///< the same over DataPlan::sizeBefore: the set's own
    std::vector<int> sizeGroup;             ///< per class, 0 many, 1 medium, 2 few: thirds of the classes by observed count
};

/// Computes the statistics of `plan`.
DataPlanInfo describe(const DataPlan& plan);

/// The object that `reweigh data --json` prints for a plan: sizes of the splits, what was changed ("data", DataChanges.h), one object
/// per class (name, true, observed and right counts, purity, group; "true" and "right" by the labels that count as true), the
/// transition matrix asked for and obtained as lists of rows, the actual noise rate, the imbalance factors of the set ("set_imbalance") and
/// of the images that are trained on by true and observed label, and the fingerprint as an object and as a code. Undefined
/// values (the purity of an empty class) and infinite ones are null. `classNames`: one name per class.
nlohmann::json dataPlanJson(const DataPlan& plan, const std::vector<std::string>& classNames);

/// Describes a data set before any recipe: name, note, image size, where its test images are from ("given" with the set, or "fifth":
/// a fifth of each class was held out for tests; "clean": a fifth of those that the user has checked), how many images the user has
/// checked, and per class its name and how many training and test images it has.
nlohmann::json dataSetJson(const DataSource& source);

} // namespace reweigh
