// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <string>
#include <vector>

namespace reweigh {

/// Names of the ready recipes.
const std::vector<std::string>& presetNames();

/// Sets what recipe `name` decides and leaves the rest.
///  demo             small CNN on Fashion-MNIST, uniform noise 0.4, imbalance factor 50: minutes on two cores
///  noise-imbalance  uniform noise 0.4 on classes with imbalance factor 100; only the shift
///  mwnet-noise      Shu et al. 2019, noise: ResNet-32, SGD 0.1, 120 epochs, x0.1 at 80 and 100, 1-100-1, Adam 1e-3
///  mwnet-imbalance  Shu et al. 2019, imbalance: Nesterov, 100 epochs, x0.1 at 80 and 90, V/sum V, SGD 1e-5
/// Errors: UnknownValue.
Status applyPreset(ExperimentConfig& config, const std::string& name);

} // namespace reweigh
