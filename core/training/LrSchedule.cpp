// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/LrSchedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace reweigh {

double learningRate(const TrainOptions& options, double epochsDone)
{
    switch (options.schedule) {
    case Schedule::Constant:
        return options.lr;
    case Schedule::Step: {
        const auto passed = std::ranges::count_if(options.milestones, [&](int milestone) { return milestone <= epochsDone; });
        return options.lr * std::pow(options.lrDecay, double(passed));
    }
    case Schedule::Cosine:
        return options.lr * 0.5 * (1.0 + std::cos(std::numbers::pi * epochsDone / options.epochs));
    }
    return options.lr;
}

} // namespace reweigh
