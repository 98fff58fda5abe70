// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

/// The names of an architecture's parameters in this program's studies. Studies of other programs may use other names.
namespace reweigh::parameter {

inline constexpr const char* layers = "hidden_layers";
inline constexpr const char* input = "input";
inline constexpr const char* standardised = "standardised";
inline constexpr const char* activation = "activation";
inline constexpr const char* metaLr = "meta_lr";
inline constexpr const char* nodes = "nodes"; ///< stands for all layers together in plots; no study has this parameter

/// The name of the parameter for the nodes of hidden layer `layer`, counted from 0: "nodes_0".
inline std::string nodesOf(std::int64_t layer)
{
    return std::string(nodes) + '_' + std::to_string(layer);
}

/// The inverse of nodesOf(): the layer, counted from 0; none for other names.
inline std::optional<int> layerOf(std::string_view name)
{
    const std::string prefix = std::string(nodes) + '_';
    int layer = 0;
    if (!name.starts_with(prefix) || name.size() == prefix.size() || name[prefix.size()] == '-')
        return std::nullopt;
    const auto [end, code] = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), layer);
    return code == std::errc() && end == name.data() + name.size() ? std::optional(layer) : std::nullopt;
}

} // namespace reweigh::parameter

/// The names of columns of the trials table where they stand in place of a parameter, as the axis of a plot. No parameter of this program
/// has such a name.
namespace reweigh::column {

inline constexpr const char* number = "column/number";
inline constexpr const char* value = "column/value";
inline constexpr const char* retrained = "column/fresh-seeds"; ///< mean over the fresh seeds of a comparison
inline constexpr const char* begun = "column/begun";           ///< seconds since the first trial began
inline constexpr const char* seconds = "column/seconds";
inline constexpr const char* bestEpoch = "column/best-epoch";
inline constexpr const char* test = "column/test-accuracy";
inline constexpr const char* auroc = "column/noise-auroc";
inline constexpr const char* parameters = "column/parameters";
inline constexpr std::string_view objectives = "column/objective/"; ///< behind it stands the name of one of several objectives

/// The name of the column of an objective.
inline std::string objectiveOf(std::string_view name)
{
    return std::string(objectives).append(name);
}

} // namespace reweigh::column
