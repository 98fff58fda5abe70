// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/WeightSource.h"

#include <cstdint>

namespace reweigh {

class OpenStudy;

/// Where the weights of the trial `number` of `study` come from, as far as the study has stored it. The weighting is empty while the
/// input of a running trial's network is not known.
WeightSource trialWeightSource(const OpenStudy& study, std::int64_t number);

} // namespace reweigh
