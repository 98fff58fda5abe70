// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/WhereMap.h"

#include "core/config/ConfigJson.h"
#include "core/live/follow/StudyReader.h"
#include "core/storage/StudyFolder.h"
#include "widgets/compare/ComparedVariants.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

std::optional<WhereStudy> readStudy(const fs::path& file)
{
    // Do not wait long for a neighbour that another process has locked.
    const auto study = StudyReader(file, {}, {.patience = std::chrono::milliseconds(100), .trials = false}).read();
    ExperimentConfig config;
    if (!study || !(*study)->facts || (*study)->variants.empty() || !applyStored(config, (*study)->facts->config))
        return std::nullopt;
    WhereStudy found = whereStudy(**study, config);
    return found.differences.empty() ? std::nullopt : std::optional(std::move(found));
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

namespace {

bool alike(const DataOptions& a, const DataOptions& b)
{
    if (a.noiseType == NoiseType::File || b.noiseType == NoiseType::File)
        return false; // no rate was asked for
    const bool noise = rateOf(a) == 0.0 || rateOf(b) == 0.0 || a.noiseType == b.noiseType;
    const bool imbalance = factorOf(a) == 1.0 || factorOf(b) == 1.0 || a.imbalanceType == b.imbalanceType;
    const bool bothShifts = rateOf(a) > 0.0 && rateOf(b) > 0.0 && factorOf(a) > 1.0 && factorOf(b) > 1.0;
    return a.dataset == b.dataset && noise && imbalance && (!bothShifts || a.order == b.order);
}

} // namespace

double rateOf(const DataOptions& data)
{
    return data.noiseType == NoiseType::None ? 0.0 : data.noiseRate;
}

double factorOf(const DataOptions& data)
{
    return data.imbalanceType == ImbalanceType::None ? 1.0 : data.imbalanceFactor;
}

WhereStudy whereStudy(const StudySnapshot& snapshot, const ExperimentConfig& config)
{
    return {.file = snapshot.file,
            .data = config.data,
            .model = config.training.model,
            .differences = variantDifferences(snapshot.variants, searchedVariant, "fixed"),
            .verdict = verdictOf(snapshot.variants, searchedVariant, "fixed")};
}

const WhereMap::Cell* WhereMap::at(double rate, double factor) const
{
    const auto found = std::ranges::find_if(cells, [&](const Cell& cell) { return cell.rate == rate && cell.factor == factor; });
    return found == cells.end() ? nullptr : &*found;
}

WhereMap whereMap(const std::vector<WhereStudy>& studies, const DataOptions& data, const std::string& model)
{
    struct Sum {
        std::vector<double> differences;
        int studies = 0;
        JudgedAs verdict = JudgedAs::CannotTell; ///< of the last study added
    };
    std::map<std::pair<double, double>, Sum> sums;
    std::set<std::filesystem::path> counted;
    std::set<std::tuple<double, double, std::uint64_t, std::vector<double>>> seen;
    WhereMap map;
    for (const WhereStudy& study : studies) {
        if (study.differences.empty() || study.model != model || !alike(study.data, data) || !counted.insert(study.file).second)
            continue;
        // A copied study folder is not counted again.
        if (!seen.insert({rateOf(study.data), factorOf(study.data), study.data.seed, study.differences}).second)
            continue;
        Sum& sum = sums[{rateOf(study.data), factorOf(study.data)}];
        sum.differences.insert(sum.differences.end(), study.differences.begin(), study.differences.end());
        ++sum.studies;
        sum.verdict = study.verdict;
        ++map.studies;
    }
    std::set<double> rates, factors;
    std::vector<std::vector<double>> differences;
    for (const auto& [place, sum] : sums) {
        rates.insert(place.first);
        factors.insert(place.second);
        map.cells.push_back({place.first, place.second, meanInterval(sum.differences), sum.studies});
        differences.push_back(sum.differences);
    }
    const std::vector<Judgement> judged = judge(differences);
    std::size_t i = 0;
    for (const auto& [place, sum] : sums) {
        const JudgedAs verdict = judged[i].verdict;
        // A study's own table corrects for more differences than a small map does, and the two must not contradict each other.
        map.cells[i++].verdict = sum.studies == 1 && sum.verdict != verdict ? JudgedAs::CannotTell : verdict;
    }
    map.rates.assign(rates.begin(), rates.end());
    map.factors.assign(factors.begin(), factors.end());
    return map;
}

FigureTable WhereMap::table() const
{
    FigureTable table{.header = {QStringLiteral("noise_rate"), QStringLiteral("imbalance_factor"), QStringLiteral("searched_minus_fixed"),
                                 QStringLiteral("half_width_95"), QStringLiteral("n"), QStringLiteral("studies"),
                                 QStringLiteral("verdict")}};
    for (const Cell& cell : cells)
        table.rows.push_back({cell.rate, cell.factor, cell.interval.mean, cell.interval.halfWidth, cell.interval.n, cell.studies,
                              QString::fromLatin1(nameOf(cell.verdict))});
    return table;
}

} // namespace reweigh
