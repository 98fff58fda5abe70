// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Plan.h"

#include "core/base/AsciiCase.h"
#include "core/base/JsonText.h"
#include "core/base/NearestName.h"
#include "core/base/PathText.h"
#include "core/config/VariantText.h"
#include "core/plan/PlanParts.h"

#include <algorithm>
#include <string_view>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

/// The member `key` of a plan as JSON; null if it is absent.
nlohmann::json memberOf(const nlohmann::ordered_json& plan, const char* key)
{
    const auto found = plan.find(key);
    return found == plan.end() ? nlohmann::json() : nlohmann::json(*found);
}

Status readName(const nlohmann::ordered_json& json, Plan& plan)
{
    const auto found = json.find("name");
    if (found == json.end()) {
        plan.name = utf8Text(plan.file.stem().native());
        return {};
    }
    if (!found->is_string() || found->get<std::string>().empty())
        return planInvalid(plan.file, "\"name\" is " + shortText(*found), "a text that is not empty");
    plan.name = found->get<std::string>();
    return {};
}

Status readVariants(const nlohmann::ordered_json& json, Plan& plan)
{
    if (!json.contains("variants")) {
        plan.variants = defaultVariants();
        return {};
    }
    const nlohmann::json list = memberOf(json, "variants");
    if (!list.is_array())
        return planInvalid(plan.file, "\"variants\" is " + shortText(list), R"(a list, for example ["searched", "ce"])");
    Result<std::vector<Variant>> read = variantsFromJson(list, plan.file);
    if (!read)
        return read.error();
    plan.variants = std::move(read).value();
    for (auto variant = plan.variants.begin(); variant != plan.variants.end(); ++variant)
        if (std::find_if(plan.variants.begin(), variant, [&](const Variant& other) { return other.name == variant->name; }) != variant)
            return Error{ErrorCode::VariantRepeated, variant->name, {}, {}};
    return {};
}

Result<int> seedCount(const nlohmann::json& json, const Plan& plan)
{
    const ConfigField& field = *findField("variant-seeds");
    const auto count = wholeNumber(json);
    if (!count || !field.range.contains(*count))
        return planInvalid(plan.file, "\"seeds\" is " + shortText(json), "a whole number in " + allowedText(field, field.range));
    return int(*count);
}

Status readSeeds(const nlohmann::json& json, Plan& plan)
{
    if (!json.is_array()) {
        const Result<int> seeds = seedCount(json, plan);
        if (!seeds)
            return seeds.error();
        for (PlanCell& cell : plan.cells)
            cell.config.search.variantSeeds = *seeds;
        return {};
    }
    if (json.empty())
        return planInvalid(plan.file, "\"seeds\" is an empty list", "a number, or one entry or more");
    for (const nlohmann::json& entry : json) {
        if (Status members = checkMembers(entry, "an entry of \"seeds\"", {"cells", "seeds"}, plan.file); !members)
            return members;
        if (!entry.contains("seeds"))
            return planInvalid(plan.file, "an entry of \"seeds\" is " + shortText(entry), R"({"cells": SELECTOR, "seeds": NUMBER})");
        const Result<int> seeds = seedCount(entry.at("seeds"), plan);
        if (!seeds)
            return seeds.error();
        CellSelector selector;
        if (entry.contains("cells")) {
            Result<CellSelector> read = readSelector(entry.at("cells"), "\"cells\" of an entry of \"seeds\"", plan.file);
            if (!read)
                return read.error();
            selector = std::move(read).value();
        }
        if (selector.leastSeeds > 0)
            return planInvalid(plan.file, "an entry of \"seeds\" has \"least-seeds\"", "it to hypotheses and transfers only");
        if (selectedCells(plan, selector).empty())
            return planInvalid(plan.file, "no cell is selected by " + shortText(entry.at("cells")), "values that cells have");
        for (PlanCell& cell : plan.cells)
            if (selects(selector, cell))
                cell.config.search.variantSeeds = *seeds;
    }
    return {};
}

Status readTransfer(const nlohmann::json& json, Plan& plan)
{
    plan.transfers = !json.is_boolean() || json.get<bool>();
    if (!plan.transfers)
        return {};
    if (!json.is_boolean()) {
        Result<CellSelector> read = readSelector(json, "\"transfer\"", plan.file);
        if (!read)
            return read.error();
        plan.transferCells = std::move(read).value();
    }
    if (selectedCells(plan, plan.transferCells).size() < 2)
        return planInvalid(plan.file, "\"transfer\" selects fewer than two cells", "a selector of two cells or more");
    if (std::ranges::find(plan.variants, searchedVariant, &Variant::name) == plan.variants.end())
        return planInvalid(plan.file, "\"transfer\" has no searched networks to pass on", "the variant \"searched\" too");
    return {};
}

/// Whether a character may stand in the name of a cell's folder.
bool isSafe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || std::string_view("._=+-").find(c) != std::string_view::npos;
}

/// The last 8 characters of a folder's name, which are the hash of the cell that it is of.
std::string hashOf(const fs::path& folder)
{
    const std::string name = folder.filename().string();
    return name.size() > 9 && name[name.size() - 9] == '-' ? name.substr(name.size() - 8) : std::string();
}

