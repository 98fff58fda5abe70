// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runfiles/RunFolder.h"

#include "core/base/Csv.h"
#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/NumberText.h"
#include "core/runfiles/RunFiguresJson.h"
#include "core/runfiles/SafeTensors.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string>
#include <string_view>

namespace reweigh {

static_assert(std::endian::native == std::endian::little, "'<f4' below");

namespace {

/// The bytes before the first value. Padding to a multiple of 64 leaves the length the same while the number of rows grows.
std::string headOf(const std::vector<std::int64_t>& shape)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const std::int64_t size : shape)
        header += std::to_string(size) + ",";
    header += "), }";
    constexpr std::size_t magicBytes = 10, alignment = 64;
    header.resize((magicBytes + header.size() + 1 + alignment - 1) / alignment * alignment - magicBytes - 1, ' ');
    header += '\n';
    std::string head("\x93NUMPY\x01\x00", 8);
    head += char(header.size() & 0xff);
    head += char(header.size() >> 8);
    return head + header;
}

std::string_view bytesOf(std::span<const float> values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

} // namespace

Status writeNpy(const std::filesystem::path& file, const std::vector<std::int64_t>& shape, std::span<const float> values)
{
    std::string bytes = headOf(shape);
    bytes.append(bytesOf(values));
    return writeFileAtomic(file, bytes);
}

Status appendNpyRow(const std::filesystem::path& file, std::int64_t rows, std::vector<std::int64_t> shape, std::span<const float> values)
{
    shape.insert(shape.begin(), rows);
    const std::string before = headOf(shape);
    if (rows == 0) {
        shape.front() = 1;
        return writeNpy(file, shape, values);
    }
    shape.front() = rows + 1;
    const std::string after = headOf(shape);
    std::string there(before.size(), '\0');
    if (!std::ifstream(file, std::ios::binary).read(there.data(), std::streamsize(there.size())) || there != before
        || after.size() != before.size())
        return Error{ErrorCode::FileCorrupt, file.string(), "it does not hold " + std::to_string(rows) + " rows", "a file of such rows"};
    if (const Status status = overwriteInFile(file, before.size() + std::size_t(rows) * values.size_bytes(), bytesOf(values)); !status)
        return status;
    return overwriteInFile(file, 0, after);
}

namespace {

std::string text(double value)
{
    return std::isfinite(value) ? numberText(value) : std::string();
}

/// Appends every figure of an epoch that is not a list to `into`, under names such as "train.loss".
void flatten(const nlohmann::json& json, const std::string& prefix, std::vector<std::pair<std::string, std::string>>& into)
{
    for (const auto& [key, value] : json.items()) {
        const std::string name = prefix.empty() ? key : prefix + '.' + key;
        if (value.is_object())
            flatten(value, name, into);
        else if (!value.is_array())
            into.emplace_back(name, value.is_null()           ? std::string()
                                    : value.is_string()       ? value.get<std::string>() // an infinity's name
                                    : value.is_number_float() ? text(value)
                                                              : value.dump());
    }
}

std::string csvLine(const nlohmann::json& epoch, bool names)
{
    std::vector<std::pair<std::string, std::string>> cells;
    flatten(epoch, {}, cells);
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i ? "," : "") + (names ? cells[i].first : cells[i].second);
    return line + '\n';
}

/// The values of the epoch's row in curve.npy; empty for a run that learns no weights.
std::vector<float> curveRow(const EpochFigures& epoch)
{
    const WeightCurve& curve = epoch.curve;
    std::vector<float> row;
    for (std::size_t i = 0; i < curve.loss.size(); ++i)
        row.insert(row.end(), {curve.loss[i], curve.weight[i], curve.rightDensity[i], curve.wrongDensity[i]});
    return row;
}

constexpr const char *linesName = "epochs.jsonl", *tableName = "epochs.csv", *curvesName = "curve.npy";
constexpr const char* formerName = "epochs.json"; ///< written by earlier versions
constexpr std::int64_t curveColumns = 4;

/// Reads the epochs in the lines of `text`, except a last line without a line end; `bytes` gets the length of the text that was
/// read. Throws nlohmann::json::exception.
EpochList epochsOfLines(std::string_view text, std::uint64_t& bytes)
{
    EpochList epochs;
    bytes = 0;
    for (std::size_t end; (end = text.find('\n', bytes)) != std::string_view::npos; bytes = end + 1)
        epochs.push_back(epochFromJson(parsedJson(text.substr(bytes, end - bytes))));
    return epochs;
}

EpochList epochsOfObject(const std::string& text)
{
    EpochList epochs;
    const nlohmann::json content = parsedJson(text); // outlives the loop
    for (const nlohmann::json& epoch : content.at("epochs"))
        epochs.push_back(epochFromJson(epoch));
    return epochs;
}

} // namespace

