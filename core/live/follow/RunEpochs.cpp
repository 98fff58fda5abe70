// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/RunEpochs.h"

#include "core/base/FileIo.h"

#include <charconv>
#include <string_view>

namespace reweigh {
namespace {

constexpr std::string_view header = "index,original,observed,weight,predicted,path\n";
// Earlier versions said "true", also where nobody knows the truth; 0.1 knew neither what was predicted nor paths.
constexpr std::string_view earlierHeader = "index,true,observed,weight,predicted,path\n", firstHeader = "index,true,observed,weight\n";

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

/// Reads a field that may be empty, which leaves `number` as it is.
template <typename Number> bool takeIfAny(std::string_view& text, Number& number, char end)
{
    if (!text.starts_with(end))
        return take(text, number, end);
    text.remove_prefix(1);
    return true;
}

/// Reads the rest of a line as one field, which is in quotes if it holds a comma, a quote or a line end.
bool takeLast(std::string_view& text, std::string& field)
{
    if (!text.starts_with('"')) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return false;
        field = text.substr(0, end);
        text.remove_prefix(end + 1);
        return field.find_first_of(",\"") == std::string::npos;
    }
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        if (text[at] != '"') {
            field += text[at];
        } else if (text[at + 1] == '"') {
            field += text[at++];
        } else {
            const bool ends = text[at + 1] == '\n';
            text.remove_prefix(at + 2);
            return ends;
        }
    }
    return false;
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
    const auto corrupt = [&](const std::string& what) {
        return Error{ErrorCode::FileCorrupt, file.string(), what, std::string(header.substr(0, header.size() - 1))};
    };
    const bool former = left.starts_with(firstHeader);
    if (!former && !left.starts_with(header) && !left.starts_with(earlierHeader))
        return corrupt("line 1");
    left.remove_prefix(left.find('\n') + 1);
    while (!left.empty()) {
        SampleWeight sample;
        if (!take(left, sample.index, ',') || !take(left, sample.trueLabel, ',') || !take(left, sample.observedLabel, ',')
            || !take(left, sample.weight, former ? '\n' : ',')
            || (!former && (!takeIfAny(left, sample.predicted, ',') || !takeLast(left, sample.path))))
            return corrupt("line " + std::to_string(samples.size() + 2));
        samples.push_back(sample);
    }
    return samples;
}

} // namespace reweigh
