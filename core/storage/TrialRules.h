// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

namespace reweigh {

/// What every storage asks of an update to a trial in `state`. Errors: Internal (detail = the promise broken).
Status checkUpdate(TrialState state, const TrialUpdate& update);

} // namespace reweigh
