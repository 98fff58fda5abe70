// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"
#include "core/data/readers/DataSource.h"

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

/// Labels of a data set's training images from a file, for NoiseType::File.
struct LabelFile {
    std::string column;                  ///< of the observed labels; empty: they are those that the images came with
    std::string trueColumn;              ///< of the true labels where they replace those that the images came with; else empty
    std::string sha256;                  ///< of the file's bytes, lower-case hexadecimal
    std::vector<std::uint16_t> observed; ///< one per training image, in [0, classes)
    std::vector<std::uint16_t> truth;    ///< the same, of the true labels
};

/// Reads the labels of `source`'s training images from the CSV file `options.labelFile` (core/base/Csv.h).
///
/// Rows, in any order, one for every training image, also for those that the recipe does not keep. A row says of which image it is
///   - by the column "path" where images are files: below the data folder, "cat/1.png", or "train/cat/1.png" where that has train and test
///     folders. Rows of test images may be there too; tests use the labels of the folders whatever such a row says. Rows of images that
///     are left out since they cannot be read are passed over.
///   - else by the column "index": the image's place among the training images, from 0, in the order in which they are read.
/// Labels are names of classes, or numbers of classes from 0 in the order of `source.classNames`; where names of classes are whole
/// numbers themselves, a number is such a name.
///
/// Columns. Observed labels stand in `options.labelColumn`; where that is empty, in the only column beside index, path and true labels.
/// True labels stand in `options.trueLabelColumn`; where that is empty, in the column "true", if there is one.
///   - In a benchmark set the labels that the images came with are the true ones. A true label of the file must agree with them, since
///     otherwise the file is of images in another order; an empty field is not compared. Without true labels in the file nothing
///     tells such a file.
///   - In a set of a user's own (core/config/DataSets.h, hasOwnLabels) true labels of the file replace those of the folders: the folders
///     may have been filled by a machine or a crowd. Each training image needs one then, since what is true of the others would be
///     unknown, and a test image's must agree with its folder. Where the file has no other labels, the folders' are the observed ones.
///     Without true labels in the file those of the folders count as the true ones.
///
/// Errors: MissingOption (no file named), those of readFile and parseCsv; CsvColumnMissing; CsvLineWrong (an empty label, two rows of an
/// image, a test image in the folder of another class than its true one); LabelOutOfRange (no class of that name or number);
/// LabelImageUnknown; LabelsIncomplete; LabelsOfOtherImages.
Result<LabelFile> readLabelFile(const DataOptions& options, const DataSource& source);

} // namespace reweigh
