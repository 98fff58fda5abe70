// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reweigh {

/// A Markdown table whose columns are aligned in a terminal: the first column to the left, the others to the right. Every
/// text is put on one line, without control characters.
class TextTable {
public:
    explicit TextTable(const std::vector<std::string>& header);
    void add(std::vector<std::string> row);
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/// `text` with U+FFFD for every control character, those that turn the direction of text too: names come from files, and a terminal would
/// obey them. Line ends and tabs stay.
std::string withoutControls(const std::string& text);
/// The same in one line: line ends and tabs become spaces.
std::string oneLine(const std::string& text);

std::size_t textWidth(const std::string& text);    ///< characters of a UTF-8 text
std::string fixed(double value, int digits);       ///< "0.813"; "–" for NaN
std::string percent(double share, int digits = 1); ///< "81.3 %"
std::string duration(double seconds);              ///< "2 min 12 s"

} // namespace reweigh
