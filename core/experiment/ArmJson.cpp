// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NearestName.h"
#include "core/experiment/Comparison.h"

namespace reweigh {
namespace {

constexpr std::pair<ArmKind, const char*> names[] = {{ArmKind::Searched, "searched"}, {ArmKind::Fixed, "fixed"},
    {ArmKind::FixedSearched, "fixed-searched-input"}, {ArmKind::Largest, "largest"}, {ArmKind::CrossEntropy, "ce"}};

nlohmann::json toJson(const ArmRun& run)
{
    nlohmann::json metrics = nlohmann::json::object();
    for (const auto& [name, metric] : run.metrics)
        metrics[name] = toJson(metric);
    return {{"data_seed", run.dataSeed}, {"train_seed", run.trainSeed}, {"stamp", run.stampCode}, {"seconds", run.seconds},
            {"metrics", std::move(metrics)}};
}

ArmRun runFromJson(const nlohmann::json& json)
{
    ArmRun run{.dataSeed = json.at("data_seed"), .trainSeed = json.at("train_seed"), .stampCode = json.at("stamp"),
               .seconds = json.at("seconds")};
    for (const auto& [name, metric] : json.at("metrics").items())
        run.metrics.emplace(name, metricFromJson(metric));
    return run;
}

} // namespace

std::string armName(ArmKind kind)
{
    for (const auto& [known, name] : names)
        if (known == kind)
            return name;
    return {};
}

const std::vector<std::string>& armNames()
{
    static const std::vector<std::string> all = [] {
        std::vector<std::string> list;
        for (const auto& entry : names)
            list.emplace_back(entry.second);
        return list;
    }();
    return all;
}

Result<ArmKind> armFromName(const std::string& name)
{
    for (const auto& [kind, known] : names)
        if (name == known)
            return kind;
    const std::string nearest = nearestName(name, armNames());
    return Error{ErrorCode::UnknownValue, "arms", name, nearest.empty() ? "searched, fixed, fixed-searched-input, largest, ce" : nearest};
}

nlohmann::json toJson(const std::vector<ArmResult>& arms)
{
    nlohmann::json list = nlohmann::json::array();
    for (const ArmResult& arm : arms) {
        nlohmann::json runs = nlohmann::json::array();
        for (const ArmRun& run : arm.runs)
            runs.push_back(toJson(run));
        list.push_back({{"arm", armName(arm.kind)}, {"architecture", toJson(arm.proposal.metaNet)}, {"meta_lr", arm.proposal.metaLr},
                        {"parameters", arm.parameters}, {"runs", std::move(runs)}});
    }
    return list;
}

Result<std::vector<ArmResult>> armsFromJson(const nlohmann::json& json)
{
    const auto corrupt = [](const std::string& detail) { return Error{ErrorCode::StudyCorrupt, attribute::arms, detail, {}}; };
    std::vector<ArmResult> arms;
    try {
        for (const nlohmann::json& entry : json) {
            const Result<ArmKind> kind = armFromName(entry.at("arm"));
            if (!kind)
                return corrupt(kind.error().detail);
            Result<MetaNetSpec> spec = metaNetSpecFromJson(entry.at("architecture"));
            if (!spec)
                return corrupt(spec.error().where);
            ArmResult arm{.kind = *kind, .proposal = {*spec, entry.at("meta_lr")}, .parameters = entry.at("parameters")};
            for (const nlohmann::json& run : entry.at("runs"))
                arm.runs.push_back(runFromJson(run));
            arms.push_back(std::move(arm));
        }
    } catch (const nlohmann::json::exception& error) {
        return corrupt(error.what());
    }
    return arms;
}

} // namespace reweigh
