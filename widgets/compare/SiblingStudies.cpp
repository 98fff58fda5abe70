// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/SiblingStudies.h"

#include "core/config/ConfigJson.h"
#include "core/storage/SqlStorage.h"
#include "widgets/compare/ArmRuns.h"
#include "widgets/compare/CompareText.h"

#include <algorithm>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> neighbours(const fs::path& study)
{
    std::vector<fs::path> files;
    std::error_code ignored;
    const bool usual = study.filename() == "study.db";
    const fs::path home = study.parent_path();
    for (fs::directory_iterator at(usual ? home.parent_path() : home, fs::directory_options::skip_permission_denied, ignored), end;
         !ignored && at != end; at.increment(ignored)) {
        const fs::path file = usual ? at->path() / "study.db" : at->path();
        std::error_code none;
        if (file != study && file.extension() == ".db" && fs::is_regular_file(file, none))
            files.push_back(file);
    }
    std::ranges::sort(files);
    if (files.size() > SiblingStudies::most)
        files.resize(SiblingStudies::most);
    return files;
}

std::optional<WhereStudy> readStudy(const fs::path& file)
{
    // A neighbour that somebody holds locked is not worth waiting for.
    const auto storage = SqlStorage::open(file, StorageMode::Read, {}, {std::chrono::milliseconds(100)});
    if (!storage)
        return std::nullopt;
    const Result<StudyAttributes> attributes = (*storage)->attributes();
    if (!attributes)
        return std::nullopt;
    const auto arms = attributes->user.find(attribute::arms);
    const Result<StudyFacts> facts = studyFacts(*attributes);
    if (arms == attributes->user.end() || !facts)
        return std::nullopt;
    Result<std::vector<ArmResult>> results = armsFromJson(arms->second);
    ExperimentConfig config;
    if (!results || !applyJson(config, facts->config))
        return std::nullopt;
    StudySnapshot study{.file = file};
    study.arms = std::move(results).value();
    const ArmRuns runs = gatherArms(study, config, [](const RunKey&) { return nullptr; });
    WhereStudy found{.file = file, .data = config.data, .model = config.training.model,
                     .differences = runs.differences(ArmKind::Searched, ArmKind::Fixed, armMetrics().front().key)};
    if (found.differences.empty())
        return std::nullopt;
    return found;
}

} // namespace

SiblingStudies::Stamp SiblingStudies::stampOf(const fs::path& file)
{
    std::error_code ignored;
    Stamp stamp;
    stamp.file = fs::last_write_time(file, ignored);
    const fs::path journal = file.string() + "-wal";
    const std::uintmax_t size = fs::file_size(journal, ignored);
    if (!ignored && size > 0)
        stamp.journal = fs::last_write_time(journal, ignored);
    return stamp;
}

std::vector<WhereStudy> SiblingStudies::read(const fs::path& study)
{
    const std::lock_guard lock(m_mutex);
    std::vector<WhereStudy> studies;
    for (const fs::path& file : neighbours(study)) {
        const Stamp stamp = stampOf(file);
        auto known = m_known.find(file);
        if (known == m_known.end() || known->second.stamp != stamp) {
            known = m_known.insert_or_assign(file, Known{stamp, readStudy(file)}).first;
            ++m_opened;
        }
        if (known->second.study)
            studies.push_back(*known->second.study);
    }
    return studies;
}

int SiblingStudies::opened() const
{
    const std::lock_guard lock(m_mutex);
    return m_opened;
}

} // namespace reweigh
