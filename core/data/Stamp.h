// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataPlan.h"

namespace reweigh {

/// Writes `plan.stampJson` and `plan.stampCode`.
///
/// The JSON is canonical (keys sorted, no whitespace, shortest numbers): version of the recipe, data set with
/// count and hash of its true labels, the settings that have an effect, and "arrays", the SHA-256 of everything the
/// recipe decided: train indices, true and observed labels, meta and validation indices. The code is the first 40
/// bits of that last hash in Crockford's base 32, so that the same code means the same arrays of the same set on any
/// machine, however they were asked for, and other arrays mean another code.
void stamp(DataPlan& plan, const DataOptions& options, const LabelView& labels);

} // namespace reweigh
