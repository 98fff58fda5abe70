// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigJson.h"
#include "core/config/MetaNetSpec.h"
#include "core/experiment/TrainingObjective.h"
#include "core/storage/MemoryStorage.h"
#include "core/storage/SqlStorage.h"
#include "widgets/trials/TrialRow.h"

#include <cmath>
#include <random>

namespace reweigh::test {

/// A study like one that this program's search has made, with facts, and reproducible by trial number: every seventh trial is
/// pruned, the 20th has failed, the last one is running.
struct TrialStudy {
    static ExperimentConfig config()
    {
        ExperimentConfig config;
        config.data.noiseRate = 0.3;
        config.data.valPerClass = 100;
        config.data.shuffleClasses = true;
        config.training.epochs = 12;
        config.training.augment = false;
        config.training.milestones = {4, 8};
        config.training.schedule = Schedule::Step;
        config.search.trials = 60;
        return config;
    }

    /// The inputs among which the trials draw.
    static const std::vector<std::string>& inputs()
    {
        static const std::vector<std::string> all = [] {
            std::vector<std::string> names = {"loss", "stem", "stage1", "stage2", "stage3", "penultimate", "logits", "softmax"};
            for (std::size_t i = 0; i < 8; ++i)
                names.push_back(names[i] + "+label");
            return names;
        }();
        return all;
    }

    static Proposal proposal(int number)
    {
        std::mt19937 random(unsigned(number) * 7919u + 1u);
        const auto below = [&](unsigned limit) { return int(random() % limit); };
        Proposal proposal;
        setInput(proposal.metaNet, inputs()[std::size_t(below(unsigned(inputs().size())))]);
        proposal.metaNet.hidden.clear();
        for (int layer = 1 + below(4); layer > 0; --layer)
            proposal.metaNet.hidden.push_back(8 << below(6));
        proposal.metaNet.activation = below(2) ? Activation::Tanh : Activation::Relu;
        proposal.metaLr = std::pow(10.0, -2.0 - 2.0 * double(below(1000)) / 1000.0);
        return proposal;
    }

    static double value(int number) { return 0.82 + 0.05 * std::sin(number * 1.7) * std::cos(number * 0.13); }

    static TrialFacts facts(int number)
    {
        ExperimentConfig used = config();
        const Proposal trained = proposal(number);
        used.training.metaNet = trained.metaNet;
        used.training.metaLr = trained.metaLr;
        used.training.trainSeed = TrainingObjective::trainSeed(0, number);
        TrialFacts facts{.architecture = trained.metaNet,
                         .metaLr = trained.metaLr,
                         .classifierParameters = 26650,
                         .training = settingsJson(used, FieldGroup::Training),
                         .device = "cpu (2 threads)",
                         .precision = "fp32"};
        facts.trainSeed = used.training.trainSeed;
        std::vector<int> widths = trained.metaNet.hidden;
        widths.insert(widths.begin(), 74);
        widths.push_back(1);
        for (std::size_t layer = 1; layer < widths.size(); ++layer)
            facts.parameters += long(widths[layer - 1] + 1) * widths[layer];
        const auto metric = [](double mean) { return MetricSummary{12, mean, 11, mean + 0.002, 3, mean}; };
        facts.metrics = {{"validation.accuracy", metric(value(number))},
                         {"test.accuracy", metric(value(number) - 0.01)},
                         {"detection.auroc", metric(0.9 - 0.001 * number)}};
        return facts;
    }

