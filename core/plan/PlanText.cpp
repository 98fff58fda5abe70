// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/plan/PlanParts.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace reweigh {
namespace {

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '+' || c == '-';
}

/// The word around the byte `at` of `text`; empty if there is none.
std::string wordAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 40;
    if (at >= text.size() || !isWordPart(text[at]))
        return {};
    std::size_t begin = at, end = at;
    while (begin > 0 && isWordPart(text[begin - 1]))
        --begin;
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

/// What is wrong at the byte `at`, where the parser stopped, and how to mend it.
Error notJson(const std::filesystem::path& file, std::string_view text, std::size_t at)
{
    const auto error = [&](std::size_t place, const std::string& what, const std::string& mend) {
        return Error{ErrorCode::PlanNotJson, file.string(), placeText(text, place) + ": " + what, mend};
    };
    if (at >= text.size())
        return error(text.size(), "the file ends too early", "close every bracket and quotation mark");
    if (static_cast<unsigned char>(text[at]) >= 0x80)
        return error(at, "this character cannot stand here", "put texts into double quotation marks and save the file as UTF-8");
    const std::string word = wordAt(text, at);
    std::string bare = word;
    std::erase_if(bare, [](char c) { return c == '+' || c == '-'; });
    std::ranges::transform(bare, bare.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    if (bare == "nan" || bare == "inf" || bare == "infinity")
        return error(at, word + " is no number", "write a number");
    if (bare == "true" || bare == "false" || bare == "none")
        return error(at, word + " is no value of JSON", "write true, false or null");
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
    return error(at, (word.empty() ? std::string(1, text[at]) : word) + " cannot stand here",
                 "check the commas, colons and quotation marks before it");
}

/// Watches what the parser reads for what JSON allows and a plan does not: very deep nesting, a member that stands twice in its object, of
/// which the parser keeps the last alone.
class PlanWatch {
public:
    static constexpr int deepest = 16; // what is read walks down every level, so a deep file would exhaust the stack

    bool see(int depth, nlohmann::ordered_json::parse_event_t event, const nlohmann::ordered_json& json)
    {
        using Event = nlohmann::ordered_json::parse_event_t;
        m_deep = m_deep || depth > deepest;
        if (m_deep)
            return false;
        if (event == Event::object_start)
            m_names.emplace_back();
        else if (event == Event::object_end && !m_names.empty())
            m_names.pop_back();
        else if (event == Event::key && !m_names.empty() && m_doubled.empty())
            if (const std::string name = json.get<std::string>(); !m_names.back().insert(name).second)
                m_doubled = shortText(name);
        return true;
    }

    Status check(const std::filesystem::path& file) const
    {
        if (m_deep)
            return planInvalid(file, "it is nested too deeply", "at most " + std::to_string(deepest) + " levels");
        if (!m_doubled.empty())
            return planInvalid(file, "the member " + m_doubled + " stands twice in one object", "it once");
        return {};
    }

private:
    std::vector<std::set<std::string>> m_names; ///< of the objects that are open
    std::string m_doubled;                      ///< the first name that stands twice, as it stands in a message
    bool m_deep = false;
};

} // namespace

Result<nlohmann::ordered_json> parsePlan(const std::filesystem::path& file)
{
    constexpr std::size_t limit = 1 << 20;
    const Result<std::string> text = readFile(file, limit);
    if (!text)
        return text.error();
    PlanWatch watch;
    nlohmann::ordered_json plan;
    try {
        plan = nlohmann::ordered_json::parse(*text, [&](int depth, nlohmann::ordered_json::parse_event_t event,
                                                        nlohmann::ordered_json& json) { return watch.see(depth, event, json); });
    } catch (const nlohmann::ordered_json::parse_error& error) {
        return notJson(file, *text, std::max<std::size_t>(error.byte, 1) - 1);
    } catch (const nlohmann::ordered_json::exception&) { // of JSON that could be written, but not kept: a number such as 1e400
        return Error{ErrorCode::PlanNotJson, file.string(), "it has a number beyond 1e308", "write a smaller number"};
    }
    if (const Status fits = watch.check(file); !fits)
        return fits.error();
    if (!plan.is_object())
        return Error{ErrorCode::PlanNotJson, file.string(), "it is no object", "begin it with { and end it with }"};
    return plan;
}

} // namespace reweigh