/// Sets the cells' folders. A cell's name changes when a further setting comes to tell the cells apart; its hash does not, so that the
/// folder of before is found again.
void placeCells(Plan& plan)
{
    std::vector<fs::path> present;
    std::error_code ignored;
    for (fs::directory_iterator at(plan.folder / "cells", ignored), end; !ignored && at != end; at.increment(ignored))
        present.push_back(at->path());
    std::ranges::sort(present);
    for (PlanCell& cell : plan.cells) {
        fs::path folder = cellFolder(plan.folder, cell);
        if (std::ranges::find(present, folder) == present.end())
            if (const auto earlier = std::ranges::find(present, cell.hash, hashOf); earlier != present.end())
                folder = *earlier;
        cell.config.outDir = folder.string();
    }
}

} // namespace

const char* nameOf(ClaimKind kind)
{
    switch (kind) {
    case ClaimKind::Better: return "better";
    case ClaimKind::Equal: return "equal";
    case ClaimKind::Above: return "above";
    case ClaimKind::Below: return "below";
    }
    return "";
}

fs::path cellFolder(const fs::path& planFolder, const PlanCell& cell)
{
    constexpr std::size_t longest = 80;
    std::string name = cell.name.substr(0, longest);
    std::ranges::replace_if(
        name, [](char c) { return !isSafe(c); }, '_');
    return planFolder / "cells" / (name + "-" + cell.hash);
}

Error planInvalid(const fs::path& file, const std::string& found, const std::string& wanted)
{
    return {ErrorCode::PlanInvalid, file.string(), found, wanted};
}

std::string shortText(const nlohmann::json& json)
{
    constexpr std::size_t longest = 80;
    std::string text = jsonText(json);
    if (text.size() <= longest)
        return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) // not within a character
        --end;
    return text.substr(0, end) + "...";
}

Status checkMembers(const nlohmann::json& object, const std::string& what, std::initializer_list<const char*> known, const fs::path& file)
{
    const std::vector<std::string> names(known.begin(), known.end());
    if (!object.is_object())
        return planInvalid(file, what + " is " + shortText(object), "an object");
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(names, key) != names.end())
            continue;
        const std::string nearest = nearestName(key, names);
        std::string all;
        for (const std::string& name : names)
            all += (all.empty() ? "only " : ", ") + name;
        return planInvalid(file, what + " has an unknown member " + shortText(key), nearest.empty() ? all : shortText(nearest));
    }
    return {};
}

namespace {

/// The file that stands where `folder`, or a folder above it, would have to be; empty if there is none.
fs::path fileInTheWayOf(const fs::path& folder)
{
    std::error_code ignored;
    for (fs::path place = folder; !place.empty() && place != place.root_path(); place = place.parent_path())
        if (const fs::file_type type = fs::status(place, ignored).type(); type == fs::file_type::directory)
            return {};
        else if (type == fs::file_type::regular)
            return place;
    return {};
}

/// What the plan says, without where its studies lie.
Status readMembers(const nlohmann::ordered_json& json, Plan& plan)
{
    if (const Status members = checkMembers(nlohmann::json(json), "it",
                                            {"name", "settings", "cells", "seeds", "variants", "hypotheses", "transfer"}, plan.file);
        !members)
        return members;
    for (const auto part : {readName, readVariants, readCells})
        if (const Status status = part(json, plan); !status)
            return status;
    if (json.contains("seeds"))
        if (const Status seeds = readSeeds(memberOf(json, "seeds"), plan); !seeds)
            return seeds;
    if (json.contains("transfer"))
        if (const Status transfer = readTransfer(memberOf(json, "transfer"), plan); !transfer)
            return transfer;
    if (!json.contains("hypotheses"))
        return {};
    Result<std::vector<Hypothesis>> hypotheses = readHypotheses(memberOf(json, "hypotheses"), plan);
    if (!hypotheses)
        return hypotheses.error();
    plan.hypotheses = std::move(hypotheses).value();
    return {};
}

} // namespace

int searchesPerCell(const Plan& plan)
{
    return int(std::ranges::any_of(plan.variants, needsSearch)) + int(std::ranges::any_of(plan.variants, needsRandomSearch));
}

bool isPlanFile(const fs::path& given)
{
    return lowerAscii(given.extension().string()) == ".json" && !isFolder(given);
}

Error interruptedPlan(const Plan& plan)
{
    return {ErrorCode::Interrupted, isFolder(plan.folder) ? plan.folder.string() : std::string(), {}, "the same command"};
}

Result<Plan> readPlan(const fs::path& file, const fs::path& folder)
{
    const Result<nlohmann::ordered_json> json = parsePlan(file);
    if (!json)
        return json.error();
    Plan plan;
    plan.file = file;
    plan.folder = folder;
    if (std::error_code code; folder.empty() && std::filesystem::is_fifo(file, code))
        return Error{ErrorCode::MissingOption, "out", {}, {}};
    if (folder.empty()) {
        plan.folder = file.parent_path() / file.stem();
        if (!file.has_extension()) // the file itself has that name
            plan.folder += "-studies";
    }
    if (const fs::path taken = fileInTheWayOf(plan.folder); !taken.empty())
        return Error{ErrorCode::FileUnwritable, plan.folder.string(), taken.string() + " is a file", {}};
    if (const Status read = readMembers(*json, plan); !read)
        return inFile(read.error(), file.string());
    placeCells(plan);
    return plan;
}

} // namespace reweigh
