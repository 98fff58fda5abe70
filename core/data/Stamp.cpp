// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Stamp.h"

#include "core/base/Sha256.h"
#include "core/config/Names.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace reweigh {
namespace {

/// Raised whenever the same options come to mean other arrays.
constexpr int recipeVersion = 1;

/// Appends `value` as `bytes` little-endian bytes, whatever the machine's own order.
void append(std::string& text, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        text.push_back(static_cast<char>(value >> (8 * i) & 0xff));
}

/// Length first, so that no two different lists of arrays are the same bytes.
template <typename T>
void append(std::string& text, std::span<const T> values)
{
    append(text, values.size(), 8);
    for (const T value : values)
        append(text, value, int(sizeof(T)));
}

Sha256::Digest digestOf(const std::string& bytes)
{
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

std::string labelBytes(const LabelView& labels)
{
    std::string bytes;
    append(bytes, std::uint64_t(labels.classes), 8);
    append(bytes, labels.labels);
    append(bytes, labels.superclass);
    return bytes;
}

/// Crockford's base 32 of the first 40 bits: 8 digits, without I, L, O and U.
std::string shortCode(const Sha256::Digest& digest)
{
    static constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i)
        bits = bits << 8 | digest[i];
    std::string code;
    for (int shift = 35; shift >= 0; shift -= 5) {
        code += digits[bits >> shift & 31];
        if (shift == 20)
            code += '-';
    }
    return code;
}

/// Whole numbers without a fraction, so that 50 and 50.0 read the same.
nlohmann::json number(double value)
{
    constexpr double exact = 9007199254740992.0;
    return std::floor(value) == value && value < exact ? nlohmann::json(static_cast<std::int64_t>(value)) : nlohmann::json(value);
}

/// The settings that have an effect; one that has none (the rate of no noise) would only tell equal recipes apart.
nlohmann::json settings(const DataOptions& options)
{
    nlohmann::json json = {{"meta-per-class", options.metaPerClass}, {"seed", options.seed}, {"val-per-class", options.valPerClass}};
    const bool noisy = options.noiseType != NoiseType::None && options.noiseRate > 0.0;
    const bool imbalanced = options.imbalanceType != ImbalanceType::None && options.imbalanceFactor > 1.0;
    json["noise-type"] = nameOf(noisy ? options.noiseType : NoiseType::None);
    if (noisy)
        json["noise-rate"] = number(options.noiseRate);
    json["imbalance-type"] = nameOf(imbalanced ? options.imbalanceType : ImbalanceType::None);
    if (imbalanced) {
        json["imbalance-factor"] = number(options.imbalanceFactor);
        json["shuffle-classes"] = options.shuffleClasses;
    }
    if (noisy && imbalanced)
        json["order"] = nameOf(options.order);
    if (options.trainLimit > 0)
        json["train-limit"] = options.trainLimit;
    return json;
}

} // namespace

void stamp(DataPlan& plan, const DataOptions& options, const LabelView& labels)
{
    const std::string labelsHash = hexOf(digestOf(labelBytes(labels)));
    std::string bytes = labels.dataset + '\n' + labelsHash + '\n';
    append(bytes, std::span<const std::uint32_t>(plan.train));
    append(bytes, std::span<const std::uint16_t>(plan.trueLabel));
    append(bytes, std::span<const std::uint16_t>(plan.observedLabel));
    append(bytes, std::span<const std::uint32_t>(plan.meta));
    append(bytes, std::span<const std::uint32_t>(plan.validation));
    const Sha256::Digest arrays = digestOf(bytes);

    const nlohmann::json json = {
        {"arrays", hexOf(arrays)},
        {"dataset", {{"classes", labels.classes}, {"count", labels.labels.size()}, {"labels", labelsHash}, {"name", labels.dataset}}},
        {"recipe", settings(options)},
        {"version", recipeVersion},
    };
    plan.stampJson = json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    plan.stampCode = shortCode(arrays);
}

} // namespace reweigh
