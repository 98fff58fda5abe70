// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <string>

namespace reweigh {

/// The exception that is being handled, as an Error: OutOfMemory where memory ran out, else TrainingFailed with the exception's own
/// text. To be called within a catch clause at the top of a thread, which no exception may leave: it would end the program.
Error caughtError(std::string where);

} // namespace reweigh
