// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reweigh {

/// A Markdown table whose columns are aligned in a terminal: the first column to the left, the others to the right.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> header);
    void add(std::vector<std::string> row);
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

std::size_t textWidth(const std::string& text);    ///< characters of a UTF-8 text
std::string fixed(double value, int digits);       ///< "0.813"; "–" for NaN
std::string percent(double share, int digits = 1); ///< "81.3 %"
std::string duration(double seconds);              ///< "2 min 12 s"

} // namespace reweigh
