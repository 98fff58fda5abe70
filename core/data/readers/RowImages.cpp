// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/RowImages.h"

#include "core/base/PathText.h"
#include "core/data/readers/ClassWords.h"

namespace reweigh {

Error pathOfOtherImages(const std::filesystem::path& file, const CsvRow& row, const std::string& path)
{
    return {ErrorCode::LabelsOfOtherImages,
            file.string(),
            "line " + std::to_string(row.line) + " names the path " + utf8Text(path) + ", and images of this data set have none",
            {}};
}

RowImages::RowImages(const CsvTable& table, const DataSource& source, const std::filesystem::path& file, Paths paths)
    : m_table(table)
    , m_source(source)
    , m_file(file)
    , m_path(source.train.files.empty() ? std::nullopt : table.column("path"))
    , m_index(source.testChecked ? std::nullopt : table.column("index"))
    , m_foreignPath(paths == Paths::TellOtherSets && source.train.files.empty() ? table.column("path") : std::nullopt)
{
    if (!m_path)
        return;
    for (std::size_t i = 0; i < source.train.files.size(); ++i)
        m_files.emplace(source.train.files[i], Place{false, i});
    for (std::size_t i = 0; i < source.test.files.size(); ++i)
        m_files.emplace(source.test.files[i], Place{true, i});
    for (const UnreadableImage& image : source.folder.unreadable)
        m_files.emplace(image.path, Place{.leftOut = true});
}

Error RowImages::noColumn() const
{
    const char* const wanted = m_source.train.files.empty() ? "index" : m_source.testChecked ? "path" : "path or index";
    return {ErrorCode::CsvColumnMissing, m_file.string(), wanted, listed(utf8Texts(m_table.header))};
}

std::optional<RowImages::Place> RowImages::of(const CsvRow& row) const
{
    if (m_path) {
        const std::filesystem::path path = std::filesystem::path(row.fields[*m_path]).lexically_normal();
        const auto found = m_files.find(utf8Text(path.generic_string()));
        return found == m_files.end() ? std::nullopt : std::optional(found->second);
    }
    if (m_foreignPath && !row.fields[*m_foreignPath].empty())
        return std::nullopt;
    const std::optional<std::size_t> index = wholeNumber(row.fields[*m_index]);
    return index && *index < m_source.train.size() ? std::optional(Place{false, *index}) : std::nullopt;
}

Error RowImages::unknown(const CsvRow& row) const
{
    if (m_foreignPath && !row.fields[*m_foreignPath].empty())
        return pathOfOtherImages(m_file, row, row.fields[*m_foreignPath]);
    const std::string& field = row.fields[m_path ? *m_path : *m_index];
    return {ErrorCode::LabelImageUnknown, m_file.string(),
            (m_path ? "path " : "index ") + utf8Text(field) + " at line " + std::to_string(row.line),
            m_path ? listed(m_source.train.files, mostListed) : "0 to " + std::to_string(m_source.train.size() - 1)};
}

std::string RowImages::nameOf(std::size_t trainImage) const
{
    return m_path ? m_source.train.files[trainImage] : "index " + std::to_string(trainImage);
}

} // namespace reweigh
