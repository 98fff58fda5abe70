// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// Makes the types that this room's signals carry known to Qt, for queued connections by name. Any number of times.
void registerLiveTypes();

} // namespace reweigh
