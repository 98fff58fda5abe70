// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <filesystem>

namespace reweigh {

/// A folder of class-named folders of PNG or JPEG files, read as imageSize x imageSize RGB (see readImageFile).
/// Classes and files are taken in byte order of their names; names that begin with a dot are passed over; every
/// other file in a class's folder must be an image, so that none is left out unnoticed.
/// Where train/ and test/ are there, they are the two parts, and test/ may only have classes that train/ has.
/// Otherwise each class gives a fifth of its images (rounded down, at least one where it has two) to test: those whose names
/// ("class/file") have the lowest hashes (XXH3, 64 bits). So an image is a test image or not whatever the seed of an experiment:
/// what is retrained with another seed is never tested on images that a search has seen.
/// Names that are not UTF-8 are shown as utf8Text() writes them.
/// Errors: FileMissing, FileTruncated, FileOversize, FileCorrupt, NotAnImage, FolderWithoutClasses, FolderOfOneClass,
/// FolderOfManyClasses, FolderWithoutTest, ClassFolderEmpty, ClassFolderUnknown.
Result<DataSource> readImageFolder(const std::filesystem::path& folder, int imageSize);

} // namespace reweigh
