// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataOptions.h"
#include "core/config/SearchOptions.h"
#include "core/config/TrainOptions.h"

#include <string>

namespace reweigh {

/// All settings of an experiment: data, training, search. A job copies them by value when it starts.
struct ExperimentConfig {
    DataOptions data;
    TrainOptions training;
    SearchOptions search;
    std::string outDir; ///< folder of the run or study; does not affect a result

    friend bool operator==(const ExperimentConfig&, const ExperimentConfig&) = default;
};

} // namespace reweigh
