// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Variant.h"

#include "core/base/TranslationMark.h"

#include <algorithm>

namespace reweigh {
namespace {

/// MW-Net of these hidden layers, fed by the loss alone, learned at the study's own rate.
void fedByTheLoss(TrainOptions& training, std::vector<int> hidden)
{
    training.weighting = "mwnet";
    training.metaNet.input = "loss";
    training.metaNet.withLabel = false;
    training.metaNet.hidden = std::move(hidden);
    training.metaNet.activation = Activation::Relu; // as Shu et al. 2019
}

void fedAsSearched(TrainOptions& training, const Proposal& found)
{
    training.metaNet.input = found.metaNet.input;
    training.metaNet.withLabel = found.metaNet.withLabel;
}

void asFound(TrainOptions& training, const Proposal& found)
{
    training.weighting = "mwnet";
    training.metaNet = found.metaNet;
    training.metaLr = found.metaLr;
}

void plain(TrainOptions& training)
{
    training.loss = "ce";
    training.weighting = "none";
}

const std::vector<int>& shuLayers()
{
    static const std::vector<int> layers = {100};
    return layers;
}

std::vector<int> mostLayers(const ExperimentConfig& study)
{
    return std::vector<int>(std::size_t(study.search.layersHigh), study.search.nodesHigh);
}

constexpr NamedVariant rows[] = {
    {searchedVariant, QT_TRANSLATE_NOOP("Variants", "searched"),
     QT_TRANSLATE_NOOP("Variants", "The best trial's network and rate, retrained: what the others are held against"), true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) { asFound(training, source.searched); }},
    {"fixed", QT_TRANSLATE_NOOP("Variants", "fixed 1-100-1, loss"),
     QT_TRANSLATE_NOOP("Variants", "The network of Shu et al. 2019 at the study's meta rate: does the search gain anything?"), true,
     [](TrainOptions& training, const VariantSource&, DataOptions&) { fedByTheLoss(training, shuLayers()); }},
    {"fixed-searched-rate", QT_TRANSLATE_NOOP("Variants", "1-100-1, loss, searched rate"),
     QT_TRANSLATE_NOOP("Variants", "The same at the searched meta rate: is it the rate alone?"), true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, shuLayers());
         training.metaLr = source.searched.metaLr;
     }},
    {"fixed-searched-input", QT_TRANSLATE_NOOP("Variants", "1-100-1, searched input"),
     QT_TRANSLATE_NOOP("Variants", "1-100-1 fed by the searched input: is it the input alone?"), true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, shuLayers());
         fedAsSearched(training, source.searched);
     }},
    {"searched-size", QT_TRANSLATE_NOOP("Variants", "searched size, loss"),
     QT_TRANSLATE_NOOP("Variants", "The searched layers fed by the loss: are they the layers alone?"), true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, source.searched.metaNet.hidden);
         training.metaNet.activation = source.searched.metaNet.activation;
     }},
    {"largest", QT_TRANSLATE_NOOP("Variants", "largest, loss"),
     QT_TRANSLATE_NOOP("Variants", "The largest network of the space fed by the loss: is size all it takes?"), true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) { fedByTheLoss(training, mostLayers(source.study)); }},
    {"largest-searched-input", QT_TRANSLATE_NOOP("Variants", "largest, searched input"),
     QT_TRANSLATE_NOOP("Variants", "The largest network fed by the searched input: need its size be searched?"), true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, mostLayers(source.study));
         fedAsSearched(training, source.searched);
     }},
    {randomVariant, QT_TRANSLATE_NOOP("Variants", "random search"),
     QT_TRANSLATE_NOOP("Variants", "The best of a random search with as many trials: is it the sampler? It costs that second search"), false,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) { asFound(training, source.random.value_or(source.searched)); }},
    {"ce", QT_TRANSLATE_NOOP("Variants", "cross entropy"),
     QT_TRANSLATE_NOOP("Variants", "Plain cross entropy, no weights: does weighting help at all?"), true,
     [](TrainOptions& training, const VariantSource&, DataOptions&) { plain(training); }},
    {"ce+meta", QT_TRANSLATE_NOOP("Variants", "cross entropy, meta images too"),
     QT_TRANSLATE_NOOP("Variants", "The meta images join the training set: would training on them do as well?"), true,
     [](TrainOptions& training, const VariantSource&, DataOptions& data) {
         plain(training);
         data.trainOnMeta = true;
     }},
};

} // namespace

std::span<const NamedVariant> namedVariants()
{
    return rows;
}

const NamedVariant* findNamedVariant(std::string_view name)
{
    const auto found = std::ranges::find(rows, name, [](const NamedVariant& row) { return std::string_view(row.name); });
    return found == std::end(rows) ? nullptr : found;
}

std::vector<std::string> variantNames()
{
    std::vector<std::string> names;
    for (const NamedVariant& row : rows)
        names.emplace_back(row.name);
    return names;
}

std::vector<Variant> defaultVariants()
{
    std::vector<Variant> variants;
    for (const NamedVariant& row : rows)
        if (row.byDefault)
            variants.push_back({.name = row.name, .base = row.name});
    return variants;
}

} // namespace reweigh
