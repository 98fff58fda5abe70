// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonText.h"
#include "core/base/NearestName.h"
#include "core/base/PathText.h"
#include "core/base/Sha256.h"
#include "core/config/ConfigJson.h"
#include "core/config/DataSets.h"
#include "core/config/Presets.h"
#include "core/config/VariantText.h"
#include "core/plan/PlanParts.h"

#include <algorithm>
#include <set>

namespace reweigh {
namespace {

/// A setting of a grid and the values that it takes.
struct GridSetting {
    const ConfigField* field = nullptr;
    std::vector<nlohmann::json> values;
};

/// Whether a setting says where a cell's images or labels lie. It decides no result by itself, since files may be moved.
bool isPlace(const ConfigField& field)
{
    return field.group == FieldGroup::Data && !field.identity;
}

Result<GridSetting> readGridSetting(const std::string& key, const nlohmann::json& json, const Plan& plan)
{
    const auto fits = [](const ConfigField& field) {
        const bool decides = field.identity && (field.group == FieldGroup::Data || field.group == FieldGroup::Training);
        return (decides && field.key != "seed" && field.key != "train-seed") || isPlace(field);
    };
    const ConfigField* field = planField(key);
    if (!field && std::ranges::find(presetKeys, key) == presetKeys.end()) {
        std::vector<std::string> keys;
        for (const ConfigField& known : configFields())
            if (fits(known))
                keys.push_back(known.key);
        return Error{ErrorCode::UnknownKey, key, {}, nearestName(key, keys)};
    }
    if (!field || !fits(*field))
        return planInvalid(plan.file, "\"cells\" has the setting " + key,
                           "it in \"settings\": cells differ by settings of data and training that decide a result, but for seeds");
    GridSetting setting{field, namedValues(*field, json)};
    if (setting.values.empty())
        return planInvalid(plan.file, "\"" + field->key + "\" has no value in \"cells\"", "one value or more");
    return setting;
}

Result<std::vector<GridSetting>> readGrid(const nlohmann::ordered_json& json, Plan& plan)
{
    if (!json.is_object())
        return planInvalid(plan.file, "a grid of \"cells\" is " + shortText(json), "an object of settings with lists of values");
    std::vector<GridSetting> grid;
    for (const auto& [key, values] : json.items()) {
        Result<GridSetting> setting = readGridSetting(key, nlohmann::json(values), plan);
        if (!setting)
            return setting.error();
        if (std::ranges::find(grid, setting->field, &GridSetting::field) != grid.end())
            return planInvalid(plan.file, "a grid of \"cells\" has " + setting->field->key + " twice", "it once, with all its values");
        if (std::ranges::find(plan.gridKeys, setting->field->key) == plan.gridKeys.end())
            plan.gridKeys.push_back(setting->field->key);
        grid.push_back(std::move(setting).value());
    }
    return grid;
}

/// Every combination of a grid's values as an object of settings, the last setting varying fastest.
Result<std::vector<nlohmann::json>> combinations(const std::vector<GridSetting>& grid, const Plan& plan)
{
    std::vector<nlohmann::json> all(1, nlohmann::json::object());
    for (const GridSetting& setting : grid) {
        if (all.size() * setting.values.size() > mostCells)
            return planInvalid(plan.file, "\"cells\" has too many combinations", "at most " + std::to_string(mostCells));
        std::vector<nlohmann::json> longer;
        for (const nlohmann::json& before : all)
            for (const nlohmann::json& value : setting.values) {
                longer.push_back(before);
                longer.back()[setting.field->key] = value;
            }
        all = std::move(longer);
    }
    return all;
}

/// What each cell sets beyond the settings that all share.
Result<std::vector<nlohmann::json>> readGrids(const nlohmann::ordered_json& json, Plan& plan)
{
    std::vector<nlohmann::json> all;
    const auto cells = json.find("cells");
    if (cells == json.end())
        return std::vector<nlohmann::json>(1, nlohmann::json::object());
    if (cells->is_array() && cells->empty())
        return planInvalid(plan.file, "\"cells\" is an empty list", "one grid or more");
    const nlohmann::ordered_json grids = cells->is_array() ? *cells : nlohmann::ordered_json::array({*cells});
    for (const nlohmann::ordered_json& entry : grids) {
        const Result<std::vector<GridSetting>> grid = readGrid(entry, plan);
        if (!grid)
            return grid.error();
        const Result<std::vector<nlohmann::json>> own = combinations(*grid, plan);
        if (!own)
            return own.error();
        all.insert(all.end(), own->begin(), own->end());
        if (all.size() > mostCells)
            return planInvalid(plan.file, "\"cells\" has too many combinations", "at most " + std::to_string(mostCells));
    }
    return all;
}

/// All settings of a cell: the shared ones, then its own.
Result<ExperimentConfig> cellConfig(const nlohmann::json& shared, const nlohmann::json& own, const Plan& plan)
{
    Result<ExperimentConfig> config = layeredConfig(ExperimentConfig(), {[&](ExperimentConfig& into) { return applyJson(into, shared); },
                                                                         [&](ExperimentConfig& into) { return applyJson(into, own); }});
    if (!config)
        return config;
    for (const auto& [key, text] : {std::pair("out", config->outDir), std::pair("study", config->search.study)})
        if (!text.empty())
            return planInvalid(plan.file, std::string("\"settings\" has ") + key, "no folder or study there: each cell has its own");
    TrainOptions& training = config->training;
    if (training.threads == 0 && (training.device == "auto" || training.device == "cpu"))
        training.threads = 1;
    const auto isWritten = [&](const ConfigField& field) { return namesSetting(shared, field) || namesSetting(own, field); };
    if (const Status valid = fitUnwritten(*config, isWritten); !valid)
        return valid.error();
    return config;
}

/// Checks that `field`, which the cell names, has an effect in some training of it. A variant may replace the cell's value by its own.
Status checkEffect(const ConfigField& field, const ExperimentConfig& config, const std::vector<ResolvedVariant>& variants, bool searched,
                   const Plan& plan)
{
    const auto uses = [&](const ResolvedVariant& variant) {
        return isUsed(field, variant.config) && field.get(variant.config) == field.get(config);
    };
    if ((searched && isUsed(field, config, Purpose::Search)) || std::ranges::any_of(variants, uses))
        return {};
    if (Status used = checkUse(field, config); !used)
        return used;
    return planInvalid(plan.file, "\"cells\" has the setting " + field.key + ", which every variant sets itself",
                       "a variant that takes it from its cell, or leave it out");
}

Result<std::vector<ResolvedVariant>> triedVariants(const ExperimentConfig& config, const Plan& plan)
{
    std::vector<ResolvedVariant> resolved;
    for (const Variant& variant : plan.variants) {
        Result<ResolvedVariant> one = triedVariant(variant, config);
        if (!one)
            return one.error();
        resolved.push_back(std::move(one).value());
    }
    if (const Status apart = checkFileNames(resolved); !apart)
        return apart.error();
    return resolved;
}

/// Pairs of variants that are one training in every cell, whatever searches find: an own one and another.
class EqualVariants {
public:
    explicit EqualVariants(const std::vector<Variant>& variants)
        : m_variants(variants)
    {
        const auto waits = [](const Variant& variant) { return needsSearch(variant) || needsRandomSearch(variant); };
        const auto isOwn = [](const Variant& variant) { return variant.name != variant.base || !variant.settings.empty(); };
        for (std::size_t i = 0; i < variants.size(); ++i)
            for (std::size_t j = i + 1; j < variants.size(); ++j)
                if (!waits(variants[i]) && !waits(variants[j]) && (isOwn(variants[i]) || isOwn(variants[j])))
                    m_pairs.emplace_back(i, j);
    }

