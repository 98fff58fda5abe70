// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace reweigh {

/// The layout of a study's folder, defined here only:
///   study.db                        the study; any name where the user gave one
///   study.db.marks.json             stars, notes and tags of its trials; study.db.NAME.marks.json where the file holds several studies
///   study.db.title.txt              the name that the user gave it; study.db.NAME.title.txt likewise
///   artifacts/trial-0007            files of a trial's training; trial-0007-attempt-2 for its second attempt
///   variants/NAME-HASH/seed-1       files of a training in a comparison; HASH is ResolvedVariant::hash. seed-1-of-CODE: of one on other data,
///                                   with this fingerprint code
///   arms/NAME/seed-1                the same in versions before 0.2
///   random/                         the study of a random search with the same budget, if a comparison needed one
///   best.json                       the best architectures, exported
class StudyFolder {
public:
    /// The folder of the study in `file`.
    static StudyFolder ofFile(std::filesystem::path file);
    /// The study in study.db of `folder`, which need not exist yet.
    static StudyFolder in(const std::filesystem::path& folder);
    /// The study that a user means by a path: a study's file, or the folder that holds study.db.
    static StudyFolder at(const std::filesystem::path& given);
    /// The study of a search with these settings: `search.study`, or study.db in the output folder.
    static StudyFolder of(const ExperimentConfig& config);

    const std::filesystem::path& file() const { return m_file; }
    std::filesystem::path folder() const { return m_file.parent_path(); }
    /// Whether the file is named study.db, so that the folder's path identifies the study.
    bool isUsual() const;

    /// The file of marks; `name`: of that study, where the file holds several.
    std::filesystem::path marks(const std::string& name = {}) const;
    std::filesystem::path title(const std::string& name = {}) const; ///< the file of the user's name for the study, likewise
    std::filesystem::path bestArchitectures() const { return folder() / "best.json"; }

    /// The folder of a trial's training, relative to the study's folder; the study stores it in this form. `attempt` counts from 1.
    static std::filesystem::path trialRunName(std::int64_t number, int attempt);
    std::filesystem::path trialRun(std::int64_t number, int attempt) const { return folder() / trialRunName(number, attempt); }
    /// The last attempt of trial `number` that has a folder; 0 if none has.
    int lastAttempt(std::int64_t number) const;

    /// Folders of a comparison. `seed` and `attempt` count from 1; a further attempt follows if memory ran out.
    std::filesystem::path variants() const { return folder() / "variants"; }
    std::filesystem::path variantRun(const std::string& nameAndHash, int seed, int attempt = 1) const;
    std::filesystem::path armRun(const std::string& name, int seed) const; ///< the variantRun() of versions before 0.2
    std::filesystem::path randomSearch() const { return folder() / "random"; }

    /// Removes all files of the study from its folder, with the stars, notes and names of all studies in its file, which are of trials that
    /// are gone then. Other files stay: lists of images to leave out (left-out-HASH.csv), which other studies may name; and marks on labels,
    /// the user's own work, do not lie here. Errors: FileUnwritable, and those of WriterLock::acquire: a study that is being written stays.
    Status remove() const;

    /// The files of at most `most` other studies near this one, sorted: study.db in the neighbouring folders or, if this study's
    /// file has another name, the other *.db files in its folder. Folders that may not be read are skipped.
    std::vector<std::filesystem::path> neighbours(std::size_t most) const;

private:
    std::filesystem::path beside(const std::string& name, const char* ending) const;
    explicit StudyFolder(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }

    std::filesystem::path m_file;
};

} // namespace reweigh
