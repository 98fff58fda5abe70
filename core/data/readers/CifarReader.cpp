// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/CifarReader.h"

#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/data/readers/RegularFile.h"

#include <array>
#include <sstream>

namespace reweigh {
namespace {

constexpr std::size_t plane = std::size_t(32) * 32;
constexpr std::size_t imageBytes = 3 * plane;
constexpr int batches = 5;

/// The layout of one image in a file: its label bytes, then the red, green and blue planes. CIFAR-100 has the coarse label first.
struct Layout {
    std::size_t labelBytes;
    int classes, coarseClasses;
    std::size_t record() const { return labelBytes + imageBytes; }
};
constexpr Layout cifar10{1, 10, 0};
constexpr Layout cifar100{2, 100, 20};

std::filesystem::path batchPath(const std::filesystem::path& folder, int number)
{
    return folder / ("data_batch_" + std::to_string(number) + ".bin");
}

Error badLabel(const std::filesystem::path& path, const char* kind, int label, std::size_t index, int classes)
{
    return {ErrorCode::LabelOutOfRange, path.string(), kind + std::to_string(label) + " at image " + std::to_string(index),
            "0 to " + std::to_string(classes - 1)};
}

/// Appends the records of `path` to `set`. A larger file than `most` records is an error. A file may hold fewer records than the
/// published one, but not a part of a record.
Status appendRecords(const std::filesystem::path& path, const Layout& layout, std::size_t most, ImageSet& set)
{
    const Result<std::uint64_t> size = regularFileSize(path);
    if (!size)
        return size.error();
    const std::uint64_t full = most * layout.record();
    if (*size > full)
        return Error{ErrorCode::FileOversize, path.string(), std::to_string(*size) + " bytes", std::to_string(full) + " bytes"};
    if (*size == 0 || *size % layout.record() != 0)
        return Error{ErrorCode::FileTruncated,
                     path.string(),
                     std::to_string(*size) + " bytes, expected " + std::to_string(full) + " or another multiple of "
                         + std::to_string(layout.record()),
                     {}};
    const Result<std::string> bytes = readFile(path, full);
    if (!bytes)
        return bytes.error();

    const std::size_t count = bytes->size() / layout.record();
    const std::size_t first = set.size();
    set.pixels.resize((first + count) * imageBytes);
    for (std::size_t i = 0; i < count; ++i) {
        const auto* record = reinterpret_cast<const std::uint8_t*>(bytes->data()) + i * layout.record();
        const int label = record[layout.labelBytes - 1];
        if (label >= layout.classes)
            return badLabel(path, "label ", label, i, layout.classes);
        set.labels.push_back(static_cast<std::uint16_t>(label));
        if (layout.coarseClasses > 0) {
            if (record[0] >= layout.coarseClasses)
                return badLabel(path, "coarse label ", record[0], i, layout.coarseClasses);
            set.superclass.push_back(record[0]);
        }
        const std::uint8_t* red = record + layout.labelBytes;
        std::uint8_t* out = set.pixels.data() + (first + i) * imageBytes;
        for (std::size_t p = 0; p < plane; ++p) {
            out[3 * p] = red[p];
            out[3 * p + 1] = red[plane + p];
            out[3 * p + 2] = red[2 * plane + p];
        }
    }
    return {};
}

ImageSet emptySet()
{
    ImageSet set;
    set.height = set.width = 32;
    set.channels = 3;
    return set;
}

/// Reads one class name per line and skips blank lines; without the file the names are "0", "1" and so on.
Result<std::vector<std::string>> readNames(const std::filesystem::path& path, int classes)
{
    std::vector<std::string> names;
    if (!isThere(path)) {
        for (int c = 0; c < classes; ++c)
            names.push_back(std::to_string(c));
        return names;
    }
    if (const auto size = regularFileSize(path); !size)
        return size.error();
    const Result<std::string> text = readFile(path, 64 << 10);
    if (!text)
        return text.error();
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.pop_back();
        if (!line.empty())
            names.push_back(line);
    }
    if (names.size() != static_cast<std::size_t>(classes))
        return Error{ErrorCode::FileCorrupt, path.string(), std::to_string(names.size()) + " names",
                     "list of " + std::to_string(classes) + " names"};
    return names;
}

/// Checks that each class belongs to one superclass only, which hierarchical noise relies on.
Status checkSuperclasses(const std::filesystem::path& path, const ImageSet& set, std::vector<int>& coarseOfFine)
{
    for (std::size_t i = 0; i < set.size(); ++i) {
        int& coarse = coarseOfFine[set.labels[i]];
        if (coarse >= 0 && coarse != set.superclass[i])
            return Error{ErrorCode::FileCorrupt, path.string(),
                         "fine label " + std::to_string(set.labels[i]) + " has coarse labels " + std::to_string(coarse) + " and "
                             + std::to_string(set.superclass[i]),
                         "CIFAR-100"};
        coarse = set.superclass[i];
    }
    return {};
}

} // namespace

bool hasCifar10(const std::filesystem::path& folder)
{
    for (int number = 1; number <= batches; ++number)
        if (isThere(batchPath(folder, number)))
            return true;
    return false;
}

bool hasCifar100(const std::filesystem::path& folder)
{
    return isThere(folder / "train.bin");
}

Result<DataSource> readCifar10(const std::filesystem::path& folder)
{
    constexpr std::size_t perBatch = 10'000;
    DataSource source;
    source.name = "cifar10";
    source.train = source.test = emptySet();
    int found = 0;
    for (int number = 1; number <= batches; ++number) {
        if (!isThere(batchPath(folder, number)))
            continue;
        if (const Status status = appendRecords(batchPath(folder, number), cifar10, perBatch, source.train); !status)
            return status.error();
        ++found;
    }
    if (found == 0)
        return Error{ErrorCode::FileMissing, batchPath(folder, 1).string(), {}, {}};
    if (const Status status = appendRecords(folder / "test_batch.bin", cifar10, perBatch, source.test); !status)
        return status.error();
    Result<std::vector<std::string>> names = readNames(folder / "batches.meta.txt", cifar10.classes);
    if (!names)
        return names.error();
    source.classNames = std::move(*names);
    if (found < batches)
        source.note = std::to_string(found) + " of 5 training batches found";
    return source;
}

Result<DataSource> readCifar100(const std::filesystem::path& folder)
{
    constexpr std::size_t trainImages = 50'000, testImages = 10'000;
    DataSource source;
    source.name = "cifar100";
    source.train = source.test = emptySet();
    std::vector<int> coarseOfFine(static_cast<std::size_t>(cifar100.classes), -1);
    const auto read = [&](const char* file, std::size_t most, ImageSet& set) -> Status {
        const Status status = appendRecords(folder / file, cifar100, most, set);
        return status ? checkSuperclasses(folder / file, set, coarseOfFine) : status;
    };
    if (const Status status = read("train.bin", trainImages, source.train); !status)
        return status.error();
    if (const Status status = read("test.bin", testImages, source.test); !status)
        return status.error();
    Result<std::vector<std::string>> names = readNames(folder / "fine_label_names.txt", cifar100.classes);
    if (!names)
        return names.error();
    source.classNames = std::move(*names);
    if (source.train.size() < trainImages)
        source.note = std::to_string(source.train.size()) + " of 50000 training images found";
    return source;
}

} // namespace reweigh
