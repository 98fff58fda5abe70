// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Checkpoint.h"

#include "core/base/JsonText.h"
#include "core/base/NumberText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/engine/methods/MetaWeightNetWeighting.h"
#include "core/engine/training/RunDescription.h"
#include "core/runfiles/SafeTensors.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <type_traits>

namespace reweigh {
namespace {

constexpr const char* version = "2";
constexpr const char* withoutChecksum = "1"; ///< an older version of the format, which is still read

std::vector<std::pair<std::string, at::Tensor>> tensorsOf(const RunState& state)
{
    std::vector<std::pair<std::string, at::Tensor>> list = {
        {"classifier.weights", state.classifier.w.flat},
        {"classifier.running", state.classifier.running.flat},
        {"classifier.momentum", state.classifier.momentum},
    };
    list.insert(list.end(), state.weighting.tensors.begin(), state.weighting.tensors.end());
    if (state.noiseMatrix.defined())
        list.emplace_back("loss.noise_matrix", state.noiseMatrix);
    if (state.metaSamples.defined())
        list.emplace_back("pseudo_meta.positions", state.metaSamples);
    return list;
}

const char* dtypeName(at::ScalarType type)
{
    return type == at::kDouble ? "F64" : type == at::kLong ? "I64" : "F32";
}

StoredTensor stored(const at::Tensor& tensor)
{
    const at::Tensor here = tensor.to(at::kCPU).contiguous();
    return {dtypeName(here.scalar_type()), here.sizes().vec(), std::string(static_cast<const char*>(here.const_data_ptr()), here.nbytes())};
}

/// The values as fp32, fp64 or int32.
template <typename T> StoredTensor stored(const std::vector<T>& values)
{
    static_assert(!std::is_integral_v<T> || sizeof(T) == 4);
    return {std::is_integral_v<T> ? "I32"
            : sizeof(T) == 8      ? "F64"
                                  : "F32",
            {std::int64_t(values.size())},
            std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T))};
}

std::string metadataOf(const SafeTensors& content, const char* key)
{
    const auto found = content.metadata.find(key);
    return found == content.metadata.end() ? std::string() : found->second;
}

/// Errors: FileMissing, FileTruncated, FileCorrupt (also for an unknown version, or if the checksum does not fit).
Result<SafeTensors> readUndamaged(const std::filesystem::path& file)
{
    Result<SafeTensors> content = readSafeTensors(file);
    if (!content)
        return content;
    const auto corrupt = [&](const char* detail) { return Error{ErrorCode::FileCorrupt, file.string(), detail, "a run's checkpoint"}; };
    const std::string theirs = metadataOf(*content, "version");
    if (theirs != version && theirs != withoutChecksum)
        return corrupt("not one of this version");
    if (theirs == version && metadataOf(*content, checksumKey) != checksumOf(*content))
        return corrupt("its content is not what was written (another checksum)");
    return content;
}

} // namespace

Status writeCheckpoint(const std::filesystem::path& file, const RunState& state, const nlohmann::json& identity)
{
    SafeTensors content;
    for (const auto& [name, tensor] : tensorsOf(state))
        content.tensors.emplace(name, stored(tensor));
    content.tensors.emplace("epoch.train_sums", stored(state.trainSums));
    content.tensors.emplace("epoch.losses", stored(state.losses));
    content.tensors.emplace("epoch.weights", stored(state.weights));
    content.tensors.emplace("epoch.predicted", stored(state.predicted));
    content.tensors.emplace("epoch.meta_gradient_sum", stored(std::vector<double>{state.metaGradientSum}));
    content.metadata = {{"version", version},
                        {"identity", identity.dump()},
                        {"epoch", std::to_string(state.epoch)},
                        {"step", std::to_string(state.step)},
                        {"seconds", nlohmann::json(state.seconds).dump()}};
    for (const auto& [name, counter] : state.weighting.counters)
        content.metadata[name] = std::to_string(*counter);
    content.metadata[checksumKey] = checksumOf(content);
    return writeSafeTensors(file, content);
}

