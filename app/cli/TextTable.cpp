// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace reweigh {
namespace {

/// The length of the control character at the byte `at` of a UTF-8 text; 0 if there is none.
std::size_t controlAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? unsigned(static_cast<unsigned char>(text[at + i])) : 0U; };
    if (byte(0) < 0x20 || byte(0) == 0x7f)
        return 1;
    if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0) // U+0080 to U+009F
        return 2;
    const bool turns = (byte(1) == 0x80 && byte(2) >= 0xaa && byte(2) <= 0xae)     // U+202A to U+202E
                       || (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9); // U+2066 to U+2069
    return byte(0) == 0xe2 && turns ? 3 : 0;
}

} // namespace

std::string withoutControls(const std::string& text)
{
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = text[at] == '\n' || text[at] == '\t' ? 0 : controlAt(text, at);
        clean += length > 0 ? std::string("\uFFFD") : text.substr(at, 1);
        at += std::max<std::size_t>(length, 1);
    }
    return clean;
}

std::string oneLine(const std::string& text)
{
    std::string line = text;
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return withoutControls(line);
}

std::size_t textWidth(const std::string& text)
{
    return std::size_t(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

TextTable::TextTable(const std::vector<std::string>& header)
    : m_rows(1)
{
    for (const std::string& text : header)
        m_rows.front().push_back(oneLine(text));
}

void TextTable::add(std::vector<std::string> row)
{
    row.resize(m_rows.front().size());
    for (std::string& text : row)
        text = oneLine(text);
    m_rows.push_back(std::move(row));
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto& row : m_rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], textWidth(row[i]));
    std::string out;
    const auto line = [&](const auto& cell) {
        out += '|';
        for (std::size_t i = 0; i < widths.size(); ++i)
            out += ' ' + cell(i) + " |";
        out += '\n';
    };
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        line([&](std::size_t i) {
            const std::string space(widths[i] - textWidth(m_rows[r][i]), ' ');
            return i == 0 ? m_rows[r][i] + space : space + m_rows[r][i];
        });
        if (r == 0)
            line([&](std::size_t i) { return std::string(widths[i] - 1, '-') + (i == 0 ? "-" : ":"); });
    }
    return out;
}

std::string fixed(double value, int digits)
{
    if (std::isnan(value))
        return "–";
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
    return buffer;
}

std::string percent(double share, int digits)
{
    return std::isnan(share) ? "–" : fixed(100.0 * share, digits) + " %";
}

std::string duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return "–";
    const long whole = std::lround(seconds);
    if (whole < 60)
        return fixed(seconds, whole < 10 ? 1 : 0) + " s";
    if (whole < 3600)
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

} // namespace reweigh
