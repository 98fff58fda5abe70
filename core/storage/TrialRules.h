// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

namespace reweigh {

/// Checks an update of a trial in `state` by the rules of all storages: an ended trial takes no updates; a trial ends complete,
/// pruned or failed; a complete one has a value, and no value is NaN. Errors: Internal (detail = the violated rule).
Status checkUpdate(TrialState state, const TrialUpdate& update);

} // namespace reweigh
