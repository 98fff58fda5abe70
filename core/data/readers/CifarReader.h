// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <filesystem>

namespace reweigh {

/// CIFAR-10, binary version: data_batch_1.bin to data_batch_5.bin, as many as are there (`note` says which share), and
/// test_batch.bin; class names from batches.meta.txt, numbers where it is missing. 32x32x3, channels last.
/// Errors: FileMissing, FileTruncated, FileOversize, FileCorrupt, LabelOutOfRange.
Result<DataSource> readCifar10(const std::filesystem::path& folder);

/// CIFAR-100, binary version: train.bin and test.bin, with fine labels as classes and coarse ones as superclass;
/// names from fine_label_names.txt. Errors: as above; FileCorrupt too where one fine label has two coarse ones.
Result<DataSource> readCifar100(const std::filesystem::path& folder);

/// Whether `folder` holds training images of the set.
bool hasCifar10(const std::filesystem::path& folder);
bool hasCifar100(const std::filesystem::path& folder);

} // namespace reweigh
