// SPDX-License-Identifier: GPL-3.0-or-later
// Journals of Optuna's: one operation a line, JSON as Python writes it.
#include "core/storage/JournalStorage.h"
#include "core/storage/StudyFile.h"
#include "core/study/Feasibility.h"
#include "core/study/ParetoFront.h"
#include "tests/fuzz/FuzzTarget.h"

#include <cmath>

using namespace reweigh;
using namespace reweigh::test;

namespace {

void useStudy(const FileStudy& study)
{
    expectSentence(study.attributes());
    const auto count = study.trialCount();
    const auto trials = study.trials();
    if (!expectSentence(count) || !expectSentence(trials))
        return;
    expectTrue(*count == std::int64_t(trials->size()), "as many trials as there are");
    const TrialRefs refs = trialRefs(*trials);
    const std::vector<Direction> directions = study.directions();
    if (const FrozenTrial* best = bestTrial(refs, study.direction()))
        expectTrue(isFeasible(*best) && !std::isnan(*best->value), "the best trial has a value and violates nothing");
    paretoFront(refs, directions);
    for (const FrozenTrial& trial : *trials) {
        expectTrue(directions.size() > 1 ? !trial.value : trial.objectives.empty(), "one value, or one for each of several objectives");
        for (const Parameter& parameter : trial.parameters)
            externalValue(parameter.distribution, parameter.value);
    }
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::string study = R"({"op_code": 0, "worker_id": "w", "study_name": "s", "directions": [2]})"
                              "\n";
    const std::string trial = R"({"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2026-11-28T20:30:44.416146+00:00"})"
                              "\n";
    const std::string range = R"("{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, \"low\": 0, \"high\": Infinity}}")";
    const std::string choices = R"("{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"a\", NaN, [1]]}}")";
    const std::string work =
        R"({"op_code": 5, "worker_id": "w", "trial_id": 0, "param_name": "x", "param_value_internal": 0.5, "distribution": )" + range
        + "}\n"
          R"({"op_code": 5, "worker_id": "w", "trial_id": 0, "param_name": "c", "param_value_internal": 1, "distribution": )"
        + choices
        + "}\n"
          R"({"op_code": 7, "worker_id": "w", "trial_id": 0, "step": 3, "intermediate_value": NaN})"
          "\n"
          R"({"op_code": 8, "worker_id": "w", "trial_id": 0, "user_attr": {"note": "\ud800"}})"
          "\n"
          R"({"op_code": 9, "worker_id": "w", "trial_id": 0, "system_attr": {"constraints": [0.5, -1]}})"
          "\n"
          R"({"op_code": 6, "worker_id": "w", "trial_id": 0, "state": 1, "values": [-Infinity], "datetime_complete": "2026-11-28T21:30:44"})"
          "\n";
    const std::string whole =
        R"({"op_code": 4, "worker_id": "w", "study_id": 1, "state": 1, "value": null, "values": [1, 2], "user_attrs": {}, "system_attrs": {},)"
        R"( "params": {"x": 1}, "distributions": {"x": )"
        + range
        + R"(}, "intermediate_values": {"-5": 1}, "datetime_start": "2026-11-28T20:30:44", "datetime_complete": "2026-11-28T20:30:45"})"
          "\n";
    const std::string two = R"({"op_code": 0, "worker_id": "w", "study_name": "two", "directions": [1, 2]})"
                            "\n";
    const std::string rest = R"({"op_code": 2, "worker_id": "w", "study_id": 1, "user_attr": {"a": 1}})"
                             "\n"
                             R"({"op_code": 3, "worker_id": "w", "study_id": 1, "system_attr": {"study:metric_names": ["a", "b"]}})"
                             "\n"
                             R"({"op_code": 1, "worker_id": "w", "study_id": 0})"
                             "\n"
                             R"({"op_code": 10, "worker_id": "w", "trial_ids": [0]})"
                             "\n";
    return {study + trial + work, study + two + trial + whole + work, study + two + trial + whole + rest, study + study + whole,
            study
                + R"({"op_code": 11})"
                  "\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    constexpr std::size_t mostStudies = 4;
    const std::filesystem::path file = folder.write("journal.log", {reinterpret_cast<const char*>(data), size});
    const auto names = studyNames(file);
    if (!expectSentence(names))
        return 0;
    expectSentence(openForReading(file));
    for (std::size_t i = 0; i < std::min(names->size(), mostStudies); ++i)
        if (const auto study = openForReading(file, (*names)[i]); expectSentence(study))
            useStudy(**study);
    return 0;
}
