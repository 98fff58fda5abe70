// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/state/RunLog.h"

namespace reweigh {

/// Says how something ended that the user asked for: `done` where it was done, else what went wrong. `topic`: LogEntry::topic.
void tellOutcome(const LogTeller& tell, const Status& outcome, const QString& done, const std::string& topic);

} // namespace reweigh