    void look(const std::vector<ResolvedVariant>& inCell)
    {
        std::erase_if(m_pairs, [&](const auto& pair) { return inCell[pair.first].hash != inCell[pair.second].hash; });
    }

    Status check() const
    {
        if (m_pairs.empty())
            return {};
        return Error{ErrorCode::VariantsEqual, m_variants[m_pairs.front().second].name, m_variants[m_pairs.front().first].name, {}};
    }

private:
    const std::vector<Variant>& m_variants;
    std::vector<std::pair<std::size_t, std::size_t>> m_pairs;
};

/// Names the cells by the settings that tell them apart. Where a cell does not name one of them, its value there counts.
void nameCells(Plan& plan)
{
    std::vector<const ConfigField*> fields;
    for (const std::string& key : plan.gridKeys) {
        const ConfigField& field = *findField(key);
        const auto first = settingIn(plan.cells.front(), field);
        if (std::ranges::any_of(plan.cells, [&](const PlanCell& cell) { return settingIn(cell, field) != first; }))
            fields.push_back(&field);
    }
    std::set<std::string> names;
    for (PlanCell& cell : plan.cells) {
        nlohmann::json settings = nlohmann::json::object();
        for (const ConfigField* field : fields) {
            const auto value = settingIn(cell, *field);
            if (!value)
                continue;
            nlohmann::json one = nlohmann::json::object();
            one[field->key] = settings[field->key] = *value;
            cell.name += (cell.name.empty() ? "" : " ") + settingsText(one);
        }
        cell.settings = std::move(settings);
        std::ranges::replace_if(
            cell.name, [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20; },
            '_'); // names become parts of folders' names
        if (cell.name.empty())
            cell.name = "all";
        if (constexpr std::size_t longest = 160; cell.name.size() > longest || !names.insert(cell.name).second) {
            while (cell.name.size() > longest || !isUtf8(cell.name))
                cell.name.pop_back();
            names.insert(cell.name += " " + cell.hash);
        }
    }
}

/// Text of all settings that decide a result of a cell with these settings, those of its search too; equal for equal cells. It has only
/// settings that differ from the defaults, so that one that a later version adds does not change it.
std::string decidingText(const ExperimentConfig& config)
{
    static const ExperimentConfig defaults;
    nlohmann::json settings = nlohmann::json::object();
    // Two folders of images, files of labels or lists of images are told apart by their names, so that they may be moved together.
    // That every label is said to be right changes no image and no label.
    if (hasOwnLabels(config.data.dataset))
        settings["data-dir"] = std::filesystem::path(config.data.dataDir).filename().string();
    if (config.data.noiseType == NoiseType::File)
        settings["labels"] = std::filesystem::path(config.data.labelFile).filename().string();
    if (hasOwnLabels(config.data.dataset) && !config.data.clean.empty() && config.data.clean != everyLabelIsRight)
        settings["clean"] = std::filesystem::path(config.data.clean).filename().string();
    for (const ConfigField& field : configFields())
        if (field.identity && (isUsed(field, config) || isUsed(field, config, Purpose::Search)))
            if (nlohmann::json value = decidingValue(field, settingOf(field, config)); value != settingOf(field, defaults))
                settings[field.key] = std::move(value);
    return jsonText(settings);
}

} // namespace

Result<ResolvedVariant> triedVariant(const Variant& variant, const ExperimentConfig& config)
{
    return resolveVariant(variant, {.study = config, .searched = {}, .random = Proposal()});
}

Status readCells(const nlohmann::ordered_json& json, Plan& plan)
{
    const auto found = json.find("settings");
    const nlohmann::json shared = found == json.end() ? nlohmann::json::object() : nlohmann::json(*found);
    if (!shared.is_object())
        return planInvalid(plan.file, "\"settings\" is " + shortText(shared), "an object of settings");
    const Result<std::vector<nlohmann::json>> grids = readGrids(json, plan);
    if (!grids)
        return grids.error();
    const bool searched = searchesPerCell(plan) > 0;
    EqualVariants equal(plan.variants);
    std::set<std::string> deciding;
    for (const nlohmann::json& own : *grids) {
        Result<ExperimentConfig> config = cellConfig(shared, own, plan);
        if (!config)
            return config.error();
        const Result<std::vector<ResolvedVariant>> variants = triedVariants(*config, plan);
        if (!variants)
            return variants.error();
        equal.look(*variants);
        for (const auto& [key, value] : own.items())
            if (Status effect = checkEffect(*findField(key), *config, *variants, searched, plan); !effect)
                return effect;
        const std::string text = decidingText(*config);
        if (!deciding.insert(text).second)
            return planInvalid(plan.file, "two cells have the same settings: " + settingsText(own), "each combination once");
        Sha256 hash;
        hash.update("reweigh cell 1\n");
        hash.update(text);
        PlanCell cell;
        cell.settings = own; // until the cells are named
        cell.config = std::move(config).value();
        cell.hash = hexOf(hash.finish()).substr(0, 8);
        plan.cells.push_back(std::move(cell));
    }
    nameCells(plan);
    return equal.check();
}

} // namespace reweigh
