// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// One row of a table below its header.
struct CsvRow {
    std::size_t line = 0;            ///< line of the file at which the row begins, counted from 1
    std::vector<std::string> fields; ///< as many as the header has, without their quotes
};

/// A table as a CSV file holds it.
struct CsvTable {
    std::vector<std::string> header; ///< names of the columns, all different
    std::vector<CsvRow> rows;        ///< may be empty

    /// The place of the column called `name` in the header and in every row.
    std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads `text` as CSV (RFC 4180) with a header line: fields are separated by commas; one in quotes may hold commas, line ends and, doubled,
/// quotes. Lines end in LF, CRLF or CR, the last one perhaps in nothing; blank lines are left out, and so is a byte order mark of UTF-8.
/// Blanks belong to their field. `path` is named in errors.
/// Errors: CsvLineWrong, where a quote is not closed or stands within a field, a row has more or fewer fields than the header, two
/// columns share a name, the text is UTF-16 or there is none.
Result<CsvTable> parseCsv(std::string_view text, const std::filesystem::path& path);

/// `text` as a field of such a table: in quotes where it holds a comma, a quote or a line end.
std::string csvField(std::string_view text);

} // namespace reweigh
