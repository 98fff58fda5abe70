// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Csv.h"
#include "core/data/readers/DataSource.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

namespace reweigh {

/// The error of a row that has a path in a data set whose images are no files, so that its index is of another set: LabelsOfOtherImages.
Error pathOfOtherImages(const std::filesystem::path& file, const CsvRow& row, const std::string& path);

/// Finds the images that the rows of a table are of: by its column "path" (below the data folder), where images are files, else by its column
/// "index" (place among the training images, from 0). Where test images are taken from the checked ones there is no index: a list of these
/// moves the places of all others. The arguments must outlive the object.
class RowImages {
public:
    /// An image of the set: its place among the training or the test images; or a file that is left out, since it cannot be read.
    struct Place {
        bool test = false;
        std::size_t image = 0;
        bool leftOut = false;
    };

    /// What a path says where images are no files. A list of some images that has one is of another data set, whatever its index; a file
    /// with a row for each image tells that by its rows, and may name the files that a benchmark was unpacked to.
    enum class Paths { TellOtherSets, SayNothing };

    RowImages(const CsvTable& table, const DataSource& source, const std::filesystem::path& file, Paths paths = Paths::TellOtherSets);

    /// Whether the table has such a column. Only then the other functions may be called, but noColumn().
    bool known() const { return m_path || m_index; }
    /// Whether rows name their images by path.
    bool byPath() const { return m_path.has_value(); }
    /// The error of a table that has none: CsvColumnMissing.
    Error noColumn() const;

    /// The image of `row`; none if there is no such image, which is the error unknown(): LabelImageUnknown, or
    /// LabelsOfOtherImages.
    std::optional<Place> of(const CsvRow& row) const;
    Error unknown(const CsvRow& row) const;

    /// What a message calls a training image: "cat/1.png", "index 7".
    std::string nameOf(std::size_t trainImage) const;

private:
    const CsvTable& m_table;
    const DataSource& m_source;
    const std::filesystem::path& m_file; ///< for errors
    std::optional<std::size_t> m_path, m_index;
    std::optional<std::size_t> m_foreignPath; ///< the column "path", where images are no files and it tells other sets
    std::unordered_map<std::string, Place> m_files;
};

} // namespace reweigh
