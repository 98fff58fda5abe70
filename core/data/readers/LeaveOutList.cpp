// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/LeaveOutList.h"

#include "core/base/Csv.h"
#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/data/readers/ClassWords.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace reweigh {
namespace {

constexpr std::size_t mostLeaveOutBytes = std::size_t(256) << 20;

} // namespace

Result<std::vector<std::uint32_t>> readLeaveOutList(const std::filesystem::path& list, const DataSource& source)
{
    const Result<std::string> text = readFile(list, mostLeaveOutBytes);
    if (!text)
        return text.error();
    const Result<CsvTable> table = parseCsv(*text, list);
    if (!table)
        return table.error();
    const std::vector<std::string>& files = source.train.files;
    const std::optional<std::size_t> path = files.empty() ? std::nullopt : table->column("path");
    const std::optional<std::size_t> index =
        source.testChecked ? std::nullopt : table->column("index"); // a list of checked images moves places
    const std::optional<std::size_t> image = path ? path : index, mark = table->column("mark");
    if (!image) {
        std::vector<std::string> names;
        for (const std::string& name : table->header)
            names.push_back(utf8Text(name));
        return Error{ErrorCode::CsvColumnMissing, list.string(),
                     files.empty()        ? "index"
                     : source.testChecked ? "path"
                                          : "path or index",
                     listed(names, names.size())};
    }

    std::unordered_map<std::string, std::uint32_t> places;
    std::unordered_set<std::string> others; // that may be named, and change nothing
    if (path) {
        for (std::size_t i = 0; i < files.size(); ++i)
            places.emplace(files[i], std::uint32_t(i));
        others.insert(source.test.files.begin(), source.test.files.end());
        for (const UnreadableImage& unreadable : source.folder.unreadable)
            others.insert(unreadable.path);
    }
    std::vector<std::uint32_t> leftOut;
    for (const CsvRow& row : table->rows) {
        if (mark && row.fields[*mark] != "wrong")
            continue;
        const std::string& field = row.fields[*image];
        const auto unknown = [&](const char* column, const std::string& known) {
            return Error{ErrorCode::LabelImageUnknown, list.string(),
                         std::string(column) + ' ' + utf8Text(field) + " at line " + std::to_string(row.line), known};
        };
        if (!path) {
            const std::optional<std::size_t> place = wholeNumber(field);
            if (!place || *place >= source.train.size())
                return unknown("index", "0 to " + std::to_string(source.train.size() - 1));
            leftOut.push_back(std::uint32_t(*place));
            continue;
        }
        const std::string name = utf8Text(std::filesystem::path(field).lexically_normal().generic_string());
        if (const auto place = places.find(name); place != places.end())
            leftOut.push_back(place->second);
        else if (!others.contains(name))
            return unknown("path", listed(files));
    }
    std::ranges::sort(leftOut);
    const auto repeated = std::ranges::unique(leftOut);
    leftOut.erase(repeated.begin(), repeated.end());
    if (leftOut.empty())
        return Error{ErrorCode::CsvLineWrong, list.string(), "1",
                     mark ? "no training image has the mark wrong; mark some, or do not name the file"
                          : "no training image is named; name some, or do not name the file"};
    return leftOut;
}

} // namespace reweigh