    static TrialUpdate trial(int number, int trials)
    {
        const bool failed = number % 60 == 19, pruned = number % 7 == 6, running = number == trials - 1;
        TrialUpdate update;
        const Proposal drawn = proposal(number);
        SearchOptions options = config().search;
        options.inputs = inputs();
        const auto space = searchSpace(options);
        const auto add = [&](const std::string& name, double inside) { update.parameters.push_back({name, space.at(name), inside}); };
        add("hidden_layers", double(drawn.metaNet.hidden.size()));
        const auto input = std::ranges::find(inputs(), inputName(drawn.metaNet));
        add("input", double(input - inputs().begin()));
        add("activation", drawn.metaNet.activation == Activation::Relu ? 0 : 1);
        add("meta_lr", drawn.metaLr);
        for (std::size_t layer = 0; layer < drawn.metaNet.hidden.size(); ++layer)
            update.parameters.push_back({"nodes_" + std::to_string(layer), IntDistribution{.low = 1, .high = 512, .log = true},
                                         double(drawn.metaNet.hidden[layer])});
        for (int epoch = 1; epoch <= (failed ? 0 : pruned ? 4 : running ? 5 : 12); ++epoch)
            update.intermediate.emplace_back(epoch, value(number) - 0.2 * std::exp(-0.5 * epoch));
        if (failed) {
            update.userAttributes[trialErrorKey] = toJson(Error{ErrorCode::OutOfMemory, "cpu", "std::bad_alloc", {}});
            update.end = TrialEnd{TrialState::Failed, std::nullopt};
        } else if (!running) {
            update.userAttributes = toAttributes(facts(number));
            update.end = pruned ? TrialEnd{TrialState::Pruned, std::nullopt} : TrialEnd{TrialState::Complete, value(number)};
        }
        return update;
    }

    static StudyFacts studyFacts()
    {
        StudyFacts facts;
        facts.config = toJson(config());
        facts.fingerprintCode = "7F3K-9Q2A";
        facts.fingerprint = {{"dataset", {{"classes", 10}, {"name", "fashion-mnist"}}}};
        facts.program = "0.1.0";
        facts.engine = "LibTorch 2.11.0";
        return facts;
    }

    /// Results of the searched network over three fresh seeds.
    static std::vector<VariantResult> retrained(int number)
    {
        VariantResult variant{.asked = {.name = "searched", .base = "searched"},
                              .weighted = true,
                              .metaNet = proposal(number).metaNet,
                              .metaLr = proposal(number).metaLr,
                              .parameters = facts(number).parameters};
        for (int seed = 1; seed <= 3; ++seed) {
            VariantRun run{
                .seed = seed, .dataSeed = std::uint64_t(seed), .trainSeed = std::uint64_t(seed), .fingerprintCode = "A", .seconds = 9.0};
            for (const char* name : {"validation.accuracy", "test.accuracy"})
                run.metrics[name] = MetricSummary{12, 0.86, 12, 0.86, 3, 0.86 + 0.002 * seed};
            variant.runs.push_back(run);
        }
        return {variant};
    }

    static void fill(StudyStorage& storage, int first, int last, int trials)
    {
        for (int number = first; number < last; ++number)
            if (!storage.createTrial(trial(number, trials)))
                qFatal("a trial was not stored");
    }

    /// Writes the study into a file, as another process would, and returns its path.
    static std::filesystem::path store(const std::filesystem::path& folder, int trials)
    {
        const std::filesystem::path file = folder / "study.db";
        auto storage = SqlStorage::create(file, "fashion-mnist", Direction::Maximize);
        if (!storage || !(*storage)->setAttributes({.user = toAttributes(studyFacts()), .system = {}}))
            qFatal("no study");
        fill(**storage, 0, trials, trials);
        return file;
    }

    static std::shared_ptr<StudySnapshot> snapshot(int trials)
    {
        MemoryStorage storage("fashion-mnist", Direction::Maximize);
        fill(storage, 0, trials, trials);
        auto study = std::make_shared<StudySnapshot>();
        study->file = "/somewhere/study.db";
        study->name = "fashion-mnist";
        study->facts = studyFacts();
        study->beingWritten = true;
        for (FrozenTrial& trial : *storage.trials())
            study->trials.push_back(std::make_shared<const StudyTrial>(std::move(trial)));
        return study;
    }

    /// A study like one that Optuna wrote: it has parameters and values, but no attributes of this program.
    static std::shared_ptr<StudySnapshot> foreign(int trials, bool late)
    {
        auto study = std::make_shared<StudySnapshot>();
        study->file = "/somewhere/optuna.db";
        study->name = "optuna";
        study->direction = Direction::Minimize;
        for (int number = 0; number < trials; ++number) {
            FrozenTrial trial{.number = number, .trialId = number + 1, .state = TrialState::Complete, .value = number * 0.5};
            trial.parameters.push_back({"x", FloatDistribution{}, number / 100.0});
            if (late && number > 3)
                trial.parameters.push_back({"kind", CategoricalDistribution{{"a", "b"}}, double(number % 2)});
            study->trials.push_back(std::make_shared<const StudyTrial>(std::move(trial)));
        }
        return study;
    }
};

} // namespace reweigh::test
