// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/JournalReplay.h"

#include "core/base/JsonText.h"
#include "core/base/PythonJson.h"
#include "core/storage/SqlText.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <limits>
#include <optional>
#include <type_traits>
#include <variant>

namespace reweigh {
namespace {

/// Optuna's numbers of operations, states and directions.
enum JournalOperation {
    CreateStudy,
    DeleteStudy,
    SetStudyUserAttribute,
    SetStudySystemAttribute,
    CreateTrial,
    SetTrialParameter,
    SetTrialEnd,
    SetTrialReport,
    SetTrialUserAttribute,
    SetTrialSystemAttribute,
    DiscardTrials, ///< of other programs; Optuna skips it
};
constexpr TrialState journalStates[] = {TrialState::Running, TrialState::Complete, TrialState::Pruned, TrialState::Failed,
                                        TrialState::Waiting};
constexpr int maximise = 2;

Error wrongLine(const std::string& detail)
{
    return {ErrorCode::StudyCorrupt, {}, detail, {}};
}

TrialState stateFrom(const nlohmann::json& number)
{
    return journalStates[std::clamp<std::size_t>(number.get<std::size_t>(), 0, std::size(journalStates) - 1)];
}

double numberFrom(const nlohmann::json& value)
{
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
}

/// Minutes east of UTC at the end of "...T20:30:44.375926+05:30"; none if the text names no zone.
std::optional<int> zoneMinutes(const std::string& text)
{
    const std::size_t sign = text.find_first_of("+-", text.find('T'));
    int hours = 0, minutes = 0;
    if (sign == std::string::npos || text.size() < sign + 6)
        return std::nullopt;
    std::from_chars(text.data() + sign + 1, text.data() + sign + 3, hours);
    std::from_chars(text.data() + sign + 4, text.data() + sign + 6, minutes);
    return (text[sign] == '-' ? -1 : 1) * (60 * hours + minutes);
}

/// A time in ISO 8601. One without a zone is this computer's local time, in which Optuna wrote before version 5.
std::optional<Timestamp> timeFrom(const nlohmann::json& log, const char* key)
{
    const auto found = log.find(key);
    if (found == log.end() || !found->is_string())
        return std::nullopt;
    auto text = found->get<std::string>();
    const std::size_t middle = text.find('T');
    if (middle == std::string::npos)
        return std::nullopt;
    const std::optional<int> zone = zoneMinutes(text);
    text[middle] = ' ';
    const std::optional<Timestamp> asUtc = timestampFromSql(QString::fromStdString(text));
    if (!asUtc)
        return std::nullopt;
    return zone ? *asUtc - std::chrono::minutes(*zone) : fromLocalTime(*asUtc);
}

void overwriteMembers(Attributes& attributes, const nlohmann::json& log, const char* key)
{
    if (const auto members = log.find(key); members != log.end() && members->is_object())
        for (const auto& [name, value] : members->items())
            attributes[name] = value;
}

void setValues(FrozenTrial& trial, const nlohmann::json& values, std::size_t objectives)
{
    if (!values.is_array())
        return;
    std::vector<double> read;
    for (const nlohmann::json& value : values)
        read.push_back(numberFrom(value));
    if (objectives > 1)
        trial.objectives = std::move(read);
    else if (!read.empty() && !std::isnan(read.front()))
        trial.value = read.front();
}

void setReport(FrozenTrial& trial, std::int64_t step, double value)
{
    const auto kept = int(std::clamp<std::int64_t>(step, -std::numeric_limits<int>::max(), std::numeric_limits<int>::max()));
    const auto at = std::ranges::lower_bound(trial.intermediate, kept, {}, &std::pair<int, double>::first);
    if (at != trial.intermediate.end() && at->first == kept)
        at->second = value;
    else
        trial.intermediate.insert(at, {kept, value});
}

/// Optuna's check_distribution_compatibility: of the same kind and, for numbers, with the same scale; for categories, with the same choices.
bool isCompatible(const Distribution& one, const Distribution& other)
{
    const auto isKept = []<typename Left, typename Right>(const Left& left, const Right& right) {
        if constexpr (!std::is_same_v<Left, Right>)
            return false;
        else if constexpr (std::is_same_v<Left, CategoricalDistribution>)
            return left == right;
        else
            return left.log == right.log;
    };
    return std::visit(isKept, one, other);
}

/// Adds the parameter, or replaces one of that name.
Status putParameter(FrozenTrial& trial, const std::string& name, const std::string& distribution, const nlohmann::json& internal)
{
    const Result<Distribution> read = distributionFromJson(parsePythonJson(distribution));
    if (!read)
        return wrongLine("distribution " + distribution);
    const double value = numberFrom(internal);
    if (std::holds_alternative<CategoricalDistribution>(*read) && !contains(*read, value))
        return wrongLine(name + " is none of its choices");
    const auto known = std::ranges::find(trial.parameters, name, &Parameter::name);
    if (known != trial.parameters.end())
        *known = {name, *read, value};
    else
        trial.parameters.push_back({name, *read, value});
    return {};
}

} // namespace

Status JournalReplay::apply(std::string_view line)
{
    const nlohmann::json log = parsePythonJson(line);
    if (!log.is_object())
        return wrongLine("no operation");
    try {
        switch (log.at("op_code").get<int>()) {
        case CreateStudy: return createStudy(log);
        case DeleteStudy:
            if (Study* gone = study(log))
                gone->deleted = true;
            return {};
        case SetStudyUserAttribute:
            if (Study* owner = study(log))
                overwriteMembers(owner->attributes.user, log, "user_attr");
            return {};
        case SetStudySystemAttribute:
            if (Study* owner = study(log))
                overwriteMembers(owner->attributes.system, log, "system_attr");
            return {};
        case CreateTrial: return createTrial(log);
        case SetTrialParameter: return setParameter(log);
        case SetTrialEnd: setEnd(log); return {};
        case SetTrialReport:
            if (FrozenTrial* trial = openTrial(log))
                setReport(*trial, log.at("step").get<std::int64_t>(), numberFrom(log.at("intermediate_value")));
            return {};
        case SetTrialUserAttribute:
            if (FrozenTrial* trial = openTrial(log))
                overwriteMembers(trial->userAttributes, log, "user_attr");
            return {};
        case SetTrialSystemAttribute:
            if (FrozenTrial* trial = openTrial(log))
                overwriteMembers(trial->systemAttributes, log, "system_attr");
            return {};
        case DiscardTrials: return {};
        default: return Error{ErrorCode::StudyOtherVersion, {}, "operation " + log.at("op_code").dump(), {}};
        }
    } catch (const nlohmann::json::exception& error) {
        return wrongLine(jsonFault(error));
    }
}

/// The study that `log` names; null if it does not exist any more.
JournalReplay::Study* JournalReplay::study(const nlohmann::json& log)
{
    const auto place = log.at("study_id").get<std::size_t>();
    return place < m_studies.size() && !m_studies[place].deleted ? &m_studies[place] : nullptr;
}

/// The trial that `log` names; null if it does not exist or has ended.
FrozenTrial* JournalReplay::openTrial(const nlohmann::json& log)
{
    const auto place = log.at("trial_id").get<std::size_t>();
    return place < m_trials.size() && !isFinished(m_trials[place].state) ? &m_trials[place] : nullptr;
}

Status JournalReplay::createStudy(const nlohmann::json& log)
{
    Study made{.name = log.at("study_name").get<std::string>()};
    if (std::ranges::any_of(m_studies, [&](const Study& known) { return !known.deleted && known.name == made.name; }))
        return {};
    for (const nlohmann::json& direction : log.at("directions"))
        made.directions.push_back(direction.get<int>() == maximise ? Direction::Maximize : Direction::Minimize);
    if (made.directions.empty())
        return wrongLine("a study without an objective");
    m_studies.push_back(std::move(made));
    return {};
}

Status JournalReplay::createTrial(const nlohmann::json& log)
{
    Study* const owner = study(log);
    if (!owner)
        return {};
    FrozenTrial trial{.number = std::int64_t(owner->trials.size()), .trialId = std::int64_t(m_trials.size()) + 1};
    if (const auto state = log.find("state"); state != log.end())
        trial.state = stateFrom(*state);
    trial.started = timeFrom(log, "datetime_start");
    trial.finished = timeFrom(log, "datetime_complete");
    overwriteMembers(trial.userAttributes, log, "user_attrs");
    overwriteMembers(trial.systemAttributes, log, "system_attrs");
    if (const auto value = log.find("value"); value != log.end() && value->is_number())
        setValues(trial, nlohmann::json::array({*value}), owner->directions.size());
    if (const auto values = log.find("values"); values != log.end())
        setValues(trial, *values, owner->directions.size());
    if (const auto reports = log.find("intermediate_values"); reports != log.end())
        for (const auto& [step, value] : reports->items()) {
            std::int64_t number = 0;
            std::from_chars(step.data(), step.data() + step.size(), number);
            setReport(trial, number, numberFrom(value));
        }
    if (const auto parameters = log.find("params"); parameters != log.end())
        for (const auto& [name, value] : parameters->items())
            if (const Status put = putParameter(trial, name, log.at("distributions").at(name).get<std::string>(), value); !put)
                return put;
    for (const Parameter& parameter : trial.parameters)
        owner->distributions.emplace(parameter.name, parameter.distribution);
    owner->trials.push_back(m_trials.size());
    m_studyOf.push_back(std::size_t(owner - m_studies.data()));
    m_trials.push_back(std::move(trial));
    return {};
}

Status JournalReplay::setParameter(const nlohmann::json& log)
{
    FrozenTrial* const trial = openTrial(log);
    if (!trial)
        return {};
    Study& owner = m_studies[m_studyOf[std::size_t(trial->trialId - 1)]];
    FrozenTrial changed = *trial;
    const auto name = log.at("param_name").get<std::string>();
    if (const Status put = putParameter(changed, name, log.at("distribution").get<std::string>(), log.at("param_value_internal")); !put)
        return put;
    const Distribution& distribution = std::ranges::find(changed.parameters, name, &Parameter::name)->distribution;
    if (isCompatible(owner.distributions.emplace(name, distribution).first->second, distribution))
        *trial = std::move(changed);
    return {};
}

void JournalReplay::setEnd(const nlohmann::json& log)
{
    FrozenTrial* const trial = openTrial(log);
    const TrialState state = stateFrom(log.at("state"));
    if (!trial || (state == TrialState::Running && trial->state == TrialState::Running))
        return; // another process has taken the waiting trial
    if (state == TrialState::Running)
        trial->started = timeFrom(log, "datetime_start");
    if (isFinished(state))
        trial->finished = timeFrom(log, "datetime_complete");
    trial->state = state;
    setValues(*trial, log.at("values"), m_studies[m_studyOf[std::size_t(trial->trialId - 1)]].directions.size());
}

} // namespace reweigh
