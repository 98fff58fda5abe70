// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/DataOptions.h"
#include "core/config/SearchOptions.h"
#include "core/config/TrainOptions.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reweigh {

/// One value of an enumeration and its row in the table of choices.
template <typename Enum> struct EnumRow {
    Enum value;
    const char* name;  ///< the form used in flags, config files, fingerprints and exports
    const char* title; ///< as a reader sees it, marked for translation
    const char* help = "";
};

/// The table of an enumeration: `static constexpr std::array<EnumRow<Enum>, N> rows`. It is specialised below for each enumeration
/// that users choose from.
template <typename Enum> struct EnumTable;

/// The name of `value`; empty if the table has no row for it.
template <typename Enum> std::string nameOf(Enum value)
{
    for (const EnumRow<Enum>& row : EnumTable<Enum>::rows)
        if (row.value == value)
            return row.name;
    return {};
}

/// The value called `name`; none if there is no such value.
template <typename Enum> std::optional<Enum> fromName(std::string_view name)
{
    for (const EnumRow<Enum>& row : EnumTable<Enum>::rows)
        if (name == row.name)
            return row.value;
    return std::nullopt;
}

template <typename Enum> std::vector<Choice> choicesOf()
{
    std::vector<Choice> choices;
    for (const EnumRow<Enum>& row : EnumTable<Enum>::rows)
        choices.push_back({row.name, row.title, row.help});
    return choices;
}

template <typename Enum> std::vector<std::string> allNames()
{
    return namesOf(EnumTable<Enum>::rows);
}

/// The names of all values but `value`, for ConfigField::needs of a setting that has no effect with that value.
template <typename Enum> std::vector<std::string> namesBut(Enum value)
{
    std::vector<std::string> names = allNames<Enum>();
    std::erase(names, nameOf(value));
    return names;
}

// The choices of each setting that is an enumeration: name, title, help.

template <> struct EnumTable<NoiseType> {
    static constexpr auto rows = std::to_array<EnumRow<NoiseType>>({
        {NoiseType::None, "none", QT_TRANSLATE_NOOP("Settings", "none")},
        {NoiseType::Uniform, "uniform", QT_TRANSLATE_NOOP("Settings", "uniform"),
         QT_TRANSLATE_NOOP("Settings", "Drawn uniformly among all classes; the label may stay the same.")},
        {NoiseType::Symmetric, "symmetric", QT_TRANSLATE_NOOP("Settings", "symmetric, never itself"),
         QT_TRANSLATE_NOOP("Settings", "Drawn uniformly among all other classes.")},
        {NoiseType::Flip, "flip", QT_TRANSLATE_NOOP("Settings", "flip to one class"),
         QT_TRANSLATE_NOOP("Settings", "Wrong labels of a class all name one other class, drawn from the seed.")},
        {NoiseType::Flip2, "flip2", QT_TRANSLATE_NOOP("Settings", "flip to two classes"),
         QT_TRANSLATE_NOOP("Settings", "Wrong labels of a class name two other classes, drawn from the seed.")},
        {NoiseType::PairMap, "pair-map", QT_TRANSLATE_NOOP("Settings", "similar pairs (CIFAR-10)"),
         QT_TRANSLATE_NOOP("Settings",
                           "Truck to automobile, bird to airplane, deer to horse, cat to dog and dog to cat, as in Patrini et al. "
                           "2017. Code of some later papers turns cats into dogs only.")},
        {NoiseType::Hierarchical, "hierarchical", QT_TRANSLATE_NOOP("Settings", "within superclass (CIFAR-100)"),
         QT_TRANSLATE_NOOP("Settings", "Drawn among the other classes of the same superclass.")},
        {NoiseType::Prior, "prior", QT_TRANSLATE_NOOP("Settings", "by class size"),
         QT_TRANSLATE_NOOP("Settings", "The larger a class, the more often it is drawn as the new label.")},
        {NoiseType::File, "file", QT_TRANSLATE_NOOP("Settings", "labels from a file"),
         QT_TRANSLATE_NOOP("Settings", "What people or programs really answered, as a CSV file says it.")},
    });
};

template <> struct EnumTable<MetaSource> {
    static constexpr auto rows = std::to_array<EnumRow<MetaSource>>({
        {MetaSource::Drawn, "drawn", QT_TRANSLATE_NOOP("Settings", "drawn"),
         QT_TRANSLATE_NOOP("Settings", "From images whose labels are known to be right, or said to be.")},
        {MetaSource::Pseudo, "pseudo", QT_TRANSLATE_NOOP("Settings", "pseudo, chosen by loss"),
         QT_TRANSLATE_NOOP("Settings", "Of each observed class the training images of lowest loss after a warm-up by cross entropy. Nobody "
                                       "has checked their labels.")},
    });
};

