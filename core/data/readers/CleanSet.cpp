// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/CleanSet.h"

#include "core/base/Csv.h"
#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/data/readers/ClassWords.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostListBytes = std::size_t(256) << 20;

/// One image of a list.
struct CleanEntry {
    std::size_t line = 0; ///< of the file, from 1
    std::string image;    ///< its path or place
    bool isPlace = false;
    std::string label; ///< empty: the folder's
};

/// The lines of a text without their ends, LF, CRLF or CR, and without a byte order mark.
std::vector<std::string> linesOf(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

/// Whether a first line is the header of a table: it has a field path or index.
bool isHeader(std::string_view line)
{
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(',', begin), line.size());
        std::string_view field = line.substr(begin, end - begin);
        if (field.size() > 1 && field.front() == '"' && field.back() == '"')
            field = field.substr(1, field.size() - 2);
        if (field == "path" || field == "index")
            return true;
        begin = end + 1;
    }
    return false;
}

/// The column of labels of a table of checked images; none if it has no other column than those that name images.
Result<std::optional<std::size_t>> cleanLabelColumn(const CsvTable& table, const fs::path& list)
{
    for (const char* name : {"label", "true"})
        if (const std::optional<std::size_t> column = table.column(name))
            return column;
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        if (table.header[i] == "path" || table.header[i] == "index")
            continue;
        if (only)
            return Error{ErrorCode::CsvColumnMissing, list.string(), "label", listed(table.header, table.header.size())};
        only = i;
    }
    return only;
}

Result<std::vector<CleanEntry>> entriesOf(const std::string& text, const fs::path& list)
{
    std::vector<CleanEntry> entries;
    const std::vector<std::string> lines = linesOf(text);
    const auto first = std::ranges::find_if(lines, [](const std::string& line) { return !line.empty(); });
    if (first == lines.end() || !isHeader(*first)) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (!lines[i].empty())
                entries.push_back({i + 1, lines[i], wholeNumber(lines[i]).has_value(), {}});
        return entries;
    }
    Result<CsvTable> table = parseCsv(text, list);
    if (!table)
        return table.error();
    for (std::string& name : table->header)
        name = utf8Text(name);
    const Result<std::optional<std::size_t>> label = cleanLabelColumn(*table, list);
    if (!label)
        return label.error();
    const std::optional<std::size_t> path = table->column("path"), image = path ? path : table->column("index");
    for (const CsvRow& row : table->rows)
        entries.push_back({row.line, row.fields[*image], !path, *label ? row.fields[**label] : std::string()});
    return entries;
}

/// Takes the entries of a list one after the other.
class CleanTaker {
public:
    CleanTaker(const fs::path& list, const CleanListOf& of)
        : m_list(list)
        , m_of(of)
        , m_classes(of.classNames)
        , m_places(of.train.files.size())
        , m_labelled(of.train.files.size(), false)
    {
        const auto add = [&](const FolderPart& part, bool test) {
            for (std::size_t i = 0; i < part.files.size(); ++i)
                m_images.emplace(part.files[i].lexically_relative(of.folder).generic_string(), Place{test, i});
        };
        add(of.train, false);
        if (of.test)
            add(*of.test, true);
        if (!of.train.checked.empty()) // those of clean/ follow those of train/ and have no places
            m_places = std::size_t(std::ranges::find(of.train.checked, true) - of.train.checked.begin());
        of.train.checked.resize(of.train.files.size(), false);
    }

    Status take(const CleanEntry& entry)
    {
        const Result<Place> place = entry.isPlace ? byPlace(entry) : byPath(entry);
        if (!place)
            return place.error();
        std::optional<std::uint16_t> label;
        if (!entry.label.empty()) {
            label = m_classes.read(entry.label);
            if (!label)
                return Error{ErrorCode::LabelOutOfRange, m_list.string(),
                             '"' + utf8Text(entry.label) + "\" at line " + std::to_string(entry.line), m_classes.allowed()};
        }
        if (place->test)
            return takeTest(entry, m_of.test->labels[place->image], label);
        std::uint16_t& known = m_of.train.labels[place->image];
        if (m_of.train.checked[place->image] && m_labelled[place->image] && label && *label != known)
            return wrong(entry, utf8Text(entry.image) + " has another label in a line before; leave one of them out");
        m_of.train.checked[place->image] = true;
        m_labelled[place->image] = m_labelled[place->image] || label;
        known = label.value_or(known);
        return {};
    }

private:
    struct Place {
        bool test = false;
        std::size_t image = 0;
    };

    Error wrong(const CleanEntry& entry, const std::string& what) const
    {
        return {ErrorCode::CsvLineWrong, m_list.string(), std::to_string(entry.line), what};
    }

    Result<Place> byPlace(const CleanEntry& entry) const
    {
        if (!m_of.test)
            return wrong(entry, "a place says nothing here, as test images are taken out of this list; give the images' paths");
        const std::optional<std::size_t> place = wholeNumber(entry.image);
        if (place && *place < m_places)
            return Place{false, *place};
        return Error{ErrorCode::LabelImageUnknown, m_list.string(),
                     "index " + utf8Text(entry.image) + " at line " + std::to_string(entry.line), "0 to " + std::to_string(m_places - 1)};
    }

    /// The image of a path: below the data folder, or as it is from the working folder.
    Result<Place> byPath(const CleanEntry& entry) const
    {
        const fs::path path = fs::path(entry.image).lexically_normal();
        for (const fs::path& below : {path, fullPath(path).lexically_relative(fullPath(m_of.folder))})
            if (const auto found = m_images.find(below.generic_string()); found != m_images.end())
                return found->second;
        std::vector<std::string> some;
        for (std::size_t i = 0; i < std::min<std::size_t>(m_of.train.files.size(), 5); ++i)
            some.push_back(utf8Text(m_of.train.files[i].lexically_relative(m_of.folder).generic_string()));
        std::string there = listed(some);
        if (m_of.train.files.size() > some.size())
            there += " and " + std::to_string(m_of.train.files.size() - some.size()) + " more";
        return Error{ErrorCode::LabelImageUnknown, m_list.string(),
                     "path " + utf8Text(entry.image) + " at line " + std::to_string(entry.line), there};
    }

    Status takeTest(const CleanEntry& entry, std::uint16_t folder, std::optional<std::uint16_t> label) const
    {
        if (!label || *label == folder)
            return {};
        return wrong(entry, "the test image lies in the folder " + m_of.classNames[folder] + ", but its label is " + m_of.classNames[*label]
                                + "; tests use the folders, so move it there");
    }

    const fs::path& m_list;
    const CleanListOf& m_of;
    ClassWords m_classes;
    std::size_t m_places;         ///< images of train/
    std::vector<bool> m_labelled; ///< per image, whether a line has said its label
    std::unordered_map<std::string, Place> m_images;
};

} // namespace

Status takeCleanList(const std::filesystem::path& list, const CleanListOf& of)
{
    const Result<std::string> text = readFile(list, mostListBytes);
    if (!text)
        return text.error();
    const Result<std::vector<CleanEntry>> entries = entriesOf(*text, list);
    if (!entries)
        return entries.error();
    CleanTaker taker(list, of);
    for (const CleanEntry& entry : *entries)
        if (const Status taken = taker.take(entry); !taken)
            return taken;
    if (std::ranges::find(of.train.checked, true) == of.train.checked.end())
        return Error{ErrorCode::CsvLineWrong, list.string(), "1", "no image that may be held out is named; list the checked ones"};
    return {};
}

} // namespace reweigh
