// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonMistake.h"

#include "core/base/AsciiCase.h"
#include "core/base/JsonText.h"

#include <algorithm>

namespace reweigh {
namespace {

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '+' || c == '-';
}

/// Where the word around the byte `at` of `text` begins; `at` if there is none.
std::size_t wordBegin(std::string_view text, std::size_t at)
{
    while (at > 0 && isWordPart(text[at]) && isWordPart(text[at - 1]))
        --at;
    return at;
}

/// The word that begins at the byte `begin` of `text`; empty if there is none.
std::string wordFrom(std::string_view text, std::size_t begin)
{
    constexpr std::size_t longest = 40;
    std::size_t end = begin;
    while (end < text.size() && isWordPart(text[end]))
        ++end;
    return std::string(text.substr(begin, std::min(longest, end - begin)));
}

/// "line 3, column 5": counted from 1, columns in bytes.
std::string placeText(std::string_view text, std::size_t at)
{
    const std::string_view before = text.substr(0, at);
    const std::size_t line = std::size_t(std::ranges::count(before, '\n')) + 1;
    const std::size_t start = before.rfind('\n');
    const std::size_t column = start == std::string_view::npos ? before.size() + 1 : before.size() - start;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// What is wrong at the byte `at`, where the parser stopped.
JsonMistake mistakeAt(std::string_view text, std::size_t at)
{
    const auto error = [&](std::size_t place, const std::string& what, const std::string& mend) {
        return JsonMistake{placeText(text, place) + ": " + what, mend};
    };
    if (at >= text.size())
        return error(text.size(), "the file ends too early", "close every bracket and quotation mark");
    if (static_cast<unsigned char>(text[at]) >= 0x80)
        return error(at, "this character cannot stand here", "put texts into double quotation marks and save the file as UTF-8");
    const std::size_t begin = wordBegin(text, at); // the parser stops at the first letter that no word of JSON has there
    const std::string word = wordFrom(text, begin);
    std::string bare = lowerAscii(word);
    std::erase_if(bare, [](char c) { return c == '+' || c == '-'; });
    if (bare == "nan" || bare == "inf" || bare == "infinity")
        return error(begin, word + " is no number", "write a number");
    if (bare == "true" || bare == "false" || bare == "none")
        return error(begin, word + " is no value of JSON", "write true, false or null");
    if (text[at] == '}' || text[at] == ']')
        return error(at, std::string(1, text[at]) + " cannot stand here", "take out a comma before it, or put in what is missing");
    if (text[at] == '\n' || text[at] == '\r')
        return error(at, "a text is not closed in its line", "close it with a double quotation mark");
    if (text[at] == '\'')
        return error(at, "' cannot stand here", "put texts into double quotation marks");
    if (text[at] == '/' || text[at] == '#')
        return error(at, "JSON has no comments", "take it out");
    if (text[at] == '"')
        return error(at, "a text cannot stand here", "put a comma or a colon before it");
    if (static_cast<unsigned char>(text[at]) < 0x20 || text[at] == 0x7f)
        return error(at, "a control character cannot stand here", "take it out");
    return error(begin, (word.empty() ? std::string(1, text[at]) : word) + " cannot stand here",
                 "check the commas, colons and quotation marks before it");
}

} // namespace

JsonMistake jsonMistake(std::string_view text, const nlohmann::json::exception& error)
{
    if (const auto* wrong = dynamic_cast<const nlohmann::json::parse_error*>(&error))
        return mistakeAt(text, std::max<std::size_t>(wrong->byte, 1) - 1);
    if (isNestedTooDeeply(text))
        return {"it is nested too deeply", "nest it at most " + std::to_string(deepestJson) + " levels deep"};
    return {"it has a number beyond 1e308", "write a smaller number"}; // JSON that could be written, but not kept
}

} // namespace reweigh
