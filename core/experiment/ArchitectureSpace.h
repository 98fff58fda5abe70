// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"
#include "core/config/SearchOptions.h"
#include "core/study/TrialHandle.h"

#include <map>
#include <optional>
#include <string>

namespace reweigh {

/// The search space: the distribution of every parameter that a trial may draw, by name (core/search/ParameterNames.h): number of
/// hidden layers, width of each layer, input, activation and meta_lr; standardised, if both choices are searched. A trial draws the
/// widths of the layers it has only.
std::map<std::string, Distribution> searchSpace(const SearchOptions& options);

/// Draws an architecture and meta learning rate for `trial`. Whether sample weights are normalised is not searched: the proposal takes
/// `normalised` as it is, and likewise a single choice of options.standardisations. Errors: those of TrialHandle; ValueOutOfRange where a
/// trial was enqueued with values that no MW-Net can have.
Result<Proposal> suggestArchitecture(TrialHandle& trial, const SearchOptions& options, bool normalised);

/// Reads the architecture and meta learning rate from a trial's parameters, as far as they are drawn. `standardised`: whether the
/// input is, if no parameter says so. std::nullopt where the parameters describe no MW-Net, as in a study that Optuna wrote.
std::optional<Proposal> proposalOf(const FrozenTrial& trial, bool standardised = false);

} // namespace reweigh
