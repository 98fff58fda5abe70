// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/readers/DataSource.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace reweigh {

/// Reads which training images of `source` are not to be trained on: their places in `source.train`, ascending, each once. The file `list` is
/// a CSV (core/base/Csv.h) with a column "path" (below the data folder, where images are files) or "index" (place among the training images,
/// from 0; not where test images are taken from the checked ones, a list of which moves the places). Where it has a column "mark", only rows
/// whose mark is "wrong" count, so that marks of a window can be given as they are; else all rows. A list of another data
/// set is refused as far as it can be told: by a path where images are no files, and by places with marks whose column "observed" names no
/// class of this set. Test images and images that cannot be read
/// may be named: the former stay test images, the latter are not there anyway.
/// Errors: those of readFile and parseCsv; CsvColumnMissing (neither path nor index); CsvLineWrong (no training image is left out);
/// LabelImageUnknown; LabelsOfOtherImages.
Result<std::vector<std::uint32_t>> readLeaveOutList(const std::filesystem::path& list, const DataSource& source);

} // namespace reweigh
