// SPDX-License-Identifier: GPL-3.0-or-later
// Files of settings, taken as a command takes them, and as a study stored them.
#include "core/config/ConfigJson.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    nlohmann::json earlier = nlohmann::json::object();
    for (const ConfigField& field : earlierFields())
        earlier[field.key] = field.get ? field.get(ExperimentConfig()) : nlohmann::json();
    return {toJson(ExperimentConfig()).dump(), R"({"preset": "demo", "noise-rate": 0.4, "hidden": [64, 16], "input": "stage2+label"})",
            R"({"dataset": "folder", "data-dir": "/a/b", "labels": "x.csv", "epochs": 3, "lr": 1e-2, "search-inputs": ["loss", "logits"]})",
            earlier.dump()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    const std::filesystem::path file = folder.write("config.json", std::string_view(reinterpret_cast<const char*>(data), size));
    const Result<nlohmann::json> settings = readSettings(file);
    if (!expectSentence(settings))
        return 0;
    ExperimentConfig stored;
    expectSentence(applyStored(stored, *settings));
    const auto config = layeredConfig({}, {[&](ExperimentConfig& into) { return applyJson(into, *settings); }});
    if (!expectSentence(config) || !expectSentence(validate(*config)))
        return 0;
    expectTrue(!commandText("search", *config).empty(), "a command");
    ExperimentConfig again;
    const nlohmann::json written = toJson(*config);
    if (expectSentence(applyJson(again, written)))
        expectTrue(toJson(again) == written, "settings that are written are read again");
    return 0;
}
