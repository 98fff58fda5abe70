// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/SiblingStudies.h"

#include "core/config/ConfigJson.h"
#include "core/live/StudyReader.h"
#include "core/storage/StudyFolder.h"
#include "widgets/compare/ComparedVariants.h"

namespace reweigh {
namespace {

namespace fs = std::filesystem;

std::optional<WhereStudy> readStudy(const fs::path& file)
{
    // A neighbour that somebody holds locked is not worth waiting for.
    const auto study = StudyReader(file, {}, {.patience = std::chrono::milliseconds(100), .trials = false}).read();
    ExperimentConfig config;
    if (!study || !(*study)->facts || (*study)->variants.empty() || !applyJson(config, (*study)->facts->config))
        return std::nullopt;
    WhereStudy found{.file = file, .data = config.data, .model = config.training.model,
                     .differences = variantDifferences((*study)->variants, searchedVariant, "fixed"),
                     .verdict = verdictOf((*study)->variants, searchedVariant, "fixed")};
    if (found.differences.empty())
        return std::nullopt;
    return found;
}

} // namespace

SiblingStudies::FileTimes SiblingStudies::timesOf(const fs::path& file)
{
    std::error_code ignored;
    FileTimes times;
    times.file = fs::last_write_time(file, ignored);
    const fs::path journal = file.string() + "-wal";
    const std::uintmax_t size = fs::file_size(journal, ignored);
    if (!ignored && size > 0)
        times.journal = fs::last_write_time(journal, ignored);
    return times;
}

std::vector<WhereStudy> SiblingStudies::read(const fs::path& study)
{
    const std::lock_guard lock(m_mutex);
    std::vector<WhereStudy> studies;
    for (const fs::path& file : StudyFolder::ofFile(study).neighbours(most)) {
        const FileTimes times = timesOf(file);
        auto known = m_known.find(file);
        if (known == m_known.end() || known->second.times != times) {
            known = m_known.insert_or_assign(file, Known{times, readStudy(file)}).first;
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
