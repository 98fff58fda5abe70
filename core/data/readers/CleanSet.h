// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/readers/FolderWalk.h"

#include <filesystem>

namespace reweigh {

/// Marks the images of `listing`, that of the data folder `folder`, which the file `list` names: those whose labels a person has looked at and
/// found right, or has corrected. It sets their `checked` and corrects their `labels`; after an error both are undefined. The file is
///   - a text with one image in each line: its path, as it is or below the data folder ("cat/1.png", or "train/cat/1.png" and
///     "clean/cat/1.png" where there are such folders); or its place among the images of train/, from 0, in the order of their names, where
///     there is a folder test/ (else test images are taken out of the list, which moves the places). Names that are not UTF-8 may stand there as
///     they are or as utf8Text() writes them, as the program does;
///   - or a CSV (core/base/Csv.h) whose header has a column "path" or "index" that says the same. A column of labels, names of classes or
///     their numbers from 0, replaces the folders' labels; an empty field there leaves the folder's. It is the column "label", else "true",
///     else the only other one.
/// An image may be named twice with the same label. Images of test/ may be named; tests judge by their folders, so their labels must agree.
/// Errors: those of readFile and parseCsv; CsvColumnMissing; CsvLineWrong (a place where there is none, two labels of an image, another
/// label of a test image, no image at all); LabelOutOfRange (no class of that name or number); LabelImageUnknown.
Status takeCleanList(const std::filesystem::path& list, const std::filesystem::path& folder, FolderListing& listing);

} // namespace reweigh
