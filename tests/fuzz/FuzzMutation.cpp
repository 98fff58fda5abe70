// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzMutation.h"

#include <algorithm>
#include <string_view>

namespace reweigh::test {
namespace {

constexpr std::size_t longestInput = 64 * 1024;

/// Integers at which readers go wrong: ends of ranges, and one beyond.
constexpr std::uint64_t edges[] = {0,
                                   1,
                                   0x7f,
                                   0x80,
                                   0xff,
                                   0x100,
                                   0x7fff,
                                   0x8000,
                                   0xffff,
                                   0x10000,
                                   0x7fffffff,
                                   0x80000000,
                                   0xffffffff,
                                   0x100000000,
                                   0x7fffffffffffffff,
                                   0x8000000000000000,
                                   0xffffffffffffffff};

/// Words at which readers of texts go wrong.
constexpr std::string_view words[] = {"{",
                                      "}",
                                      "[",
                                      "]",
                                      ",",
                                      ":",
                                      "\"",
                                      "\\",
                                      "\n",
                                      "\r",
                                      "null",
                                      "true",
                                      "false",
                                      "{}",
                                      "[]",
                                      "\"\"",
                                      "0",
                                      "-1",
                                      "1e308",
                                      "1e400",
                                      "-1e400",
                                      "0.5",
                                      "NaN",
                                      "Infinity",
                                      "2147483648",
                                      "9223372036854775807",
                                      "-9223372036854775808",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "\\u0000",
                                      "\\ud800",
                                      "\xff",
                                      "\xc3\xa4",
                                      "\xef\xbb\xbf",
                                      "../",
                                      "/",
                                      ".",
                                      "%",
                                      "'",
                                      ";",
                                      "[[[[[[[[[[[[[[[[",
                                      "{\"a\":"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::string FuzzMutation::next()
{
    std::string input = m_seeds[below(m_seeds.size())];
    for (std::size_t left = std::size_t(1) << below(4); left > 0; --left)
        change(input);
    input.resize(std::min(input.size(), longestInput));
    return input;
}

void FuzzMutation::change(std::string& input)
{
    const std::size_t at = below(input.size() + 1), length = std::min(input.size() - at, 1 + below(std::size_t(1) << below(10)));
    switch (below(11)) {
    case 0: // a bit
        if (at < input.size())
            input[at] = char(input[at] ^ (1 << below(8)));
        break;
    case 1: // a byte
        if (at < input.size())
            input[at] = char(m_random() & 0xff);
        break;
    case 2: input.erase(at, length); break;
    case 3: input.insert(at, input.substr(at, length)); break;
    case 4: input.resize(at); break;
    case 5: { // a part of another seed
        const std::string& other = m_seeds[below(m_seeds.size())];
        const std::size_t from = below(other.size() + 1);
        input.replace(at, below(length + 1), other, from, 1 + below(64));
        break;
    }
    case 6: { // an integer of 1, 2, 4 or 8 bytes
        const std::uint64_t value = edges[below(std::size(edges))];
        const std::size_t bytes = std::size_t(1) << below(4);
        const bool bigEnd = below(2) == 0;
        for (std::size_t i = 0; i < bytes && at + i < input.size(); ++i)
            input[at + i] = char(value >> 8 * (bigEnd ? bytes - 1 - i : i) & 0xff);
        break;
    }
    case 7: input.insert(at, words[below(std::size(words))]); break;
    case 8: input.replace(at, std::min<std::size_t>(length, 8), words[below(std::size(words))]); break;
    case 9: changeNumber(input); break;
    default: // a part moves elsewhere
        const std::string moved = input.substr(at, length);
        input.erase(at, length);
        input.insert(below(input.size() + 1), moved);
    }
}

void FuzzMutation::changeNumber(std::string& input)
{
    const std::size_t from = below(input.size() + 1);
    const auto begin = std::find_if(input.begin() + std::ptrdiff_t(from), input.end(), isDigit);
    const auto end = std::find_if_not(begin, input.end(), isDigit);
    if (begin != input.end())
        input.replace(begin, end, below(2) == 0 ? std::to_string(edges[below(std::size(edges))]) : std::to_string(below(300)));
}

} // namespace reweigh::test
