// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/config/MetaNetSpec.h"

#include <string>

namespace reweigh {

/// Where the weights of a run come from, and what is known of its labels: what sentences about its weights name.
struct WeightSource {
    std::string weighting;  ///< a key of weightingRows(); empty: not known
    MetaNetSpec metaNet;    ///< the network of a weighting that has one
    bool ownLabels = false; ///< a user's own images (hasOwnLabels): it is known which labels were changed, not which are wrong
};

/// The source of a run with these settings.
WeightSource weightSource(const ExperimentConfig& config);

/// Whether the weights come from a network.
bool hasNetwork(const WeightSource& source);

} // namespace reweigh
