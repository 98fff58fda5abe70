// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <filesystem>

namespace reweigh {

/// Reads Fashion-MNIST or MNIST (`name`: "fashion-mnist", "mnist") from the four IDX files of `folder`, plain or gzipped (.gz):
/// {train,t10k}-images-idx3-ubyte and {train,t10k}-labels-idx1-ubyte. Ten classes, one channel.
/// Errors: FileMissing, FileTruncated, FileOversize, FileCorrupt, LabelOutOfRange.
Result<DataSource> readIdx(const std::string& name, const std::filesystem::path& folder);

/// Whether `folder` has the file of the training images.
bool hasIdx(const std::filesystem::path& folder);

} // namespace reweigh
