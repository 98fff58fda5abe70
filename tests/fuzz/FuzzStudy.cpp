// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzStudy.h"

#include "core/experiment/VariantResult.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/EnqueuedParams.h"
#include "core/study/RelativeParams.h"

#include <QCoreApplication>

#include <fstream>
#include <iterator>

namespace reweigh::test {
namespace {

namespace fs = std::filesystem;

void startQt()
{
    static int count = 1;
    static char name[] = "fuzz";
    static char* names[] = {name, nullptr};
    static const QCoreApplication app(count, names);                                     // loads the SQL driver
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}); // it warns of each refused statement
}

std::string makeStudy()
{
    const FuzzFolder folder;
    const fs::path file = folder.path() / "study.db";
    {
        const auto made = SqlStorage::create(file, "study", Direction::Maximize);
        expectTrue(made.ok(), "a new study");
        SqlStorage& study = **made;
        const StudyFacts facts{.config = {{"dataset", "synthetic"}, {"epochs", 4}},
                               .fingerprintCode = "7F3K-9Q2A",
                               .fingerprint = {{"version", 2}},
                               .space = {{"x", FloatDistribution{}}},
                               .program = "0.2.0",
                               .engine = "LibTorch 2.11.0"};
        expectSentence(study.setAttributes({.user = toAttributes(facts), .system = {{"s", 1}}}));
        TrialFacts trial;
        trial.architecture = {.input = "stage2", .hidden = {32, 8}};
        trial.metrics = {
            {"validation.accuracy", {.lastEpoch = 3, .last = 0.8, .bestEpoch = 2, .best = 0.9, .meanEpochs = 2, .meanOfLast = 0.8}}};
        TrialUpdate update{.parameters = {{"x", FloatDistribution{}, 0.25},
                                          {"n", IntDistribution{.low = 1, .high = 64, .log = true}, 8.0},
                                          {"c", CategoricalDistribution{{"loss", 2, nullptr}}, 1.0}},
                           .intermediate = {{1, 0.5}, {2, 0.75}},
                           .userAttributes = toAttributes(trial),
                           .systemAttributes = {{fixedParamsKey, {{"x", 0.5}}}}};
        for (const TrialState state : {TrialState::Complete, TrialState::Pruned, TrialState::Failed, TrialState::Running}) {
            if (state != TrialState::Running)
                update.end = TrialEnd{.state = state, .value = state == TrialState::Failed ? std::nullopt : std::optional(0.8)};
            else
                update.end.reset();
            expectTrue(study.createTrial(update).ok(), "a new trial");
        }
    }
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    bytes[18] = bytes[19] = 1; // the file's own word for "no write-ahead log": bytes alone are the whole study
    return bytes;
}

void readStudy(const SqlStorage& study)
{
    expectSentence(study.version());
    expectSentence(study.trialCount());
    if (const auto attributes = study.attributes(); expectSentence(attributes)) {
        expectSentence(studyFacts(*attributes));
        expectSentence(storedVariants(attributes->user));
    }
    const Result<std::vector<FrozenTrial>> trials = study.trials();
    if (!expectSentence(trials))
        return;
    bestTrials(trialRefs(*trials), study.direction(), 3);
    for (const FrozenTrial& trial : *trials) {
        expectSentence(trialFacts(trial));
        outsideSpaceText(trial);
        for (const Parameter& parameter : trial.parameters)
            if (contains(parameter.distribution, parameter.value))
                externalValue(parameter.distribution, parameter.value);
    }
}

} // namespace

const std::string& studyBytes()
{
    startQt();
    static const std::string bytes = makeStudy();
    return bytes;
}

fs::path writeStudy(const FuzzFolder& folder, std::string_view bytes)
{
    folder.clear();
    return folder.write("study.db", bytes);
}

void useStudy(const fs::path& file, std::size_t way)
{
    if (const auto study = SqlStorage::open(file, StorageMode::Read, {}, {.largeAsText = way % 2 == 0}); expectSentence(study))
        readStudy(**study);
    else
        return;
    if (way % 4 != 0)
        return;
    const auto study = SqlStorage::open(file, StorageMode::Write);
    if (!expectSentence(study))
        return;
    const TrialUpdate first{.parameters = {{"x", FloatDistribution{}, 0.5}}, .userAttributes = {{"a", 1}}};
    const Result<FrozenTrial> trial = (*study)->createTrial(first);
    if (expectSentence(trial))
        expectSentence((*study)->updateTrial(trial->trialId, {.end = TrialEnd{.state = TrialState::Complete, .value = 0.5}}));
}

} // namespace reweigh::test
