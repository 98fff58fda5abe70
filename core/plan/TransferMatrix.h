// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/plan/PlanState.h"

#include <vector>

namespace reweigh {

/// How networks found in one cell do in others: the difference in test accuracy from the network that the cell found itself.
struct TransferMatrix {
    std::vector<const CellState*> cells; ///< those that take part; none if the plan has no transfers
    /// [found in][trained in]: accuracy of the foreign network minus that of the own one, paired by seed; n = 0 where nothing is known,
    /// and on the diagonal.
    std::vector<std::vector<MeanInterval>> difference;
    std::vector<std::vector<bool>> same;        ///< whether the foreign network is the own one, so that both are one training, and no test
    std::vector<std::vector<JudgedAs>> verdict; ///< on the foreign network, after Holm over the matrix
};

/// `state` must outlive the matrix.
TransferMatrix transferMatrix(const PlanState& state);

} // namespace reweigh
