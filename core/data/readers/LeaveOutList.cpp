// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/LeaveOutList.h"

#include "core/base/Csv.h"
#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/data/readers/ClassWords.h"
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
    // A place fits any data set, so of marks the label that was judged is asked too.
    const std::optional<std::size_t> judged = mark && !images.byPath() ? table->column("observed") : std::nullopt;
    const std::vector<std::string> names = utf8Texts(source.classNames);
    const ClassWords classes(names);
    const auto isOfThisSet = [&](const std::string& label) {
        const std::optional<std::size_t> number = wholeNumber(label); // written where names were not known
        return label.empty() || classes.read(label) || (number && *number < names.size());
    };
    std::vector<std::uint32_t> leftOut;
    for (const CsvRow& row : table->rows) {
        if (mark && row.fields[*mark] != "wrong")
            continue;
        const std::optional<RowImages::Place> place = images.of(row);
        if (!place)
            return images.unknown(row);
        if (judged && !isOfThisSet(row.fields[*judged]))
            return Error{ErrorCode::LabelsOfOtherImages,
                         list.string(),
                         "line " + std::to_string(row.line) + " is of an image labelled " + utf8Text(row.fields[*judged])
                             + ", which is no class of this data set",
                         {}};
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
