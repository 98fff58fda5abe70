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

/// `text` without control characters (withoutControls) and in one line: line ends and tabs become spaces.
std::string oneLine(const std::string& text);

std::size_t textWidth(const std::string& text);    ///< characters of a UTF-8 text
std::string fixed(double value, int digits);       ///< "0.813"; "–" for NaN
std::string figure(double value, int digits);      ///< the same, but "1.23e-05" where decimals would be zeros (figureText)
std::string percent(double share, int digits = 1); ///< "81.3 %"
std::string duration(double seconds);              ///< "2 min 12 s"
/// "1 cell", "4 cells": a number with the word in its right form.
std::string counted(int count, const std::string& one, const std::string& several);

} // namespace reweigh
