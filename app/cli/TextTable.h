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
    /// `words`: how many columns, from the first on, hold words, which may be broken into lines between them.
    explicit TextTable(const std::vector<std::string>& header, std::size_t words = 1);
    void add(std::vector<std::string> row);
    /// Where its lines would be longer than `most` characters, words and then headers are broken into lines, as far as that helps. A table
    /// with such lines is not one for Markdown any more: COLUMNS=500 avoids them.
    std::string text(std::size_t most = lineLength()) const;

    /// COLUMNS of the environment, where it is a number from 40 on; else 100.
    static std::size_t lineLength();

private:
    std::vector<std::size_t> widths(std::size_t most) const;

    std::vector<std::vector<std::string>> m_rows;
    std::size_t m_words;
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
