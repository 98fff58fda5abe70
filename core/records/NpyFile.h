// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace reweigh {

/// Writes fp32 values, row-major, as NumPy's .npy format 1.0. The shape's product is values.size().
/// Errors: DiskFull, FileUnwritable.
Status writeNpy(const std::filesystem::path& file, const std::vector<std::int64_t>& shape, std::span<const float> values);

} // namespace reweigh
