// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RunFolder.h"

#include "core/base/FileIo.h"
#include "core/base/NumberText.h"
#include "core/records/NpyFile.h"
#include "core/records/RunFiguresJson.h"

#include <cmath>

namespace reweigh {
namespace {

std::string text(double value)
{
    return std::isfinite(value) ? numberText(value) : std::string();
}

/// Every number of an epoch that is no list, as "train.loss" and the like.
void flatten(const nlohmann::json& json, const std::string& prefix, std::vector<std::pair<std::string, std::string>>& into)
{
    for (const auto& [key, value] : json.items()) {
        const std::string name = prefix.empty() ? key : prefix + '.' + key;
        if (value.is_object())
            flatten(value, name, into);
        else if (!value.is_array())
            into.emplace_back(name, value.is_null() ? std::string() : value.is_number_float() ? text(value) : value.dump());
    }
}

std::string csv(const nlohmann::json& epochs)
{
    std::string out;
    for (const nlohmann::json& epoch : epochs) {
        std::vector<std::pair<std::string, std::string>> cells;
        flatten(epoch, {}, cells);
        const auto line = [&](auto member) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                out += (i ? "," : "") + cells[i].*member;
            out += '\n';
        };
        if (out.empty())
            line(&std::pair<std::string, std::string>::first);
        line(&std::pair<std::string, std::string>::second);
    }
    return out;
}

} // namespace

RunFolder::RunFolder(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

Status RunFolder::writeRun(const nlohmann::json& run) const
{
    return writes() ? writeFileAtomic(file("run.json"), run.dump(2) + "\n") : Status();
}

Status RunFolder::writeEpochs(const EpochList& epochs) const
{
    if (!writes())
        return {};
    nlohmann::json list = nlohmann::json::array();
    std::vector<float> curves;
    for (const EpochFigures& epoch : epochs) {
        list.push_back(toJson(epoch));
        const WeightCurve& curve = epoch.curve;
        for (std::size_t i = 0; i < curve.loss.size(); ++i)
            curves.insert(curves.end(), {curve.loss[i], curve.weight[i], curve.cleanDensity[i], curve.noisyDensity[i]});
    }
    const std::string table = csv(list);
    if (const Status status = writeFileAtomic(file("epochs.json"), nlohmann::json{{"epochs", std::move(list)}}.dump(1) + "\n"); !status)
        return status;
    if (const Status status = writeFileAtomic(file("epochs.csv"), table); !status)
        return status;
    if (curves.empty())
        return {};
    const auto count = std::int64_t(epochs.size());
    return writeNpy(file("curve.npy"), {count, std::int64_t(curves.size()) / count / 4, 4}, curves);
}

Status RunFolder::writeWeights(const DataPlan& plan, std::span<const float> weights) const
{
    if (!writes())
        return {};
    if (const Status status = writeNpy(file("weights.npy"), {std::int64_t(weights.size())}, weights); !status)
        return status;
    std::string out = "index,true,observed,weight\n";
    for (std::size_t i = 0; i < weights.size(); ++i)
        out += std::to_string(plan.train[i]) + ',' + std::to_string(plan.trueLabel[i]) + ',' + std::to_string(plan.observedLabel[i])
            + ',' + text(weights[i]) + '\n';
    return writeFileAtomic(file("samples.csv"), out);
}

Result<EpochList> RunFolder::readEpochs() const
{
    EpochList epochs;
    if (!writes() || !std::filesystem::exists(file("epochs.json")))
        return epochs;
    const Result<std::string> bytes = readFile(file("epochs.json"));
    if (!bytes)
        return bytes.error();
    try {
        const nlohmann::json content = nlohmann::json::parse(*bytes); // outlives the loop
        for (const nlohmann::json& epoch : content.at("epochs"))
            epochs.push_back(epochFromJson(epoch));
    } catch (const nlohmann::json::exception& error) {
        return Error{ErrorCode::FileCorrupt, file("epochs.json").string(), error.what(), "a run's epochs"};
    }
    return epochs;
}

} // namespace reweigh
