// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/MechanismLines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace reweigh {
namespace {

constexpr std::size_t figureCount = 10; ///< 4 AUROCs, 3 weights of right labels, 3 of wrong ones

std::array<double, figureCount> figuresOf(const EpochFigures& epoch)
{
    const NoiseDetection& found = epoch.detection;
    return {found.auroc,
            found.aurocByGroup[0],
            found.aurocByGroup[1],
            found.aurocByGroup[2],
            found.meanRightWeight[0],
            found.meanRightWeight[1],
            found.meanRightWeight[2],
            found.meanWrongWeight[0],
            found.meanWrongWeight[1],
            found.meanWrongWeight[2]};
}

struct FigureSums {
    std::array<double, figureCount> sum{};
    std::array<int, figureCount> count{};
};

} // namespace

bool MechanismLines::knowsWrong() const
{
    return std::ranges::any_of(auroc[0], [](double value) { return std::isfinite(value); });
}

MechanismLines mechanismLines(std::span<const EpochList* const> runs)
{
    std::map<int, FigureSums> byEpoch;
    for (const EpochList* run : runs)
        for (const EpochFigures& epoch : *run) {
            FigureSums& sums = byEpoch[epoch.epoch];
            const std::array<double, figureCount> figures = figuresOf(epoch);
            for (std::size_t i = 0; i < figureCount; ++i)
                if (std::isfinite(figures[i])) {
                    sums.sum[i] += figures[i];
                    ++sums.count[i];
                }
        }
    MechanismLines lines;
    for (const auto& [epoch, sums] : byEpoch) {
        lines.epochs.push_back(epoch);
        for (std::size_t i = 0; i < figureCount; ++i) {
            const double mean = sums.count[i] > 0 ? sums.sum[i] / sums.count[i] : std::numeric_limits<double>::quiet_NaN();
            (i < 4 ? lines.auroc[i] : i < 7 ? lines.right[i - 4] : lines.wrong[i - 7]).push_back(mean);
        }
    }
    return lines;
}

MechanismVerdict mechanismAt(std::span<const EpochList* const> runs, int number)
{
    std::vector<MechanismEvidence> evidence;
    for (const EpochList* run : runs) {
        const EpochFigures* last = nullptr;
        for (const EpochFigures& epoch : *run)
            if (epoch.epoch <= number)
                last = &epoch;
        if (last)
            evidence.push_back(mechanismEvidence(*last));
    }
    return mechanismVerdict(evidence);
}

} // namespace reweigh
