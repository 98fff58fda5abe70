// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/RunEpochs.h"

#include "core/base/FileIo.h"

#include <charconv>
#include <string_view>

namespace reweigh {
namespace {

constexpr const char* header = "index,true,observed,weight";

/// Reads a number followed by the character `end` from the front of `text` and removes both. False where `text` does not begin so.
template <typename Number> bool take(std::string_view& text, Number& number, char end)
{
    const auto [next, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = std::size_t(next - text.data());
    if (code != std::errc() || length >= text.size() || text[length] != end)
        return false;
    text.remove_prefix(length + 1);
    return true;
}

} // namespace

Result<std::vector<SampleWeight>> readSampleWeights(const std::filesystem::path& runFolder)
{
    const std::filesystem::path file = runFolder / "samples.csv";
    const Result<std::string> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    std::vector<SampleWeight> samples;
    std::string_view left = *bytes;
    const auto corrupt = [&](const std::string& what) { return Error{ErrorCode::FileCorrupt, file.string(), what, header}; };
    if (!left.starts_with(header) || left.substr(std::string_view(header).size(), 1) != "\n")
        return corrupt("line 1");
    left.remove_prefix(std::string_view(header).size() + 1);
    while (!left.empty()) {
        SampleWeight sample;
        if (!take(left, sample.index, ',') || !take(left, sample.trueLabel, ',') || !take(left, sample.observedLabel, ',')
            || !take(left, sample.weight, '\n'))
            return corrupt("line " + std::to_string(samples.size() + 2));
        samples.push_back(sample);
    }
    return samples;
}

} // namespace reweigh
