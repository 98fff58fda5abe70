// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PathText.h"
#include "core/live/StudyFollower.h"
#include "core/storage/StudyFolder.h"

namespace reweigh {
namespace {

std::filesystem::path existing(const std::filesystem::path& folder)
{
    return isFolder(folder) ? folder : std::filesystem::path();
}

} // namespace

std::filesystem::path runFolder(const StudySnapshot& study, const RunKey& key)
{
    const StudyFolder home = StudyFolder::ofFile(study.file);
    if (!key.arm.empty()) {
        const Result<ArmKind> kind = armFromName(key.arm);
        return kind ? existing(home.armRun(armName(*kind), key.seed)) : std::filesystem::path();
    }
    if (const FrozenTrial* trial = study.trial(key.trial))
        if (const auto told = trial->userAttributes.find(attribute::runDir); told != trial->userAttributes.end() && told->second.is_string())
            return existing(home.folder() / told->second.get<std::string>());
    // A trial that runs tells of its folder when it ends: until then it is at its newest attempt.
    const int attempt = home.lastAttempt(key.trial);
    return attempt > 0 ? home.trialRun(key.trial, attempt) : std::filesystem::path();
}

} // namespace reweigh
