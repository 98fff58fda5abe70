// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/WhereMap.h"

#include "core/config/DataSets.h"
#include "core/data/recipe/Fingerprint.h"
#include "core/live/follow/StudyReader.h"
#include "core/storage/StudyFolder.h"
#include "widgets/compare/ComparedVariants.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

std::optional<WhereStudy> readStudy(const fs::path& file)
{
    // Do not wait long for a neighbour that another process has locked.
    const auto study = StudyReader(file, {}, {.patience = std::chrono::milliseconds(100), .trials = false}).read();
    if (!study || (*study)->variants.empty())
        return std::nullopt;
    const Result<ExperimentConfig> settings = (*study)->settings();
    if (!settings)
        return std::nullopt;
    WhereStudy found = whereStudy(**study, *settings);
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

/// Studies on one map may differ in these: its axes, and what is repeated.
constexpr std::array<std::string_view, 5> mayDiffer = {"noise-rate", "imbalance-factor", "seed", "train-seed", "search-seed"};

/// The settings with types "none" where there is no noise or no imbalance, so that what depends on them has no effect.
ExperimentConfig withoutIdleTypes(ExperimentConfig config)
{
    if (config.data.noiseType != NoiseType::File && rateOf(config.data) == 0.0)
        config.data.noiseType = NoiseType::None;
    if (factorOf(config.data) == 1.0)
        config.data.imbalanceType = ImbalanceType::None;
    return config;
}

/// Whether a setting says where a user's own images lie, or which of them were checked. It has another value where they were moved.
bool isPlaceOfOwnImages(const ConfigField& field, const ExperimentConfig& config)
{
    return hasOwnLabels(config.data.dataset) && (field.key == "data-dir" || field.key == "clean");
}

/// The last name of a path, which may end in a separator.
fs::path lastName(const nlohmann::json& path)
{
    const fs::path given = path.get<std::string>();
    return given.has_filename() ? given.filename() : given.parent_path().filename();
}

bool differIn(const ConfigField& field, const ExperimentConfig& one, const ExperimentConfig& other)
{
    const nlohmann::json a = field.get(one), b = field.get(other);
    if (isPlaceOfOwnImages(field, one) && a.is_string() && b.is_string())
        return lastName(a) != lastName(b);
    return decidingValue(field, a) != decidingValue(field, b);
}

bool hasEffect(const ConfigField& field, const ExperimentConfig& config)
{
    return isUsed(field, config) || isUsed(field, config, Purpose::Search);
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

const ConfigField* otherSetting(const ExperimentConfig& one, const ExperimentConfig& other, const std::optional<std::string>& otherData)
{
    const ExperimentConfig a = withoutIdleTypes(one), b = withoutIdleTypes(other);
    if (a.data.noiseType == NoiseType::File || b.data.noiseType == NoiseType::File)
        return findField("noise-type");
    for (const ConfigField& field : configFields()) {
        const bool byName = isPlaceOfOwnImages(field, a) && otherData.value_or(field.key) == field.key;
        if (std::ranges::find(mayDiffer, field.key) != mayDiffer.end() || (!field.identity && !byName))
            continue;
        if (field.key == "noise-type" && (a.data.noiseType == NoiseType::None || b.data.noiseType == NoiseType::None))
            continue;
        if (field.key == "imbalance-type" && (a.data.imbalanceType == ImbalanceType::None || b.data.imbalanceType == ImbalanceType::None))
            continue;
        if (differIn(field, a, b) && hasEffect(field, a) && hasEffect(field, b))
            return &field;
    }
    if (!otherData || otherData->empty())
        return nullptr;
    // Without a list the checked images are those of a folder clean/, a part of the data folder.
    const bool inFolder = *otherData == "clean" && a.data.clean.empty() && b.data.clean.empty();
    return findField(inFolder ? "data-dir" : *otherData);
}

nlohmann::json dataFingerprint(const StudySnapshot& snapshot)
{
    return snapshot.facts ? snapshot.facts->fingerprint : nlohmann::json::object();
}

WhereStudy whereStudy(const StudySnapshot& snapshot, const ExperimentConfig& config)
{
    return {.file = snapshot.file,
            .config = config,
            .differences = variantDifferences(snapshot.variants, searchedVariant, "fixed"),
            .verdict = verdictOf(snapshot.variants, searchedVariant, "fixed"),
            .fingerprint = dataFingerprint(snapshot)};
}

const WhereMap::Cell* WhereMap::at(double rate, double factor) const
{
    const auto found = std::ranges::find_if(cells, [&](const Cell& cell) { return cell.rate == rate && cell.factor == factor; });
    return found == cells.end() ? nullptr : &*found;
}

WhereMap whereMap(const std::vector<WhereStudy>& studies, const ExperimentConfig& config, const nlohmann::json& fingerprint)
{
    if (config.data.noiseType == NoiseType::File)
        return {};
    struct Sum {
        std::vector<double> differences;
        int studies = 0;
        JudgedAs verdict = JudgedAs::CannotTell; ///< of the last study added
    };
    std::map<std::pair<double, double>, Sum> sums;
    std::set<std::filesystem::path> counted;
    std::set<std::tuple<const ConfigField*, double, double, std::uint64_t, std::vector<double>>> seen;
    WhereMap map;
    map.ownLabels = hasOwnLabels(config.data.dataset);
    for (const WhereStudy& study : studies) {
        if (study.differences.empty() || !counted.insert(study.file).second)
            continue;
        const DataOptions& data = study.config.data;
        const ConfigField* other = otherSetting(study.config, config, otherDataSetting(study.fingerprint, fingerprint));
        // A copied study folder is not counted again.
        if (!seen.insert({other, rateOf(data), factorOf(data), data.seed, study.differences}).second)
            continue;
        if (other) {
            ++map.leftOut[other->key];
            continue;
        }
        Sum& sum = sums[{rateOf(data), factorOf(data)}];
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
    const std::vector<Judgement> judged = judge(differences, std::vector<double>(differences.size(), 1.0)); // no accuracy is larger
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
    FigureTable table{.header = {ownLabels ? QStringLiteral("noise_added") : QStringLiteral("noise_rate"),
                                 QStringLiteral("imbalance_factor"), QStringLiteral("searched_minus_fixed"),
                                 QStringLiteral("half_width_95"), QStringLiteral("n"), QStringLiteral("studies"),
                                 QStringLiteral("verdict")}};
    for (const Cell& cell : cells)
        table.rows.push_back({cell.rate, cell.factor, cell.interval.mean, cell.interval.halfWidth, cell.interval.n, cell.studies,
                              QString::fromLatin1(nameOf(cell.verdict))});
    return table;
}

} // namespace reweigh
