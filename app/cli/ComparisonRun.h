// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/experiment/StoredComparison.h"

namespace reweigh {

/// Runs a study's comparison with a line a training, `workers` at once (0: as many as the cores allow), and returns all results that
/// the study then keeps, those of its earlier comparisons too. Errors: those of compareInStudy.
Result<std::vector<VariantResult>> runVariants(StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                               Terminal& terminal, std::stop_token stop, int workers = 0);

} // namespace reweigh
