// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include "core/base/NumberText.h"
#include "core/base/PathText.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// Calls `take` for each word of a text, which is what stands between its spaces.
template <typename Take> void eachWord(const std::string& text, Take take)
{
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        take(text.substr(at, end - at));
        at = end + 1;
    }
}

std::size_t longestWord(const std::string& text)
{
    std::size_t longest = 0;
    eachWord(text, [&](const std::string& word) { longest = std::max(longest, textWidth(word)); });
    return longest;
}

/// `text` in lines of at most `width` characters, unless a word is longer.
std::vector<std::string> linesOf(const std::string& text, std::size_t width)
{
    if (textWidth(text) <= width)
        return {text};
    std::vector<std::string> lines;
    eachWord(text, [&](const std::string& word) {
        if (lines.empty() || textWidth(lines.back()) + 1 + textWidth(word) > width)
            lines.push_back(word);
        else
            lines.back() += ' ' + word;
    });
    return lines;
}

/// `text` for a cell of a Markdown table: one line, in which "|", which divides columns, is escaped.
std::string cellText(const std::string& text)
{
    std::string cell;
    for (const char c : oneLine(text))
        cell += c == '|' ? std::string("\\|") : std::string(1, c);
    return cell;
}

} // namespace

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

TextTable::TextTable(const std::vector<std::string>& header, std::size_t words)
    : m_rows(1)
    , m_words(words)
{
    for (const std::string& text : header)
        m_rows.front().push_back(cellText(text));
}

void TextTable::add(std::vector<std::string> row)
{
    row.resize(m_rows.front().size());
    for (std::string& text : row)
        text = cellText(text);
    m_rows.push_back(std::move(row));
}

/// The widths of the columns, in characters. The widest column that can be narrower gives way first, among words before headers.
std::vector<std::size_t> TextTable::widths(std::size_t most) const
{
    const std::size_t columns = m_rows.front().size();
    std::vector<std::size_t> widths(columns, 2), least(columns, 2); // Markdown needs a dash before a column's colon
    std::size_t line = 1;
    for (std::size_t i = 0; i < columns; ++i) {
        for (std::size_t r = 0; r < m_rows.size(); ++r) {
            const std::string& text = m_rows[r][i];
            widths[i] = std::max(widths[i], textWidth(text));
            least[i] = std::max(least[i], r == 0 || i < m_words ? longestWord(text) : textWidth(text));
        }
        line += widths[i] + 3;
    }
    const auto narrow = [&](std::size_t from, std::size_t to) {
        while (line > most) {
            std::size_t widest = to;
            for (std::size_t i = from; i < to; ++i)
                if (widths[i] > least[i] && (widest == to || widths[i] > widths[widest]))
                    widest = i;
            if (widest == to)
                return;
            --widths[widest];
            --line;
        }
    };
    narrow(0, std::min(m_words, columns));
    narrow(std::min(m_words, columns), columns);
    return widths;
}

std::size_t TextTable::lineLength()
{
    const int columns = qEnvironmentVariableIntValue("COLUMNS");
    return columns >= 40 ? std::size_t(columns) : 100;
}

std::string TextTable::text(std::size_t most) const
{
    const std::vector<std::size_t> widths = this->widths(most);
    std::string out;
    const auto line = [&](const auto& cell) {
        out += '|';
        for (std::size_t i = 0; i < widths.size(); ++i)
            out += ' ' + cell(i) + " |";
        out += '\n';
    };
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        std::vector<std::vector<std::string>> cells; // the lines of each
        std::size_t lines = 1;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            cells.push_back(linesOf(m_rows[r][i], widths[i]));
            lines = std::max(lines, cells.back().size());
        }
        for (std::size_t l = 0; l < lines; ++l)
            line([&](std::size_t i) {
                const std::string text = l < cells[i].size() ? cells[i][l] : std::string();
                const std::string space(widths[i] - textWidth(text), ' ');
                return i == 0 ? text + space : space + text;
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
