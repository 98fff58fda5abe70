// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/base/Result.h"
#include "core/study/Pruner.h"

#include <memory>

namespace reweigh {

/// One pruner: its name, the words that explain it, its settings, and the function that creates it.
struct PrunerRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    std::vector<OwnSetting> settings; ///< its own numbers; a key that several rows have means the same in each
    /// `values` has a value for each of `settings`. A null pointer means that no trial is pruned.
    std::unique_ptr<Pruner> (*make)(const OwnValues& values) = nullptr;
};

/// Every pruner, "none" first.
const std::vector<PrunerRow>& prunerRows();

/// Creates the pruner `name`; null for "none". Numbers that `given` lacks have their defaults; numbers of other pruners are
/// ignored. Errors: UnknownValue (where = "pruner").
Result<std::unique_ptr<Pruner>> makePruner(const std::string& name, const OwnValues& given = {});

} // namespace reweigh
