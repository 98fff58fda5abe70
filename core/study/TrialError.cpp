// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/TrialError.h"

namespace reweigh {
namespace {

std::string text(const nlohmann::json& json, const char* key)
{
    const auto it = json.find(key);
    return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

/// The code with the stable name `name`; TrainingFailed for a name that this version does not know.
ErrorCode codeNamed(const std::string& name)
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        if (name == errorName(static_cast<ErrorCode>(code)))
            return static_cast<ErrorCode>(code);
    return ErrorCode::TrainingFailed;
}

} // namespace

nlohmann::json toJson(const Error& error)
{
    return {{"code", errorName(error.code)}, {"where", error.where}, {"detail", error.detail}, {"hint", error.hint}};
}

std::optional<Error> errorOf(const FrozenTrial& trial)
{
    const auto it = trial.userAttributes.find(trialErrorKey);
    if (it == trial.userAttributes.end() || !it->second.is_object())
        return std::nullopt;
    const nlohmann::json& json = it->second;
    return Error{codeNamed(text(json, "code")), text(json, "where"), text(json, "detail"), text(json, "hint")};
}

} // namespace reweigh
