// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/config/ExperimentConfig.h"
#include "widgets/panel/FigureTable.h"

#include <filesystem>
#include <vector>

namespace reweigh {

/// What one study's comparison says of the searched architecture under its shift.
struct WhereStudy {
    std::filesystem::path file;
    DataOptions data;
    std::string model;
    std::vector<double> differences; ///< test accuracy, searched minus fixed 1-100-1, one a seed
    JudgedAs verdict = JudgedAs::CannotTell; ///< of the study's own table of verdicts on them
};

/// Noise rate x imbalance factor: where a searched architecture helps.
struct WhereMap {
    struct Cell {
        double rate = 0.0, factor = 1.0;
        MeanInterval interval; ///< of the differences of all its studies
        int studies = 0;
        JudgedAs verdict = JudgedAs::CannotTell; ///< the judge's, Holm over the cells; of one study only: never more than its own table says

        bool open() const { return verdict == JudgedAs::CannotTell; }
    };
    std::vector<double> rates, factors; ///< ascending
    std::vector<Cell> cells;            ///< only those with a study
    int studies = 0;

    const Cell* at(double rate, double factor) const;
    FigureTable table() const;
};

/// Noise rate and imbalance factor that a recipe comes to: "none" is rate 0, factor 1.
double rateOf(const DataOptions& data);
double factorOf(const DataOptions& data);

/// The map of the studies that are like `data` and `model` in all but noise rate and imbalance factor: data set, noise
/// type (of those with noise), imbalance type (of those with imbalance), order, classifier. A file counts once,
/// and so does a copy of it.
WhereMap whereMap(const std::vector<WhereStudy>& studies, const DataOptions& data, const std::string& model);

} // namespace reweigh
