// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Classifiers.h"
#include "core/config/FieldBuilders.h"
#include "core/config/MetaNetSpec.h"
#include "core/config/Methods.h"
#include "core/config/OtherMethods.h"

#include <functional>
#include <iterator>
#include <span>

namespace reweigh {

using namespace fields;

namespace {

/// Input and label as one setting: "loss+stage3+label".
ConfigField inputField(ConfigField field)
{
    field.kind = FieldKind::Choice;
    for (const std::string& name : inputsWithLabel())
        field.choices.push_back({name});
    const ConfigField outline = field;
    field.set = [outline](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        const std::string name = value.is_string() ? value.get<std::string>() : value.dump();
        if (Status status = checkChoice(outline, name); !status)
            return status;
        setInput(config.training.metaNet, name);
        return {};
    };
    field.get = [](const ExperimentConfig& config) { return nlohmann::json(inputName(config.training.metaNet)); };
    return field;
}

/// Reads the values of version 0.1's enumeration: "ce" was plain cross entropy, "mwnet" Meta-Weight-Net on cross entropy.
ConfigField earlierMethod()
{
    ConfigField field{.key = "method",
                      .group = FieldGroup::Training,
                      .kind = FieldKind::Choice,
                      .choices = {{"ce"}, {"mwnet"}},
                      .searchSets = std::vector<std::string>{}};
    const ConfigField outline = field;
    field.set = [outline](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        const std::string name = value.is_string() ? value.get<std::string>() : value.dump();
        if (Status status = checkChoice(outline, name); !status)
            return status;
        config.training.loss = "ce";
        config.training.weighting = name == "ce" ? "none" : name;
        return {};
    };
    field.get = [](const ExperimentConfig& config) { return nlohmann::json(methodName(config.training)); };
    return field;
}

/// The rows of losses or weightings as choices.
struct Row {
    std::string name;
    const char* title = "";
    const char* help = "";
    std::vector<OwnSetting> settings;
};

std::vector<Row> rowsOf(std::span<const MethodRow> methods)
{
    std::vector<Row> rows;
    for (const MethodRow& method : methods)
        rows.push_back({method.key, method.title, method.help, method.settings});
    return rows;
}

/// Refuses the name of a method that is here under another name, or is left out, with the sentence that says so.
ConfigField knowingOthers(ConfigField field)
{
    field.set = [set = field.set, key = field.key](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (value.is_string())
            if (const OtherMethod* other = otherMethod(value.get<std::string>()))
                return Error{ErrorCode::MethodElsewhere, key, value.get<std::string>(), other->why};
        return set(config, value);
    };
    return field;
}

/// The condition that the setting `key` is one of `rows` whose row `fits`, a fact of it or a function.
template <typename Fits> Need methodWith(const char* key, std::span<const MethodRow> rows, Fits fits)
{
    Need need{key, {}};
    for (const MethodRow& row : rows)
        if (std::invoke(fits, row))
            need.values.emplace_back(row.key);
    return need;
}

template <typename Fits> Need weightingWith(Fits fits)
{
    return methodWith("weighting", weightingRows(), fits);
}

/// The condition that MW-Net sees anything but the label.
Need moreThanLabel()
{
    Need need{"input", inputsWithLabel()};
    std::erase(need.values, "label");
    return need;
}

} // namespace

std::vector<ConfigField> earlierTrainFields()
{
    return {earlierMethod()};
}

std::vector<ConfigField> trainFields()
{
    constexpr double huge = 1e9;
    const Need net = weightingWith(&MethodRow::hasNet), meta = weightingWith(&MethodRow::needsMetaSet);
    const Need unequalSums = weightingWith([](const MethodRow& row) { return row.weighs && !row.sumsToBatch; });
    const Need steps{"schedule", {nameOf(Schedule::Step)}};
    Need counting = methodWith("loss", lossRows(), usesClassCounts);
    counting.alternatives = {weightingWith(usesClassCounts)};
    std::vector<ConfigField> list = {
        text(
            {.key = "model",
             .label = QT_TRANSLATE_NOOP("Settings", "Classifier"),
             .help = QT_TRANSLATE_NOOP("Settings", "The network that learns from the weighted samples."),
             .choices = choicesFrom(classifierRows())},
            [](auto& c) -> auto& { return c.training.model; }),
        knowingOthers(text(
            {.key = "loss",
             .label = QT_TRANSLATE_NOOP("Settings", "Loss"),
             .help = QT_TRANSLATE_NOOP("Settings", "Loss of a training sample. Evaluation and the meta set always use cross entropy."),
             .choices = choicesFrom(rowsOf(lossRows()))},
            [](auto& c) -> auto& { return c.training.loss; })),
        knowingOthers(text(
            {.key = "weighting",
             .label = QT_TRANSLATE_NOOP("Settings", "Weighting"),
             .help = QT_TRANSLATE_NOOP("Settings", "What weighs the samples of a batch. A search always uses Meta-Weight-Net."),
             .choices = choicesFrom(rowsOf(weightingRows())),
             .searchSets = std::vector<std::string>{}},
            [](auto& c) -> auto& { return c.training.weighting; })),
        choice(
            {.key = "class-counts",
             .label = QT_TRANSLATE_NOOP("Settings", "Class counts"),
             .help = QT_TRANSLATE_NOOP("Settings", "The labels by which loss and weighting count the samples of a class. True ones are an "
                                                   "upper line that no user could have: for experiments."),
             .needs = {counting}},
            [](auto& c) -> auto& { return c.training.classCounts; }),
        inputField({.key = "input",
                    .aliases = {"tap"}, // as the versions before called it
                    .label = QT_TRANSLATE_NOOP("Settings", "MW-Net's input"),
                    .help = QT_TRANSLATE_NOOP(
                        "Settings", "What MW-Net sees of a sample: its loss, its features from a layer, its observed label (one-hot), or "
                                    "several of these. Feature maps are averaged over their pixels."),
                    .needs = {net},
                    .searchSets = std::vector<std::string>{"search-inputs"}}),
        flag(
            {.key = "standardise-input",
             .label = QT_TRANSLATE_NOOP("Settings", "Standardised input"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Loss and features, but not the label, are shifted by their running mean and divided by their running "
                             "standard deviation. As they are, those of one layer may be far larger than another's."),
             .needs = {net, moreThanLabel()},
             .searchSets = std::vector<std::string>{"search-standardise"}},
            [](auto& c) -> auto& { return c.training.metaNet.standardised; }),
        integers(
            {.key = "hidden",
             .label = QT_TRANSLATE_NOOP("Settings", "Hidden layers"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Nodes of each of MW-Net's hidden layers, for example 128, 64. Empty: the input goes straight to the weight."),
             .range = {.low = 1, .high = 65536, .fewest = 0, .most = 64},
             .needs = {net},
             .searchSets = std::vector<std::string>{"min-layers", "max-layers", "min-nodes", "max-nodes"}},
            [](auto& c) -> auto& { return c.training.metaNet.hidden; }),
        choice(
            {.key = "activation",
             .label = QT_TRANSLATE_NOOP("Settings", "Activation"),
             .help = QT_TRANSLATE_NOOP("Settings", "Activation of MW-Net's hidden layers."),
             .needs = {net},
             .searchSets = std::vector<std::string>{"search-activations"}},
            [](auto& c) -> auto& { return c.training.metaNet.activation; }),
        flag(
            {.key = "normalise-weights",
             .label = QT_TRANSLATE_NOOP("Settings", "Normalised weights"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Weights are divided by their sum over the batch, as in the code of Shu et al. 2019 for imbalance."),
             .needs = {unequalSums}},
            [](auto& c) -> auto& { return c.training.metaNet.normalised; }),
        numeric(
            {.key = "epochs",
             .label = QT_TRANSLATE_NOOP("Settings", "Epochs"),
             .help = QT_TRANSLATE_NOOP("Settings", "Passes over the training images in each training."),
             .range = {.low = 1, .high = 1e6}},
            [](auto& c) -> auto& { return c.training.epochs; }),
        numeric(
            {.key = "batch-size",
             .label = QT_TRANSLATE_NOOP("Settings", "Batch size"),
             .help = QT_TRANSLATE_NOOP("Settings", "Training images per step."),
             .range = {.low = 2, .high = 65536}},
            [](auto& c) -> auto& { return c.training.batchSize; }),
        choice(
            {.key = "last-batch",
             .label = QT_TRANSLATE_NOOP("Settings", "Last batch of an epoch"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "What becomes of images that are left over where the batch size does not divide their number. "
                                       "As large as the others: an epoch's batches differ by one image at most. What is left: "
                                       "the last batch may be tiny, which disturbs batch norm, at another size of the training set "
                                       "in another way."),
             .before = nameOf(LastBatch::Rest)},
            [](auto& c) -> auto& { return c.training.lastBatch; }),
        numeric(
            {.key = "meta-batch-size",
             .label = QT_TRANSLATE_NOOP("Settings", "Meta batch size"),
             .help = QT_TRANSLATE_NOOP("Settings", "Meta images per step."),
             .range = {.low = 2, .high = 65536},
             .needs = {meta}},
            [](auto& c) -> auto& { return c.training.metaBatchSize; }),
        numeric(
            {.key = "pseudo-warm-up",
             .label = QT_TRANSLATE_NOOP("Settings", "Share of the run before the pseudo meta set"),
             .help =
                 QT_TRANSLATE_NOOP("Settings", "Until then cross entropy trains with weights of 1, for at least one epoch and for all but "
                                               "one at most; then the images of lowest loss are chosen."),
             .range = {.low = 0, .high = 1},
             .needs = {{"meta", {nameOf(MetaSource::Pseudo)}}, meta}},
            [](auto& c) -> auto& { return c.training.pseudoWarmUp; }),
        numeric(
            {.key = "lr",
             .label = QT_TRANSLATE_NOOP("Settings", "Learning rate"),
             .help = QT_TRANSLATE_NOOP("Settings", "Learning rate of the classifier's SGD at the start of the schedule."),
             .range = {.low = 0, .high = huge, .openLow = true}},
            [](auto& c) -> auto& { return c.training.lr; }),
        numeric(
            {.key = "momentum",
             .label = QT_TRANSLATE_NOOP("Settings", "Momentum"),
             .help = QT_TRANSLATE_NOOP("Settings", "Of the classifier's SGD."),
             .range = {.low = 0, .high = 1}},
            [](auto& c) -> auto& { return c.training.momentum; }),
        flag(
            {.key = "nesterov",
             .label = QT_TRANSLATE_NOOP("Settings", "Nesterov momentum"),
             .help = QT_TRANSLATE_NOOP("Settings", "Momentum that looks one step ahead.")},
            [](auto& c) -> auto& { return c.training.nesterov; }),
        numeric(
            {.key = "weight-decay",
             .label = QT_TRANSLATE_NOOP("Settings", "Weight decay"),
             .help = QT_TRANSLATE_NOOP("Settings", "Of the classifier's SGD."),
             .range = {.low = 0, .high = 1}},
            [](auto& c) -> auto& { return c.training.weightDecay; }),
        choice(
            {.key = "schedule",
             .label = QT_TRANSLATE_NOOP("Settings", "Schedule"),
             .help = QT_TRANSLATE_NOOP("Settings", "How the learning rate falls over the epochs.")},
            [](auto& c) -> auto& { return c.training.schedule; }),
        integers(
            {.key = "milestones",
             .label = QT_TRANSLATE_NOOP("Settings", "Milestones"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Epochs at which a step schedule multiplies the learning rate by the decay, for example 80, 100."),
             .range = {.low = 1, .high = 1e6, .fewest = 0, .most = 64},
             .needs = {steps}},
            [](auto& c) -> auto& { return c.training.milestones; }),
        numeric(
            {.key = "lr-decay",
             .label = QT_TRANSLATE_NOOP("Settings", "Decay at a milestone"),
             .help = QT_TRANSLATE_NOOP("Settings", "The factor of a step schedule."),
             .range = {.low = 0, .high = 1, .openLow = true},
             .needs = {steps}},
            [](auto& c) -> auto& { return c.training.lrDecay; }),
        numeric(
            {.key = "meta-lr",
             .label = QT_TRANSLATE_NOOP("Settings", "Meta learning rate"),
             .help = QT_TRANSLATE_NOOP("Settings", "MW-Net's learning rate. A search draws its own for each trial."),
             .range = {.low = 0, .high = huge, .openLow = true},
             .needs = {net},
             .searchSets = std::vector<std::string>{"min-meta-lr", "max-meta-lr"}},
            [](auto& c) -> auto& { return c.training.metaLr; }),
        choice(
            {.key = "meta-optimizer",
             .label = QT_TRANSLATE_NOOP("Settings", "Meta optimiser"),
             .help = QT_TRANSLATE_NOOP("Settings", "MW-Net's optimiser."),
             .needs = {net}},
            [](auto& c) -> auto& { return c.training.metaOptimizer; }),
        numeric(
            {.key = "meta-weight-decay",
             .label = QT_TRANSLATE_NOOP("Settings", "Meta weight decay"),
             .help = QT_TRANSLATE_NOOP("Settings", "Weight decay of MW-Net's optimiser."),
             .range = {.low = 0, .high = 1},
             .needs = {net}},
            [](auto& c) -> auto& { return c.training.metaWeightDecay; }),
        choice(
            {.key = "virtual-step",
             .label = QT_TRANSLATE_NOOP("Settings", "Virtual step moves"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Which of the classifier's parameters the virtual step updates. All: the exact meta gradient. "
                                       "Fewer: the meta gradient of a classifier whose other parameters are fixed, at less cost."),
             .needs = {meta}},
            [](auto& c) -> auto& { return c.training.virtualStep; }),
        numeric(
            {.key = "meta-interval",
             .label = QT_TRANSLATE_NOOP("Settings", "Meta step every"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "One meta step in this many steps; MW-Net is not updated in between. 1: in every step, the exact method."),
             .range = {.low = 1, .high = 1e6},
             .needs = {net}},
            [](auto& c) -> auto& { return c.training.metaInterval; }),
        flag(
            {.key = "lagged-weights",
             .label = QT_TRANSLATE_NOOP("Settings", "Lagged weights"),
             .help = QT_TRANSLATE_NOOP("Settings", "Samples are weighed by MW-Net as it was before the step's meta step, which saves a "
                                                   "backward pass. Off: the exact method."),
             .needs = {net, {"virtual-step", namesBut(VirtualStep::Head)}}},
            [](auto& c) -> auto& { return c.training.laggedWeights; }),
        flag(
            {.key = "augment",
             .label = QT_TRANSLATE_NOOP("Settings", "Augmentation"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Random crops with a border of four pixels, and horizontal flips, except of digits (MNIST).")},
            [](auto& c) -> auto& { return c.training.augment; }),
        flag(
            {.key = "test-every-epoch",
             .label = QT_TRANSLATE_NOOP("Settings", "Test after every epoch"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Whether the test images are evaluated after every epoch. Off: only after the last ones, whose mean "
                             "counts; training is the same and takes less time, and there are no test figures of earlier epochs.")},
            [](auto& c) -> auto& { return c.training.testEveryEpoch; }),
        numeric(
            {.key = "train-seed",
             .label = QT_TRANSLATE_NOOP("Settings", "Training seed"),
             .help = QT_TRANSLATE_NOOP("Settings", "Seed of initial weights, batch order and augmentation."),
             .range = {.low = 0, .high = largestInteger}},
            [](auto& c) -> auto& { return c.training.trainSeed; }),
        text(
            {.key = "device",
             .label = QT_TRANSLATE_NOOP("Settings", "Device"),
             .help = QT_TRANSLATE_NOOP("Settings", "auto, cpu, or a GPU by number such as cuda:0."),
             .identity = false},
            [](auto& c) -> auto& { return c.training.device; }),
        choice(
            {.key = "precision",
             .label = QT_TRANSLATE_NOOP("Settings", "Precision"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Precision of the forward and backward passes; parameters are kept in fp32, with fp64 in fp64.")},
            [](auto& c) -> auto& { return c.training.precision; }),
        numeric(
            {.key = "threads",
             .label = QT_TRANSLATE_NOOP("Settings", "Threads"),
             .help = QT_TRANSLATE_NOOP("Settings", "CPU threads of one training. 0: one per core, shared by the trials that run at once."),
             .range = {.low = 0, .high = 1024},
             .identity = false},
            [](auto& c) -> auto& { return c.training.threads; }),
    };
    std::vector<ConfigField> numbers; // own settings of losses and weightings
    const auto values = [](auto& c) -> auto&
    {
        return c.training.methodSettings;
    };
    addOwn(numbers, "loss", rowsOf(lossRows()), {}, values);
    addOwn(numbers, "weighting", rowsOf(weightingRows()), {}, values);
    const auto after = std::ranges::find(list, "weighting", &ConfigField::key) + 1;
    list.insert(after, std::make_move_iterator(numbers.begin()), std::make_move_iterator(numbers.end()));
    return list;
}

} // namespace reweigh