RunFolder::RunFolder(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

Status RunFolder::writeRun(const nlohmann::json& run) const
{
    return writes() ? writeFileAtomic(file("run.json"), jsonText(run, 2) + "\n") : Status();
}

Status RunFolder::writeEpochs(const EpochList& epochs) const
{
    if (!writes())
        return {};
    std::error_code ignored; // a missing file needs no removal
    if (epochs.empty()) {
        for (const char* name : {linesName, tableName, curvesName, formerName})
            std::filesystem::remove(file(name), ignored);
        return {};
    }
    std::string lines, table;
    for (const EpochFigures& epoch : epochs) {
        const nlohmann::json json = toJson(epoch);
        lines += json.dump() + '\n';
        if (table.empty())
            table = csvLine(json, true);
        table += csvLine(json, false);
    }
    if (const Status status = writeFileAtomic(file(linesName), lines); !status)
        return status;
    std::filesystem::remove(file(formerName), ignored);
    if (const Status status = writeFileAtomic(file(tableName), table); !status)
        return status;
    return writeCurves(epochs);
}

Status RunFolder::appendEpoch(const EpochList& epochs) const
{
    if (!writes())
        return {};
    const nlohmann::json json = toJson(epochs.back());
    if (const Status status = appendToFile(file(linesName), json.dump() + '\n'); !status)
        return status;
    const std::string line = csvLine(json, false);
    if (const Status status = appendToFile(file(tableName), epochs.size() == 1 ? csvLine(json, true) + line : line); !status)
        return status;
    const std::vector<float> row = curveRow(epochs.back());
    if (row.empty())
        return {};
    const Status added =
        appendNpyRow(file(curvesName), std::int64_t(epochs.size()) - 1, {std::int64_t(row.size()) / curveColumns, curveColumns}, row);
    return added.ok() ? added : writeCurves(epochs); // the file was removed or changed: it is written again
}

Status RunFolder::writeCurves(const EpochList& epochs) const
{
    std::vector<float> rows;
    for (const EpochFigures& epoch : epochs) {
        const std::vector<float> row = curveRow(epoch);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    const auto count = std::int64_t(epochs.size());
    return rows.empty() ? Status()
                        : writeNpy(file(curvesName), {count, std::int64_t(rows.size()) / count / curveColumns, curveColumns}, rows);
}

Status RunFolder::writeWeights(const DataPlan& plan, std::span<const float> weights, std::span<const std::int32_t> predicted,
                               std::span<const std::string> files) const
{
    if (!writes())
        return {};
    if (const Status status = writeNpy(file("weights.npy"), {std::int64_t(weights.size())}, weights); !status)
        return status;
    std::string out = "index,original,observed,weight,predicted,path\n";
    for (std::size_t i = 0; i < weights.size(); ++i) {
        out += std::to_string(plan.train[i]) + ',' + std::to_string(plan.trueLabel[i]) + ',' + std::to_string(plan.observedLabel[i]) + ','
               + text(weights[i]) + ',';
        if (!predicted.empty() && predicted[i] >= 0)
            out += std::to_string(predicted[i]);
        out += ',';
        if (!files.empty())
            out += csvField(files[plan.train[i]]);
        out += '\n';
    }
    return writeFileAtomic(file("samples.csv"), out);
}

std::filesystem::path RunFolder::epochsFile() const
{
    std::error_code ignored;
    for (const char* name : {linesName, formerName})
        if (writes() && std::filesystem::exists(file(name), ignored))
            return file(name);
    return {};
}

Result<EpochList> RunFolder::readEpochs() const
{
    EpochsRead read;
    if (const Result<bool> more = readMore(read); !more)
        return more.error();
    return read.epochs;
}

bool RunFolder::goesOn(int epochs) const
{
    if (!writes())
        return false;
    for (const char* name : {checkpoint, checkpointBefore}) {
        const auto facts = readSafeTensorsMetadata(file(name));
        if (!facts)
            continue;
        const auto epoch = facts->find("epoch"); // the one that it begins or is in
        int begun = 0;
        if (epoch != facts->end()
            && std::from_chars(epoch->second.data(), epoch->second.data() + epoch->second.size(), begun).ec == std::errc())
            return begun <= epochs;
    }
    return false;
}

std::optional<double> RunFolder::secondsTrained() const
{
    if (!writes())
        return std::nullopt;
    for (const char* name : {checkpoint, checkpointBefore}) {
        const auto facts = readSafeTensorsMetadata(file(name));
        if (!facts)
            continue;
        const auto stored = facts->find("seconds");
        const std::optional<double> seconds = stored == facts->end() ? std::nullopt : numberFromText(stored->second);
        if (seconds && std::isfinite(*seconds) && *seconds >= 0.0)
            return seconds;
    }
    return std::nullopt;
}

Result<bool> RunFolder::readMore(EpochsRead& read) const
{
    const std::filesystem::path file = epochsFile();
    if (file.empty())
        return false;
    // A resumed run replaces the file by a new one; a run of an earlier version replaces it after each epoch.
    const FileState now = stateOf(file);
    if (file == read.file && now == read.state)
        return false;
    const bool lines = file.filename() == linesName;
    const bool goesOn = lines && file == read.file && now.inode == read.state.inode && now.size >= read.bytes;
    read.file = file;
    read.state = now;
    if (!goesOn) {
        read.epochs = {};
        read.bytes = 0;
    }
    const Result<std::string> bytes = readFileFrom(file, read.bytes);
    if (!bytes)
        return bytes.error();
    try {
        std::uint64_t taken = bytes->size();
        const EpochList more = lines ? epochsOfLines(*bytes, taken) : epochsOfObject(*bytes);
        for (std::size_t i = 0; i < more.size(); ++i)
            read.epochs.push_back(more.shared(i));
        read.bytes += taken;
        return !goesOn || !more.empty();
    } catch (const nlohmann::json::exception& error) {
        return Error{ErrorCode::FileCorrupt, file.string(), jsonFault(error), "a run's epochs"};
    }
}

} // namespace reweigh
