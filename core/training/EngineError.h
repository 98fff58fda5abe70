// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <string>

namespace reweigh {

/// The exception of LibTorch that is being handled, as an Error; to be called within a catch clause.
/// OutOfMemory (where = `device`): an allocation failed, in the library's own allocators or in those of cuBLAS and cuDNN, which
/// say so in words of their own. DeviceLost (where = `device`): one of CUDA's errors after which nothing runs on the device any
/// more until the process ends (an illegal address, a failed launch, memory that cannot be corrected). TrainingFailed (where =
/// `run`): any other, with its own text.
Error engineError(const std::string& device, const std::string& run);

} // namespace reweigh
