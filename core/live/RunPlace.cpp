// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PathText.h"
#include "core/experiment/VariantRuns.h"
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
    if (!key.variant.empty()) {
        for (const VariantResult& result : study.variants)
            if (const VariantRun* run = result.hash == key.hash ? result.run(key.seed) : nullptr; run && !run->runDir.empty())
                return existing(home.folder() / run->runDir);
        const VariantRuns runs(home.folder(), key.variant, key.hash);
        return existing(home.folder() / runs.folder(key.seed, runs.newestAttempt(key.seed)));
    }
    if (const FrozenTrial* trial = study.trial(key.trial))
        if (const auto told = trial->userAttributes.find(attribute::runDir); told != trial->userAttributes.end() && told->second.is_string())
            return existing(home.folder() / told->second.get<std::string>());
    // A trial that runs tells of its folder when it ends: until then it is at its newest attempt.
    const int attempt = home.lastAttempt(key.trial);
    return attempt > 0 ? home.trialRun(key.trial, attempt) : std::filesystem::path();
}

} // namespace reweigh
