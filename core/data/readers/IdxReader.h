// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <filesystem>

namespace reweigh {

/// Fashion-MNIST or MNIST ("fashion-mnist", "mnist") from the four IDX files of `folder`, gzipped or not:
/// {train,t10k}-images-idx3-ubyte and {train,t10k}-labels-idx1-ubyte. Ten classes, one channel.
/// Errors: FileMissing, FileTruncated, FileOversize, FileCorrupt, LabelOutOfRange.
Result<DataSource> readIdx(const std::string& name, const std::filesystem::path& folder);

/// Whether `folder` holds the training images, the sign that the set is there.
bool hasIdx(const std::filesystem::path& folder);

} // namespace reweigh
