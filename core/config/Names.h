// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// The written form of every choice: one vocabulary for flags, config files, stamps and exports.
template <typename Enum>
struct Names;

template <>
struct Names<NoiseType> {
    static constexpr std::array<std::pair<NoiseType, const char*>, 8> table{{{NoiseType::None, "none"},
        {NoiseType::Uniform, "uniform"}, {NoiseType::Symmetric, "symmetric"}, {NoiseType::Flip, "flip"},
        {NoiseType::Flip2, "flip2"}, {NoiseType::PairMap, "pair-map"}, {NoiseType::Hierarchical, "hierarchical"},
        {NoiseType::Prior, "prior"}}};
};
template <>
struct Names<ImbalanceType> {
    static constexpr std::array<std::pair<ImbalanceType, const char*>, 3> table{{{ImbalanceType::None, "none"},
        {ImbalanceType::Exponential, "exponential"}, {ImbalanceType::Step, "step"}}};
};
template <>
struct Names<ShiftOrder> {
    static constexpr std::array<std::pair<ShiftOrder, const char*>, 2> table{
        {{ShiftOrder::ImbalanceThenNoise, "imbalance-then-noise"}, {ShiftOrder::NoiseThenImbalance, "noise-then-imbalance"}}};
};
template <>
struct Names<Activation> {
    static constexpr std::array<std::pair<Activation, const char*>, 2> table{
        {{Activation::Relu, "relu"}, {Activation::Tanh, "tanh"}}};
};
template <>
struct Names<Schedule> {
    static constexpr std::array<std::pair<Schedule, const char*>, 3> table{
        {{Schedule::Constant, "constant"}, {Schedule::Step, "step"}, {Schedule::Cosine, "cosine"}}};
};
template <>
struct Names<MetaOptimizer> {
    static constexpr std::array<std::pair<MetaOptimizer, const char*>, 2> table{
        {{MetaOptimizer::Adam, "adam"}, {MetaOptimizer::Sgd, "sgd"}}};
};
template <>
struct Names<VirtualStep> {
    static constexpr std::array<std::pair<VirtualStep, const char*>, 3> table{
        {{VirtualStep::Full, "full"}, {VirtualStep::LastBlock, "last-block"}, {VirtualStep::Head, "head"}}};
};
template <>
struct Names<Precision> {
    static constexpr std::array<std::pair<Precision, const char*>, 4> table{
        {{Precision::Fp32, "fp32"}, {Precision::Tf32, "tf32"}, {Precision::Bf16, "bf16"}, {Precision::Fp64, "fp64"}}};
};
template <>
struct Names<SamplerKind> {
    static constexpr std::array<std::pair<SamplerKind, const char*>, 2> table{
        {{SamplerKind::Tpe, "tpe"}, {SamplerKind::Random, "random"}}};
};
template <>
struct Names<PrunerKind> {
    static constexpr std::array<std::pair<PrunerKind, const char*>, 2> table{
        {{PrunerKind::None, "none"}, {PrunerKind::Median, "median"}}};
};

template <typename Enum>
std::string nameOf(Enum value)
{
    for (const auto& [candidate, name] : Names<Enum>::table)
        if (candidate == value)
            return name;
    return {};
}

template <typename Enum>
std::optional<Enum> fromName(std::string_view name)
{
    for (const auto& [candidate, known] : Names<Enum>::table)
        if (name == known)
            return candidate;
    return std::nullopt;
}

template <typename Enum>
std::vector<std::string> allNames()
{
    std::vector<std::string> names;
    for (const auto& entry : Names<Enum>::table)
        names.emplace_back(entry.second);
    return names;
}

/// Taps every classifier offers to MW-Net; "+label" may follow each.
inline const std::vector<std::string>& tapNames()
{
    static const std::vector<std::string> names = {"loss", "stem", "stage1", "stage2", "stage3", "penultimate", "logits", "softmax"};
    return names;
}

inline const std::vector<std::string>& modelNames()
{
    static const std::vector<std::string> names = {"mlp", "small-cnn", "resnet32", "wrn-28-10"};
    return names;
}

inline const std::vector<std::string>& dataSetNames()
{
    static const std::vector<std::string> names = {"fashion-mnist", "mnist", "cifar10", "cifar100", "folder", "synthetic"};
    return names;
}

} // namespace reweigh
