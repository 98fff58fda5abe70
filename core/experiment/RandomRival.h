// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/StoredComparison.h"

namespace reweigh {

/// What a random search finds with as many trials as the study has finished, on the same data, space and pruner: a study of its own
/// in random/ of the study's folder, which continues where it stood. `told` may be empty.
/// Errors: those of SearchSession, StudyEmpty.
Result<Proposal> searchAtRandom(const StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine, SearchBudget& budget,
                                    const std::stop_token& stop, const std::function<void(int finished, int trials)>& told);

} // namespace reweigh
