// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include "core/base/NumberText.h"
#include "core/base/PathText.h"

#include <algorithm>
#include <cmath>

namespace reweigh {

std::string oneLine(const std::string& text)
{
    std::string line = text;
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return withoutControls(line);
}

std::string counted(int count, const std::string& one, const std::string& several)
{
    return std::to_string(count) + " " + (count == 1 ? one : several);
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
    return fixedText(value, digits);
}

std::string figure(double value, int digits)
{
    return std::isnan(value) ? "–" : figureText(value, digits);
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
