// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/StudyReport.h"

#include "core/base/PythonJson.h"
#include "core/experiment/VariantSummary.h"
#include "core/study/Feasibility.h"

namespace reweigh {
namespace {

nlohmann::json trialJson(const FrozenTrial& trial)
{
    nlohmann::json parameters = nlohmann::json::object();
    for (const Parameter& parameter : trial.parameters)
        parameters[parameter.name] = externalValue(parameter.distribution, parameter.value);
    nlohmann::json json = {{"number", trial.number},
                           {"state", nameOf(trial.state)},
                           {"value", trial.value ? nlohmann::json(*trial.value) : nlohmann::json(nullptr)},
                           {"parameters", std::move(parameters)},
                           {"attributes", trial.userAttributes}};
    if (!trial.objectives.empty())
        json["values"] = trial.objectives;
    if (const auto constraints = constraintsOf(trial); !constraints.empty()) {
        json["constraints"] = constraints;
        json["feasible"] = isFeasible(trial);
    }
    return withNamedNumbers(std::move(json));
}

} // namespace

nlohmann::json studyReport(const std::string& name, const TrialRefs& trials, Direction direction,
                           const std::vector<VariantResult>& variants)
{
    nlohmann::json list = nlohmann::json::array();
    for (const FrozenTrial* trial : trials)
        list.push_back(trialJson(*trial));
    nlohmann::json compared = nlohmann::json::array();
    for (const VariantResult& variant : variants)
        compared.push_back(toJson(variant));
    const FrozenTrial* best = bestTrial(trials, direction);
    return {{"study", name},
            {"direction", nameOf(direction)},
            {"best", best ? nlohmann::json(best->number) : nlohmann::json(nullptr)},
            {"trials", std::move(list)},
            {"variants", std::move(compared)},
            {"summaries", summariesJson(variants)},
            {"verdicts", toJson(judgeVariants(variants))}};
}

} // namespace reweigh
