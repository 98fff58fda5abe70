// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataOptions.h"
#include "core/config/SearchOptions.h"
#include "core/config/TrainOptions.h"

#include <string>

namespace reweigh {

/// Everything that decides a result: data, training, search. Copied by value when a job starts.
struct ExperimentConfig {
    DataOptions data;
    TrainOptions training;
    SearchOptions search;
    std::string outDir; ///< folder of the run or study; decides no result

    friend bool operator==(const ExperimentConfig&, const ExperimentConfig&) = default;
};

} // namespace reweigh
