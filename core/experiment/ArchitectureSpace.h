// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"
#include "core/config/SearchOptions.h"
#include "core/study/TrialHandle.h"

#include <map>
#include <optional>
#include <string>

namespace reweigh {

/// Every parameter the search may ask for, by name (core/search/ParameterNames.h; only as many as the drawn
/// depth needs are asked for), input, activation, meta_lr.
std::map<std::string, Distribution> searchSpace(const SearchOptions& options);

/// Draws an architecture for `trial`. Whether weights are normalised is not searched: `normalised` is
/// passed through. Errors: those of TrialHandle; ValueOutOfRange where a trial was enqueued with what no MW-Net can have.
Result<Proposal> suggestArchitecture(TrialHandle& trial, const SearchOptions& options, bool normalised);

/// The inverse: what a trial's parameters propose, as far as they are drawn. None where they speak of no MW-Net, as in a study of
/// Optuna's own.
std::optional<Proposal> proposalOf(const FrozenTrial& trial);

} // namespace reweigh
