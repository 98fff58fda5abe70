// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"

namespace reweigh {

/// Learning rate after `epochsDone` epochs, a fraction within an epoch. Constant: lr. Step: lr lrDecay^j with j the
/// milestones passed. Cosine: lr (1 + cos(pi epochsDone / epochs)) / 2 (Loshchilov and Hutter 2017, eq. 5, no restart).
double learningRate(const TrainOptions& options, double epochsDone);

} // namespace reweigh
