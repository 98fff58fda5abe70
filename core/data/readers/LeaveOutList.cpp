// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/LeaveOutList.h"

#include "core/base/Csv.h"
#include "core/base/FileIo.h"
#include "core/data/readers/RowImages.h"

#include <algorithm>
#include <optional>
#include <string>

namespace reweigh {

Result<std::vector<std::uint32_t>> readLeaveOutList(const std::filesystem::path& list, const DataSource& source)
{
    constexpr std::size_t mostBytes = std::size_t(256) << 20;
    const Result<std::string> text = readFile(list, mostBytes);
    if (!text)
        return text.error();
    const Result<CsvTable> table = parseCsv(*text, list);
    if (!table)
        return table.error();
    const RowImages images(*table, source, list);
    if (!images.known())
        return images.noColumn();
    const std::optional<std::size_t> mark = table->column("mark");
    std::vector<std::uint32_t> leftOut;
    for (const CsvRow& row : table->rows) {
        if (mark && row.fields[*mark] != "wrong")
            continue;
        const std::optional<RowImages::Place> place = images.of(row);
        if (!place)
            return images.unknown(row);
        if (!place->test && !place->leftOut)
            leftOut.push_back(std::uint32_t(place->image));
    }
    std::ranges::sort(leftOut);
    leftOut.erase(std::unique(leftOut.begin(), leftOut.end()), leftOut.end()); // clang 14 cannot read std::ranges::unique
    if (leftOut.empty())
        return Error{ErrorCode::CsvLineWrong, list.string(), "1",
                     mark ? "no training image has the mark wrong; mark some, or do not name the file"
                          : "no training image is named; name some, or do not name the file"};
    return leftOut;
}

} // namespace reweigh
