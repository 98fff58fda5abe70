// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace reweigh {

/// Images of a folder before they are read: a file and a label for each.
struct FolderPart {
    std::vector<std::filesystem::path> files;
    std::vector<std::uint16_t> labels;
    std::vector<bool> checked; ///< per file, whether the user has checked its label; empty: the user has said so of none
};

/// What a list of checked images is about.
struct CleanListOf {
    const std::filesystem::path& folder;        ///< the data folder
    const std::vector<std::string>& classNames; ///< their places are the labels
    FolderPart& train;                          ///< images that may be held out; the list sets their `checked` and corrects their `labels`
    const FolderPart* test;                     ///< images of a folder test/; null where test images are split off `train`
};

/// Marks the images that the file `list` names: those whose labels a person has looked at and found right, or has corrected. It is
///   - a text with one image in each line: its path, as it is or below the data folder ("cat/1.png", or "train/cat/1.png" and
///     "clean/cat/1.png" where there are such folders); or its place among the images of train/, from 0, in the order of their names, where
///     there is a folder test/ (else test images are taken out of the list, which moves the places);
///   - or a CSV (core/base/Csv.h) whose header has a column "path" or "index" that says the same. A column of labels, names of classes or
///     their numbers from 0, replaces the folders' labels; an empty field there leaves the folder's. It is the column "label", else "true",
///     else the only other one.
/// An image may be named twice with the same label. Images of test/ may be named; tests judge by their folders, so their labels must agree.
/// Errors: those of readFile and parseCsv; CsvColumnMissing; CsvLineWrong (a place where there is none, two labels of an image, another
/// label of a test image, no image at all); LabelOutOfRange (no class of that name or number); LabelImageUnknown.
Status takeCleanList(const std::filesystem::path& list, const CleanListOf& of);

} // namespace reweigh
