// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/base/JsonMistake.h"
#include "core/plan/PlanParts.h"

#include <set>

namespace reweigh {
namespace {

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
    } catch (const nlohmann::json::exception& error) {
        const JsonMistake mistake = jsonMistake(*text, error);
        return Error{ErrorCode::PlanNotJson, file.string(), mistake.what, mistake.mend};
    }
    if (const Status fits = watch.check(file); !fits)
        return fits.error();
    if (!plan.is_object())
        return Error{ErrorCode::PlanNotJson, file.string(), "it is no object", "begin it with { and end it with }"};
    return plan;
}

} // namespace reweigh
