// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/IdxReader.h"

#include "core/data/readers/GzipFile.h"

#include <algorithm>
#include <array>

namespace reweigh {
namespace {

constexpr int classes = 10;
constexpr std::uint32_t mostImages = 10'000'000;
constexpr std::uint32_t leastSide = 8, mostSide = 512;

const std::vector<std::string> digits = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
const std::vector<std::string> garments = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
                                           "Sandal",      "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};

/// The path folder/name, or folder/name.gz where only that file exists.
std::filesystem::path findFile(const std::filesystem::path& folder, const std::string& name)
{
    std::error_code ignored;
    const std::filesystem::path plain = folder / name, packed = folder / (name + ".gz");
    return !std::filesystem::exists(plain, ignored) && std::filesystem::exists(packed, ignored) ? packed : plain;
}

Error corrupt(const std::filesystem::path& path, std::string detail, std::string expected)
{
    return {ErrorCode::FileCorrupt, path.string(), std::move(detail), std::move(expected)};
}

/// An array of unsigned bytes with `Rank` dimensions. The file begins with the bytes 0 0 8 Rank, then each size as 4 bytes, most
/// significant first; the values follow.
template <std::size_t Rank> struct IdxFile {
    std::array<std::uint32_t, Rank> size{};
    std::vector<std::uint8_t> values;
};

template <std::size_t Rank> Result<IdxFile<Rank>> readIdxFile(const std::filesystem::path& path)
{
    Result<GzipFile> file = GzipFile::open(path);
    if (!file)
        return file.error();
    std::array<std::uint8_t, 4 + 4 * Rank> header;
    if (const Status status = file->read(header); !status)
        return status.error();
    const std::string format = "IDX of " + std::to_string(Rank) + (Rank == 1 ? " dimension" : " dimensions");
    if (header[0] != 0 || header[1] != 0 || header[2] != 8 || header[3] != Rank)
        return corrupt(path, "its first bytes are not those of this format", format);

    IdxFile<Rank> idx;
    std::uint64_t total = 1;
    for (std::size_t d = 0; d < Rank; ++d) {
        const std::uint8_t* p = header.data() + 4 + 4 * d;
        idx.size[d] = std::uint32_t(p[0]) << 24 | std::uint32_t(p[1]) << 16 | std::uint32_t(p[2]) << 8 | p[3];
        const bool side = d > 0;
        if (idx.size[d] < (side ? leastSide : 1) || idx.size[d] > (side ? mostSide : mostImages))
            return corrupt(path, "dimension " + std::to_string(d) + " is " + std::to_string(idx.size[d]), format);
        total *= idx.size[d]; // at most 1e7 x 512 x 512
    }
    if (total > file->mostBytes()) // checked before memory is allocated for more than the file can hold
        return Error{ErrorCode::FileTruncated,
                     path.string(),
                     "at most " + std::to_string(file->mostBytes()) + " bytes, expected " + std::to_string(total),
                     {}};
    idx.values.resize(total);
    if (const Status status = file->read(idx.values); !status)
        return status.error();
    if (const Status status = file->expectEnd(); !status)
        return status.error();
    return idx;
}

Result<ImageSet> readPart(const std::filesystem::path& folder, const std::string& part)
{
    const std::filesystem::path imagePath = findFile(folder, part + "-images-idx3-ubyte");
    const std::filesystem::path labelPath = findFile(folder, part + "-labels-idx1-ubyte");
    Result<IdxFile<3>> images = readIdxFile<3>(imagePath);
    if (!images)
        return images.error();
    const Result<IdxFile<1>> labels = readIdxFile<1>(labelPath);
    if (!labels)
        return labels.error();
    if (images->size[0] != labels->size[0])
        return corrupt(labelPath, std::to_string(labels->size[0]) + " labels for " + std::to_string(images->size[0]) + " images",
                       "IDX with one label per image");
    const auto bad = std::find_if(labels->values.begin(), labels->values.end(), [](std::uint8_t label) { return label >= classes; });
    if (bad != labels->values.end())
        return Error{ErrorCode::LabelOutOfRange, labelPath.string(),
                     "label " + std::to_string(*bad) + " at image " + std::to_string(bad - labels->values.begin()), "0 to 9"};

    ImageSet set;
    set.height = static_cast<int>(images->size[1]);
    set.width = static_cast<int>(images->size[2]);
    set.channels = 1;
    set.pixels = std::move(images->values);
    set.labels.assign(labels->values.begin(), labels->values.end());
    return set;
}

} // namespace

bool hasIdx(const std::filesystem::path& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(findFile(folder, "train-images-idx3-ubyte"), ignored);
}

Result<DataSource> readIdx(const std::string& name, const std::filesystem::path& folder)
{
    Result<ImageSet> train = readPart(folder, "train");
    if (!train)
        return train.error();
    Result<ImageSet> test = readPart(folder, "t10k");
    if (!test)
        return test.error();
    if (train->height != test->height || train->width != test->width)
        return corrupt(folder / "t10k-images-idx3-ubyte", "its images have another size than the training images", "IDX");
    DataSource source;
    source.name = name;
    source.classNames = name == "fashion-mnist" ? garments : digits;
    source.train = std::move(*train);
    source.test = std::move(*test);
    return source;
}

} // namespace reweigh
