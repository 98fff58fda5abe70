// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/CellOrigin.h"

#include "core/base/PathText.h"
#include "core/experiment/RunFacts.h"
#include "core/storage/SqlStorage.h"

namespace reweigh {
namespace {

std::string textAt(const nlohmann::json& json, const char* pointer)
{
    const nlohmann::json::json_pointer place(pointer);
    return json.is_object() && json.contains(place) && json.at(place).is_string() ? json.at(place).get<std::string>() : std::string();
}

void addProgram(CellOrigin& origin, const std::string& program, const std::string& engine)
{
    if (!program.empty())
        origin.programs.insert("Reweigh " + program + (engine.empty() ? "" : ", " + engine));
}

void addRun(CellOrigin& origin, const nlohmann::json& run)
{
    addProgram(origin, textAt(run, "/versions/reweigh"), textAt(run, "/versions/library"));
    std::string device = textAt(run, "/device/name");
    if (device.empty())
        return;
    if (const int threads = threadsOf(run); threads > 0)
        device += ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
    if (const std::string cpu = textAt(run, "/device/cpu"); !cpu.empty())
        device += ", " + cpu;
    origin.devices.insert(device);
}

Status addStudy(CellOrigin& origin, const std::filesystem::path& file)
{
    const auto storage = SqlStorage::open(file, StorageMode::Read);
    if (!storage)
        return storage.error();
    const Result<StudyAttributes> attributes = (*storage)->attributes();
    if (!attributes)
        return attributes.error();
    const Result<StudyFacts> facts = studyFacts(*attributes, file);
    if (!facts)
        return facts.error();
    addProgram(origin, facts->program, facts->engine);
    origin.changes = changesFromFingerprint(facts->fingerprint);
    return {};
}

} // namespace

Result<std::vector<CellOrigin>> readOrigins(const PlanState& state)
{
    std::vector<CellOrigin> origins;
    for (const CellState& cell : state.cells) {
        CellOrigin origin;
        const StudyFolder folder = StudyFolder::of(cell.cell->config);
        if (cell.begun)
            if (const Status added = addStudy(origin, folder.file()); !added)
                return added.error();
        for (const PlanVariant& variant : cell.variants)
            if (variant.sameAs.empty())
                for (const VariantRun& run : variant.result.runs)
                    addRun(origin, readRunJson(folder.folder() / pathFromText(run.runDir)));
        origins.push_back(std::move(origin));
    }
    return origins;
}

} // namespace reweigh
