// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/base/Result.h"
#include "core/study/Pruner.h"

#include <memory>

namespace reweigh {

/// One pruner as it is chosen, explained and made.
struct PrunerRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    std::vector<OwnSetting> settings; ///< numbers of its own; those of one key are the same in every row
    /// `values` has one for each of `settings`. Null pointer: prunes nothing.
    std::unique_ptr<Pruner> (*make)(const OwnValues& values) = nullptr;
};

/// Every pruner, "none" first.
const std::vector<PrunerRow>& prunerRows();

/// The pruner `name`, null for "none". `given` may lack numbers, which then have their usual values, and hold others, which are
/// not read. Errors: UnknownValue (where = pruner).
Result<std::unique_ptr<Pruner>> makePruner(const std::string& name, const OwnValues& given = {});

} // namespace reweigh
