// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <filesystem>

namespace reweigh {

/// Reads CIFAR-10, binary version: those of data_batch_1.bin to data_batch_5.bin that exist (`note` says how many), and
/// test_batch.bin. Class names come from batches.meta.txt; without it they are "0" to "9". Images are 32x32x3, channels last.
/// Errors: FileMissing, FileTruncated, FileOversize, FileCorrupt, LabelOutOfRange.
Result<DataSource> readCifar10(const std::filesystem::path& folder);

/// Reads CIFAR-100, binary version: train.bin and test.bin. Fine labels are the classes and coarse labels the superclasses. Class names
/// come from fine_label_names.txt; without it they are "0" to "99". Images are 32x32x3, channels last.
/// Errors: those of readCifar10; FileCorrupt too where one fine label has two coarse ones.
Result<DataSource> readCifar100(const std::filesystem::path& folder);

/// Whether `folder` has a file of training images of the set.
bool hasCifar10(const std::filesystem::path& folder);
bool hasCifar100(const std::filesystem::path& folder);

} // namespace reweigh