Status readCheckpoint(const std::filesystem::path& file, RunState& state, const nlohmann::json& identity, const nlohmann::json& before)
{
    const Result<SafeTensors> content = readUndamaged(file);
    if (!content)
        return content.error();
    const auto corrupt = [&](const std::string& detail) {
        return Error{ErrorCode::FileCorrupt, file.string(), detail, "a run's checkpoint"};
    };
    const auto metadata = [&](const char* key) { return metadataOf(*content, key); };
    const nlohmann::json stored = parsedJsonOrNone(metadata("identity"));
    if (!stored.is_object())
        return corrupt("not one of this version");
    nlohmann::json theirs = todaysSettings(stored);
    if (const nlohmann::json& fingerprint = renamedMember(theirs, dataFingerprint, "data stamp"); !fingerprint.is_null())
        theirs[dataFingerprint] = nlohmann::json(fingerprint);
    for (const auto& [key, value] : identity.items()) {
        const nlohmann::json there = theirs.value(key, nlohmann::json());
        if (there != value && (!before.contains(key) || there != before.at(key)))
            return Error{ErrorCode::CheckpointMismatch, file.string(), key + " is " + there.dump() + " there, " + value.dump() + " here",
                         "give the same settings, or another --out"};
    }
    const auto take = [&](const std::string& name, const char* dtype, void* into, std::size_t bytes) {
        const auto found = content->tensors.find(name);
        if (found == content->tensors.end() || found->second.dtype != dtype || found->second.bytes.size() != bytes)
            return false;
        std::memcpy(into, found->second.bytes.data(), bytes);
        return true;
    };
    for (const auto& [name, tensor] : tensorsOf(state)) {
        at::Tensor here = at::empty(tensor.sizes(), tensor.options().device(at::kCPU));
        if (!take(name, dtypeName(here.scalar_type()), here.mutable_data_ptr(), here.nbytes()))
            return corrupt("no fitting tensor " + name);
        tensor.copy_(here); // in place, so that views of the tensor stay valid
    }
    if (!take("epoch.train_sums", "F64", state.trainSums.data(), state.trainSums.size() * sizeof(double))
        || !take("epoch.losses", "F32", state.losses.data(), state.losses.size() * sizeof(float))
        || !take("epoch.weights", "F32", state.weights.data(), state.weights.size() * sizeof(float))
        || !take("epoch.meta_gradient_sum", "F64", &state.metaGradientSum, sizeof(double)))
        return corrupt("no fitting epoch tensors");
    if (content->tensors.contains("epoch.predicted")) { // earlier versions did not store it
        if (!take("epoch.predicted", "I32", state.predicted.data(), state.predicted.size() * sizeof(std::int32_t)))
            return corrupt("no fitting epoch tensors");
    } else {
        std::ranges::fill(state.predicted, -1);
    }
    try {
        state.epoch = std::stoi(metadata("epoch"));
        state.step = std::stoi(metadata("step"));
        for (const auto& [name, counter] : state.weighting.counters)
            *counter = std::stoll(metadata(name.c_str()));
        const std::optional<double> seconds = numberFromText(metadata("seconds"));
        if (!seconds)
            return corrupt("its position is unreadable");
        state.seconds = *seconds;
    } catch (const std::exception&) {
        return corrupt("its position is unreadable");
    }
    return {};
}

bool isDamage(const Error& error)
{
    return error.code == ErrorCode::FileCorrupt || error.code == ErrorCode::FileTruncated;
}

Result<std::filesystem::path> setAside(const std::filesystem::path& checkpoint)
{
    std::filesystem::path aside = checkpoint.native() + ".damaged";
    for (int number = 2; isThere(aside); ++number)
        aside = checkpoint.native() + ".damaged-" + std::to_string(number);
    std::error_code code;
    std::filesystem::rename(checkpoint, aside, code);
    if (code)
        return Error{ErrorCode::FileUnwritable, aside.string(), code.message(), {}};
    return aside;
}

namespace {

Error noFitting(const std::filesystem::path& file, const char* name)
{
    return {ErrorCode::FileCorrupt, file.string(), std::string("no fitting tensor ") + name, "a run's checkpoint"};
}

/// The vector called `name`, fp32 or fp64, which has `fewest` to `most` elements.
Result<at::Tensor> vectorIn(const SafeTensors& content, const std::filesystem::path& file, const char* name, std::int64_t fewest,
                            std::int64_t most)
{
    const auto found = content.tensors.find(name);
    if (found == content.tensors.end())
        return noFitting(file, name);
    const StoredTensor& stored = found->second;
    if (stored.shape.size() != 1 || stored.shape[0] < fewest || stored.shape[0] > most || (stored.dtype != "F32" && stored.dtype != "F64"))
        return noFitting(file, name);
    at::Tensor vector = at::empty(stored.shape, stored.dtype == "F64" ? at::kDouble : at::kFloat);
    std::memcpy(vector.mutable_data_ptr(), stored.bytes.data(), vector.nbytes());
    return vector;
}

} // namespace

Result<at::Tensor> readMetaWeights(const std::filesystem::path& file, std::int64_t count)
{
    const Result<SafeTensors> content = readUndamaged(file);
    return content ? vectorIn(*content, file, "meta.weights", count, count) : Result<at::Tensor>(content.error());
}

Result<InputStatistics> readInputStatistics(const std::filesystem::path& file, int width)
{
    const Result<SafeTensors> content = readUndamaged(file);
    if (!content)
        return content.error();
    const Result<at::Tensor> mean = vectorIn(*content, file, inputTensors::mean, 1, width);
    if (!mean)
        return mean.error();
    const Result<at::Tensor> variance = vectorIn(*content, file, inputTensors::variance, mean->size(0), mean->size(0));
    if (!variance)
        return variance.error();
    return InputStatistics{.seen = {}, .mean = *mean, .variance = *variance};
}

} // namespace reweigh
