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

/// Adds one row to the `rows` that `file` holds as writeNpy() wrote them, or makes the file with it as the first; `shape`: of a
/// row. The row is written first and counted in the header after that, so a reader sees all of it or nothing, and one that was
/// never counted is overwritten. Errors: DiskFull, FileUnwritable, FileCorrupt (not a file of such rows).
Status appendNpyRow(const std::filesystem::path& file, std::int64_t rows, std::vector<std::int64_t> shape, std::span<const float> values);

} // namespace reweigh
