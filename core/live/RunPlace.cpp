// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/TrainingObjective.h"
#include "core/live/StudyFollower.h"

namespace reweigh {
namespace {

std::filesystem::path existing(const std::filesystem::path& folder)
{
    std::error_code ignored;
    return std::filesystem::is_directory(folder, ignored) ? folder : std::filesystem::path();
}

} // namespace

std::filesystem::path runFolder(const StudySnapshot& study, const RunKey& key)
{
    const std::filesystem::path home = study.file.parent_path();
    if (!key.arm.empty()) {
        const Result<ArmKind> kind = armFromName(key.arm);
        return kind ? existing(home / "arms" / armFolder(*kind, key.seed)) : std::filesystem::path();
    }
    if (const FrozenTrial* trial = study.trial(key.trial))
        if (const auto told = trial->userAttributes.find(attribute::runDir); told != trial->userAttributes.end() && told->second.is_string())
            return existing(home / told->second.get<std::string>());
    // A trial that runs tells of its folder when it ends: until then it is at its newest attempt.
    std::filesystem::path newest;
    for (int attempt = 1;; ++attempt) {
        const std::filesystem::path folder = existing(home / TrainingObjective::runFolder(key.trial, attempt));
        if (folder.empty())
            return newest;
        newest = folder;
    }
}

} // namespace reweigh
