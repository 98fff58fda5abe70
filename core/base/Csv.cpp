// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"

#include "core/base/PathText.h"

#include <algorithm>
#include <utility>

namespace reweigh {
namespace {

/// Reads a text row by row.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
    }

    /// The number of the line that is read now, from 1.
    std::size_t line() const { return m_line; }
    /// What is wrong with the text; empty while nothing is.
    const std::string& fault() const { return m_fault; }

    /// Reads the next row that is not blank; none at the end of the text and at a fault.
    std::optional<CsvRow> next()
    {
        while (endLine()) { } // blank lines
        if (m_at == m_text.size())
            return std::nullopt;
        CsvRow row{.line = m_line, .fields = {}};
        do
            row.fields.push_back(field());
        while (m_fault.empty() && take(','));
        if (!m_fault.empty())
            return std::nullopt;
        endLine();
        return row;
    }

private:
    bool take(char wanted)
    {
        if (m_at == m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    bool endLine()
    {
        const bool carriage = take('\r');
        const bool ended = take('\n') || carriage;
        m_line += ended;
        return ended;
    }

    bool atEndOfField() const { return m_at == m_text.size() || std::string_view(",\r\n").find(m_text[m_at]) != std::string_view::npos; }

    std::string field()
    {
        if (take('"'))
            return quoted();
        const std::size_t end = std::min(m_text.find_first_of(",\r\n\"", m_at), m_text.size());
        const std::string_view value = m_text.substr(m_at, end - m_at);
        m_at = end;
        if (!atEndOfField())
            m_fault = "a quote stands within a field; put the whole field in quotes and double the quote";
        return std::string(value);
    }

    /// The rest of a field whose first quote has been taken.
    std::string quoted()
    {
        const std::size_t begun = m_line;
        std::string value;
        for (;;) {
            if (m_at == m_text.size()) {
                m_line = begun;
                m_fault = "a quote that begins there is never closed; close it";
                return value;
            }
            if (take('"')) {
                if (!take('"'))
                    break;
                value += '"';
                continue;
            }
            const std::size_t from = m_at;
            if (!endLine())
                ++m_at;
            value += m_text.substr(from, m_at - from);
        }
        if (!atEndOfField())
            m_fault = "something follows a closing quote; double quotes that belong to the field";
        return value;
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_line = 1;
    std::string m_fault;
};

Error wrongLine(const std::filesystem::path& path, std::size_t line, std::string what)
{
    return {ErrorCode::CsvLineWrong, path.string(), std::to_string(line), std::move(what)};
}

std::string fieldsText(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " field" : " fields");
}

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const
{
    const auto found = std::ranges::find(header, name);
    return found == header.end() ? std::nullopt : std::optional(std::size_t(found - header.begin()));
}

Result<CsvTable> parseCsv(std::string_view text, const std::filesystem::path& path)
{
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        return wrongLine(path, 1, "the text is UTF-16; save it as UTF-8");
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    Reader reader(text);
    std::optional<CsvRow> head = reader.next();
    if (!head)
        return wrongLine(path, reader.line(),
                         reader.fault().empty() ? "the file is empty; begin it with a line of column names" : reader.fault());
    CsvTable table{.header = std::move(head->fields), .rows = {}};
    for (auto at = table.header.begin(); at != table.header.end(); ++at)
        if (std::find(table.header.begin(), at, *at) != at)
            return wrongLine(path, head->line, "two columns are called \"" + utf8Text(*at) + "\"; rename one");
    while (std::optional<CsvRow> row = reader.next()) {
        if (row->fields.size() != table.header.size())
            return wrongLine(path, row->line,
                             fieldsText(row->fields.size()) + ", but the header has " + fieldsText(table.header.size())
                                 + "; put fields that hold commas in quotes");
        table.rows.push_back(std::move(*row));
    }
    if (!reader.fault().empty())
        return wrongLine(path, reader.line(), reader.fault());
    return table;
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string field = "\"";
    for (const char c : text) {
        field += c;
        if (c == '"')
            field += c;
    }
    return field + '"';
}

} // namespace reweigh