template <> struct EnumTable<ImbalanceType> {
    static constexpr auto rows = std::to_array<EnumRow<ImbalanceType>>({
        {ImbalanceType::None, "none", QT_TRANSLATE_NOOP("Settings", "none")},
        {ImbalanceType::Exponential, "exponential", QT_TRANSLATE_NOOP("Settings", "exponential"),
         QT_TRANSLATE_NOOP("Settings", "Each class is smaller than the one before by the same factor.")},
        {ImbalanceType::Step, "step", QT_TRANSLATE_NOOP("Settings", "step"),
         QT_TRANSLATE_NOOP("Settings", "Half of the classes are small, all of one size.")},
    });
};

template <> struct EnumTable<ShiftOrder> {
    static constexpr auto rows = std::to_array<EnumRow<ShiftOrder>>({
        {ShiftOrder::ImbalanceThenNoise, "imbalance-then-noise", QT_TRANSLATE_NOOP("Settings", "imbalance, then noise")},
        {ShiftOrder::NoiseThenImbalance, "noise-then-imbalance", QT_TRANSLATE_NOOP("Settings", "noise, then imbalance")},
    });
};

template <> struct EnumTable<Activation> {
    static constexpr auto rows = std::to_array<EnumRow<Activation>>({
        {Activation::Relu, "relu", "ReLU"},
        {Activation::Tanh, "tanh", "tanh"},
    });
};

template <> struct EnumTable<Standardise> {
    static constexpr auto rows = std::to_array<EnumRow<Standardise>>({
        {Standardise::No, "no", QT_TRANSLATE_NOOP("Settings", "no")},
        {Standardise::Yes, "yes", QT_TRANSLATE_NOOP("Settings", "yes")},
    });
};

template <> struct EnumTable<Schedule> {
    static constexpr auto rows = std::to_array<EnumRow<Schedule>>({
        {Schedule::Constant, "constant", QT_TRANSLATE_NOOP("Settings", "constant")},
        {Schedule::Step, "step", QT_TRANSLATE_NOOP("Settings", "step")},
        {Schedule::Cosine, "cosine", QT_TRANSLATE_NOOP("Settings", "cosine")},
    });
};

template <> struct EnumTable<MetaOptimizer> {
    static constexpr auto rows = std::to_array<EnumRow<MetaOptimizer>>({
        {MetaOptimizer::Adam, "adam", "Adam"},
        {MetaOptimizer::Sgd, "sgd", "SGD"},
    });
};

template <> struct EnumTable<ClassCounts> {
    static constexpr auto rows = std::to_array<EnumRow<ClassCounts>>({
        {ClassCounts::Observed, "observed", QT_TRANSLATE_NOOP("Settings", "observed labels")},
        {ClassCounts::True, "true", QT_TRANSLATE_NOOP("Settings", "true labels"),
         QT_TRANSLATE_NOOP("Settings", "An upper line that no user could have: for experiments.")},
    });
};

template <> struct EnumTable<LastBatch> {
    static constexpr auto rows = std::to_array<EnumRow<LastBatch>>({
        {LastBatch::Even, "even", QT_TRANSLATE_NOOP("Settings", "as large as the others")},
        {LastBatch::Rest, "rest", QT_TRANSLATE_NOOP("Settings", "what is left")},
    });
};

template <> struct EnumTable<VirtualStep> {
    static constexpr auto rows = std::to_array<EnumRow<VirtualStep>>({
        {VirtualStep::Full, "full", QT_TRANSLATE_NOOP("Settings", "all parameters (exact)")},
        {VirtualStep::LastBlock, "last-block", QT_TRANSLATE_NOOP("Settings", "the last block")},
        {VirtualStep::Head, "head", QT_TRANSLATE_NOOP("Settings", "the head")},
    });
};

template <> struct EnumTable<Precision> {
    static constexpr auto rows = std::to_array<EnumRow<Precision>>({
        {Precision::Fp32, "fp32", "fp32"},
        {Precision::Tf32, "tf32", QT_TRANSLATE_NOOP("Settings", "tf32 (GPU only)")},
        {Precision::Bf16, "bf16", "bf16"},
        {Precision::Fp64, "fp64", "fp64"},
    });
};

} // namespace reweigh
