// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace reweigh {

/// The layout of a study's folder. No other place knows it:
///   study.db                        the study; any name where the user gave one
///   study.db.marks.json             stars, notes and tags of its trials
///   artifacts/trial-0007            files of a trial's training; trial-0007-attempt-2 of its second attempt
///   variants/NAME-HASH/seed-1       files of a comparison's training; HASH is that of the settings that decide its result
///   arms/NAME/seed-1                the same, as versions before 0.2 wrote it
///   random/                         the study of a random search of the same budget, where a comparison asked for one
///   best.json                       the best architectures, exported
class StudyFolder {
public:
    /// The folder of the study in `file`.
    static StudyFolder ofFile(std::filesystem::path file);
    /// The study of a folder, which need not be there yet.
    static StudyFolder in(const std::filesystem::path& folder);
    /// What a user means by a path: a study's file, or the folder that holds study.db.
    static StudyFolder at(const std::filesystem::path& given);
    /// Where a search with these settings keeps its study: `search.study`, or study.db in the output folder.
    static StudyFolder of(const ExperimentConfig& config);

    const std::filesystem::path& file() const { return m_file; }
    std::filesystem::path folder() const { return m_file.parent_path(); }
    /// The file is study.db, so that the folder stands for the study.
    bool isUsual() const;

    std::filesystem::path marks() const;
    std::filesystem::path bestArchitectures() const { return folder() / "best.json"; }

    /// Of a trial's training, relative to the folder: what a study keeps of it. `attempt` counts from 1.
    static std::filesystem::path trialRunName(std::int64_t number, int attempt);
    std::filesystem::path trialRun(std::int64_t number, int attempt) const { return folder() / trialRunName(number, attempt); }
    /// The last attempt of trial `number` that has a folder; 0 if none has.
    int lastAttempt(std::int64_t number) const;

    /// Of a comparison. `seed` counts from 1, as does `attempt`: a further one follows when memory ran out.
    std::filesystem::path variants() const { return folder() / "variants"; }
    std::filesystem::path variantRun(const std::string& nameAndHash, int seed, int attempt = 1) const;
    std::filesystem::path armRun(const std::string& name, int seed) const; ///< as versions before 0.2 wrote it
    std::filesystem::path randomSearch() const { return folder() / "random"; }

    /// Removes all that a study has in its folder, and nothing else. Errors: FileUnwritable.
    Status remove() const;

    /// Files of the studies that lie beside this one, sorted, at most `most`: study.db in the neighbouring folders, or, beside a file
    /// of another name, the other *.db of its folder. What may not be looked at is passed over.
    std::vector<std::filesystem::path> neighbours(std::size_t most) const;

private:
    explicit StudyFolder(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }

    std::filesystem::path m_file;
};

} // namespace reweigh
