// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PythonJson.h"
#include "core/study/Trial.h"

#include <QProcess>
#include <QString>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace reweigh::test {

/// A study that tests/core/storage/random_studies.py made, and what Optuna reads in it; the script says in which form.
struct RandomStudy {
    std::filesystem::path file;
    std::string name;
    nlohmann::json said;

    bool hasSeveralObjectives() const { return said.at("directions").size() > 1; }
};

/// Makes `count` random studies in `folder`, the same ones for one `seed`. What the script complains of is printed as a warning.
inline std::vector<RandomStudy> randomStudies(const QString& python, const QString& folder, int count, int seed)
{
    QProcess process;
    process.start(python, {QStringLiteral(REWEIGH_SOURCE_DIR "/tests/core/storage/random_studies.py"), folder, QString::number(count),
                           QString::number(seed)});
    if (!process.waitForFinished(240000) || process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    std::vector<RandomStudy> studies;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
        if (nlohmann::json said = parsePythonJson(line.toStdString()); said.is_object()) {
            std::filesystem::path file = said.at("file").get<std::string>();
            std::string name = said.at("name").get<std::string>();
            studies.push_back({std::move(file), std::move(name), std::move(said)});
        }
    return studies;
}

/// The number of a text of Python's float.hex().
inline double exactNumber(const nlohmann::json& text)
{
    return std::strtod(text.get_ref<const std::string&>().c_str(), nullptr);
}

/// Whether two numbers are equal to the bit, so that -0 is not 0; any NaN is equal to any.
inline bool isSameNumber(double one, double other)
{
    return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other) || (std::isnan(one) && std::isnan(other));
}

/// Optuna's name of a state.
inline std::string theirName(TrialState state)
{
    switch (state) {
    case TrialState::Running: return "RUNNING";
    case TrialState::Complete: return "COMPLETE";
    case TrialState::Pruned: return "PRUNED";
    case TrialState::Failed: return "FAIL";
    case TrialState::Waiting: return "WAITING";
    }
    return {};
}

} // namespace reweigh::test
