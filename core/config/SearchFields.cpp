// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/FieldBuilders.h"
#include "core/config/MetaNetSpec.h"
#include "core/search/SamplerFactory.h"
#include "core/study/PrunerFactory.h"

#include <iterator>

namespace reweigh {

using namespace fields;

namespace {

/// The upper end of a searched range, which must be at least its lower end, the setting `low`.
template <typename Access> ConfigField high(ConfigField field, Access access, const char* low)
{
    field.boundBy = low;
    field.within = [range = field.range, low](const ExperimentConfig& config) {
        const nlohmann::json least = findField(low)->get(config);
        Range left = range;
        left.low = least.get<double>();
        left.openLow = false;
        return left;
    };
    return numeric(std::move(field), access);
}

} // namespace

std::vector<ConfigField> searchFields()
{
    std::vector<Choice> inputs;
    for (const std::string& name : inputsWithLabel())
        inputs.push_back({name});
    const auto same = [](const auto& entry) { return entry; };
    const Range objective{.low = 1, .high = 1e6};

    std::vector<ConfigField> list = {
        numeric(
            {.key = "trials",
             .label = QT_TRANSLATE_NOOP("Settings", "Trials"),
             .help = QT_TRANSLATE_NOOP("Settings", "How many architectures are tried in all. May be changed while the study runs."),
             .range = {.low = 1, .high = 1e6},
             .identity = false},
            [](auto& c) -> auto& { return c.search.trials; }),
        text(
            {.key = "sampler",
             .label = QT_TRANSLATE_NOOP("Settings", "Sampler"),
             .help = QT_TRANSLATE_NOOP("Settings", "What proposes the next architecture."),
             .choices = choicesFrom(samplerRows())},
            [](auto& c) -> auto& { return c.search.sampler; }),
    };
    const auto values = [](auto& c) -> auto&
    {
        return c.search.ownSettings;
    };
    addOwn(list, "sampler", samplerRows(), {}, values);
    list.push_back(text(
        {.key = "pruner",
         .label = QT_TRANSLATE_NOOP("Settings", "Pruner"),
         .help = QT_TRANSLATE_NOOP("Settings", "What ends hopeless trials early."),
         .choices = choicesFrom(prunerRows()),
         .identity = false},
        [](auto& c) -> auto& { return c.search.pruner; }));
    addOwn(list, "pruner", prunerRows(), {.identity = false}, values);
    std::vector<ConfigField> rest = {
        numeric(
            {.key = "search-seed",
             .label = QT_TRANSLATE_NOOP("Settings", "Search seed"),
             .help = QT_TRANSLATE_NOOP("Settings", "The sampler's seed."),
             .range = {.low = 0, .high = 4294967295.0}},
            [](auto& c) -> auto& { return c.search.searchSeed; }),
        numeric(
            {.key = "search-lag",
             .label = QT_TRANSLATE_NOOP("Settings", "Search lag"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Trial n knows only of trials up to n - N, however many have finished: the same study for any number "
                             "of workers up to N; without a number of threads, each trial has an N-th of the cores. 0: each trial "
                             "knows of all that have finished when it begins."),
             .range = {.low = 0, .high = 1000}},
            [](auto& c) -> auto& { return c.search.lag; }),
        numeric(
            {.key = "min-layers",
             .label = QT_TRANSLATE_NOOP("Settings", "Fewest hidden layers"),
             .help = QT_TRANSLATE_NOOP("Settings", "The shallowest MW-Net that is tried. 0: the input goes straight to the weight."),
             .range = {.low = 0, .high = 16}},
            [](auto& c) -> auto& { return c.search.layersLow; }),
        high(
            {.key = "max-layers",
             .label = QT_TRANSLATE_NOOP("Settings", "Most hidden layers"),
             .help = QT_TRANSLATE_NOOP("Settings", "The deepest MW-Net that is tried."),
             .range = {.low = 0, .high = 16}},
            [](auto& c) -> auto& { return c.search.layersHigh; }, "min-layers"),
        numeric(
            {.key = "min-nodes",
             .label = QT_TRANSLATE_NOOP("Settings", "Fewest nodes per layer"),
             .help = QT_TRANSLATE_NOOP("Settings", "The narrowest layer that is tried; the scale is logarithmic."),
             .range = {.low = 1, .high = 65536}},
            [](auto& c) -> auto& { return c.search.nodesLow; }),
        high(
            {.key = "max-nodes",
             .label = QT_TRANSLATE_NOOP("Settings", "Most nodes per layer"),
             .help = QT_TRANSLATE_NOOP("Settings", "The widest layer that is tried."),
             .range = {.low = 1, .high = 65536}},
            [](auto& c) -> auto& { return c.search.nodesHigh; }, "min-nodes"),
        several(
            {.key = "search-inputs",
             .aliases = {"search-taps"}, // as the versions before called it
             .label = QT_TRANSLATE_NOOP("Settings", "Input"),
             .help = QT_TRANSLATE_NOOP("Settings", "Which inputs of MW-Net are tried."),
             .choices = inputs,
             .before = nlohmann::json::array(
                 {"loss", "loss+label", "stage1+label", "stage2+label", "stage3+label", "logits+label", "softmax+label"})},
            [](auto& c) -> auto& { return c.search.inputs; }, same, same),
        several(
            {.key = "search-standardise",
             .label = QT_TRANSLATE_NOOP("Settings", "Standardised input"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Whether loss and features are standardised before MW-Net sees them. Both: each trial draws which."),
             .choices = choicesOf<Standardise>(),
             .before = nlohmann::json::array({"no"})},
            [](auto& c) -> auto& { return c.search.standardisations; },
            [](const std::string& name) { return *fromName<Standardise>(name); }, [](Standardise value) { return nameOf(value); }),
        several(
            {.key = "search-activations",
             .label = QT_TRANSLATE_NOOP("Settings", "Activations"),
             .help = QT_TRANSLATE_NOOP("Settings", "Which activations are tried."),
             .choices = choicesOf<Activation>()},
            [](auto& c) -> auto& { return c.search.activations; }, [](const std::string& name) { return *fromName<Activation>(name); },
            [](Activation value) { return nameOf(value); }),
        numeric(
            {.key = "min-meta-lr",
             .label = QT_TRANSLATE_NOOP("Settings", "Lowest meta learning rate"),
             .help = QT_TRANSLATE_NOOP("Settings", "The scale is logarithmic."),
             .range = {.low = 0, .high = 1e3, .openLow = true}},
            [](auto& c) -> auto& { return c.search.metaLrLow; }),
        high(
            {.key = "max-meta-lr",
             .label = QT_TRANSLATE_NOOP("Settings", "Highest meta learning rate"),
             .help = QT_TRANSLATE_NOOP("Settings", "The scale is logarithmic."),
             .range = {.low = 0, .high = 1e3, .openLow = true}},
            [](auto& c) -> auto& { return c.search.metaLrHigh; }, "min-meta-lr"),
        numeric(
            {.key = "objective-epochs",
             .label = QT_TRANSLATE_NOOP("Settings", "Objective over last epochs"),
             .help =
                 QT_TRANSLATE_NOOP("Settings", "A trial's value is its mean accuracy on the validation set over this many last epochs."),
             .range = objective,
             .within =
                 [objective](const ExperimentConfig& config) {
                     Range left = objective;
                     left.high = config.training.epochs;
                     return left;
                 },
             .boundBy = "epochs"},
            [](auto& c) -> auto& { return c.search.objectiveEpochs; }),
        numeric(
            {.key = "retries",
             .label = QT_TRANSLATE_NOOP("Settings", "Retries when out of memory"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "How many times a trial that runs out of memory is tried again, each time with half the batch size."),
             .range = {.low = 0, .high = 16},
             .identity = false},
            [](auto& c) -> auto& { return c.search.retries; }),
        numeric(
            {.key = "variant-seeds",
             .aliases = {"arm-seeds"}, // as the versions before called it
             .label = QT_TRANSLATE_NOOP("Settings", "Seeds per compared variant"),
             .help = QT_TRANSLATE_NOOP("Settings", "Number of fresh seeds with which every compared variant is trained."),
             .range = {.low = 1, .high = 1000},
             .identity = false},
            [](auto& c) -> auto& { return c.search.variantSeeds; }),
        text(
            {.key = "study",
             .label = QT_TRANSLATE_NOOP("Settings", "Study file"),
             .help = QT_TRANSLATE_NOOP("Settings", "Empty: study.db in the study folder."),
             .identity = false},
            [](auto& c) -> auto& { return c.search.study; }),
    };
    list.insert(list.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    return list;
}

} // namespace reweigh
