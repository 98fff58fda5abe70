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
            return Error{ErrorCode::CsvColumnMissing, list.string(), "label", listed(table.header)};
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
    table->header = utf8Texts(table->header);
    const Result<std::optional<std::size_t>> label = cleanLabelColumn(*table, list);
    if (!label)
        return label.error();
    const std::optional<std::size_t> path = table->column("path"), image = path ? path : table->column("index");
    if (!image) // the header has the word within a field in quotes
        return Error{ErrorCode::CsvColumnMissing, list.string(), "path", listed(table->header)};
    for (const CsvRow& row : table->rows)
        entries.push_back({row.line, row.fields[*image], !path, *label ? row.fields[**label] : std::string()});
    return entries;
}

/// Takes the entries of a list one after the other.
class CleanTaker {
public:
    CleanTaker(const fs::path& list, const fs::path& folder, FolderListing& listing)
        : m_list(list)
        , m_folder(fullPath(folder))
        , m_listing(listing)
        , m_labelled(listing.files.size(), false)
    {
        for (std::size_t i = 0; i < listing.files.size(); ++i)
            m_images.emplace(utf8Text(listing.files[i]), i);
    }

    Status take(const CleanEntry& entry)
    {
        const Result<std::size_t> image = entry.isPlace ? byPlace(entry) : byPath(entry);
        if (!image)
            return image.error();
        std::optional<std::uint16_t> label;
        if (!entry.label.empty()) {
            label = m_classes.read(entry.label);
            if (!label)
                return Error{ErrorCode::LabelOutOfRange, m_list.string(),
                             '"' + utf8Text(entry.label) + "\" at line " + std::to_string(entry.line), m_classes.allowed()};
        }
        std::uint16_t& known = m_listing.labels[*image];
        if (m_listing.parts[*image] == ImagePart::Test)
            return takeTest(entry, known, label);
        if (m_listing.checked[*image] && m_labelled[*image] && label && *label != known)
            return wrong(entry, utf8Text(entry.image) + " has another label in a line before; leave one of them out");
        m_listing.checked[*image] = true;
        m_labelled[*image] = m_labelled[*image] || label;
        known = label.value_or(known);
        return {};
    }

private:
    Error wrong(const CleanEntry& entry, const std::string& what) const
    {
        return {ErrorCode::CsvLineWrong, m_list.string(), std::to_string(entry.line), what};
    }

    /// The place in the listing, which begins with the images of train/.
    Result<std::size_t> byPlace(const CleanEntry& entry) const
    {
        if (m_listing.facts.testFolder.empty())
            return wrong(entry, "a place says nothing here, as test images are taken out of this list; give the images' paths");
        const std::optional<std::size_t> place = wholeNumber(entry.image);
        if (place && *place < m_listing.parts.size() && m_listing.parts[*place] == ImagePart::Train)
            return *place;
        return Error{ErrorCode::LabelImageUnknown, m_list.string(),
                     "index " + utf8Text(entry.image) + " at line " + std::to_string(entry.line),
                     "0 to " + std::to_string(std::ranges::count(m_listing.parts, ImagePart::Train) - 1)};
    }

    /// The image of a path: below the data folder, or as it is from the working folder.
    Result<std::size_t> byPath(const CleanEntry& entry) const
    {
        const fs::path path = fs::path(entry.image).lexically_normal();
        for (const fs::path& below : {path, fullPath(path).lexically_relative(m_folder)})
            if (const auto found = m_images.find(utf8Text(below.generic_string())); found != m_images.end())
                return found->second;
        std::vector<std::string> names = utf8Texts(m_listing.files);
        names.resize(names.size() - std::size_t(std::ranges::count(m_listing.parts, ImagePart::Test))); // those of test/ are the last
        return Error{ErrorCode::LabelImageUnknown, m_list.string(),
                     "path " + utf8Text(entry.image) + " at line " + std::to_string(entry.line), listed(names, mostListed)};
    }

    Status takeTest(const CleanEntry& entry, std::uint16_t folder, std::optional<std::uint16_t> label) const
    {
        if (!label || *label == folder)
            return {};
        return wrong(entry, "the test image lies in the folder " + m_names[folder] + ", but its label is " + m_names[*label]
                                + "; tests use the folders, so move it there");
    }

    const fs::path& m_list;
    const fs::path m_folder;
    FolderListing& m_listing;
    const std::vector<std::string> m_names = utf8Texts(m_listing.classNames);
    const ClassWords m_classes{m_names};
    std::vector<bool> m_labelled; ///< per image, whether a line has said its label
    std::unordered_map<std::string, std::size_t> m_images;
};

} // namespace

Status takeCleanList(const std::filesystem::path& list, const std::filesystem::path& folder, FolderListing& listing)
{
    const Result<std::string> text = readFile(list, mostListBytes);
    if (!text)
        return text.error();
    const Result<std::vector<CleanEntry>> entries = entriesOf(*text, list);
    if (!entries)
        return entries.error();
    CleanTaker taker(list, folder, listing);
    for (const CleanEntry& entry : *entries)
        if (const Status taken = taker.take(entry); !taken)
            return taken;
    if (std::ranges::find(listing.checked, true) == listing.checked.end())
        return Error{ErrorCode::CsvLineWrong, list.string(), "1", "no image that may be held out is named; list the checked ones"};
    return {};
}

} // namespace reweigh
