// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"
#include "core/search/SearchSpace.h"
#include "core/search/tpe/Mixture.h"

#include <QtTest>

#include <cmath>

namespace reweigh::test {

/// The two forms of files with results that Optuna computed: Values are objects `{"parzen": …, "truncnorm": …}`, Traces are arrays of
/// whole searches. The project's own files are in tests/golden; the folder in REWEIGH_VECTORS may hold more.
enum class VectorForm { Values, Traces };

inline VectorForm formOf(const nlohmann::json& json)
{
    return json.is_array() ? VectorForm::Traces : VectorForm::Values;
}

/// Adds one data row (`file`: path) for each vector file of `form`.
inline void addVectorFiles(VectorForm form)
{
    QTest::addColumn<QString>("path");
    const QString more = qEnvironmentVariable("REWEIGH_VECTORS", QStringLiteral(REWEIGH_SOURCE_DIR "/../shared/vectors"));
    for (const QString& folder : {QStringLiteral(REWEIGH_SOURCE_DIR "/tests/golden"), more})
        for (const QFileInfo& file : QDir(folder).entryInfoList({"tpe*.json", "traces*.json"}, QDir::Files, QDir::Name)) {
            QFile opened(file.filePath());
            QVERIFY(opened.open(QIODevice::ReadOnly));
            if (opened.read(1) == (form == VectorForm::Traces ? "[" : "{"))
                QTest::newRow(qPrintable(QDir(folder).dirName() + '/' + file.fileName())) << file.filePath();
        }
}

inline nlohmann::json readVectors(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return nlohmann::json::parse(file.readAll().toStdString());
}

/// Whether |a - b| <= relative * |b|, or both are NaN, or both are equal (also infinite).
inline bool close(double a, double b, double relative)
{
    if (std::isnan(b))
        return std::isnan(a);
    return a == b || std::abs(a - b) <= relative * std::abs(b);
}

inline Distribution distributionOf(const nlohmann::json& json)
{
    const auto distribution = distributionFromJson(json);
    if (!distribution)
        qFatal("%s", json.dump().c_str());
    return *distribution;
}

inline SearchSpace spaceOf(const nlohmann::json& json)
{
    SearchSpace space;
    for (const auto& [name, distribution] : json.items())
        space.emplace(name, distributionOf(distribution));
    return space;
}

/// The columns of values in `columns` (an object by parameter name), in the order of `space`: one vector per parameter.
inline Points pointsOf(const nlohmann::json& columns, const SearchSpace& space)
{
    Points points;
    for (const auto& entry : space)
        points.push_back(columns.at(entry.first).get<std::vector<double>>());
    return points;
}

inline TrialState stateOf(const std::string& name)
{
    if (name == "COMPLETE")
        return TrialState::Complete;
    return name == "PRUNED" ? TrialState::Pruned : TrialState::Failed;
}

inline Direction directionOf(const std::string& name)
{
    return name == "minimize" ? Direction::Minimize : Direction::Maximize;
}

/// Reads number, state, value and reports of a recorded trial; a report of null stands for NaN.
inline Observation outcomeOf(const nlohmann::json& trial)
{
    Observation seen;
    seen.number = trial.at("number").get<std::int64_t>();
    seen.state = stateOf(trial.at("state").get<std::string>());
    if (seen.state == TrialState::Complete)
        seen.value = trial.at("value").get<double>();
    for (const auto& [step, value] : trial.at("intermediate").items())
        seen.intermediate.emplace_back(std::stoi(step), value.is_null() ? std::nan("") : value.get<double>());
    std::sort(seen.intermediate.begin(), seen.intermediate.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return seen;
}

} // namespace reweigh::test
