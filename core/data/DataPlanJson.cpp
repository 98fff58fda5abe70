// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataPlanJson.h"

#include "core/base/JsonNumber.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace reweigh {
namespace {

nlohmann::json rows(const std::vector<double>& matrix, std::size_t classes)
{
    nlohmann::json list = nlohmann::json::array();
    for (std::size_t i = 0; i < classes; ++i) {
        const auto row = matrix.begin() + std::ptrdiff_t(i * classes);
        list.push_back(std::vector<double>(row, row + std::ptrdiff_t(classes)));
    }
    return list;
}

} // namespace

nlohmann::json dataPlanJson(const DataPlan& plan, const std::vector<std::string>& classNames)
{
    static constexpr std::array groupNames = {"many", "medium", "few"};
    const DataPlanInfo info = describe(plan);
    const std::size_t classes = static_cast<std::size_t>(plan.classes);
    nlohmann::json perClass = nlohmann::json::array();
    for (std::size_t c = 0; c < classes; ++c)
        perClass.push_back({{"name", classNames.at(c)},
                            {"true", info.trueCount[c]},
                            {"observed", info.observedCount[c]},
                            {"right", info.rightCount[c]},
                            {"purity", numberOrNull(info.purity[c])},
                            {"group", groupNames[static_cast<std::size_t>(info.sizeGroup[c])]}});
    return {{"train", plan.train.size()},
            {"meta", plan.meta.size()},
            {"validation", plan.validation.size()},
            {"classes", std::move(perClass)},
            {"data", toJson(plan.changes)},
            {"transition_asked", rows(plan.transitionAsked, classes)},
            {"transition_obtained", rows(info.transitionObtained, classes)},
            {"actual_noise_rate", info.actualNoiseRate},
            {"true_imbalance", numberOrNull(info.trueImbalance)},
            {"observed_imbalance", numberOrNull(info.observedImbalance)},
            {"fingerprint", nlohmann::json::parse(plan.fingerprintJson)},
            {"fingerprint_code", plan.fingerprintCode}};
}

nlohmann::json dataSetJson(const DataSource& source)
{
    nlohmann::json classes = nlohmann::json::array();
    for (int c = 0; c < source.classes(); ++c)
        classes.push_back({{"name", source.classNames[std::size_t(c)]},
                           {"train_images", std::ranges::count(source.train.labels, c)},
                           {"test_images", std::ranges::count(source.test.labels, c)}});
    return {{"name", source.name},
            {"note", source.note},
            {"height", source.train.height},
            {"width", source.train.width},
            {"channels", source.train.channels},
            {"train_images", source.train.size()},
            {"test_images", source.test.size()},
            {"test_from", source.testSplitOff ? "fifth" : "given"},
            {"classes", std::move(classes)}};
}

} // namespace reweigh
