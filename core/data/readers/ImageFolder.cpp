// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ImageFolder.h"

#include "core/base/PathText.h"
#include "core/data/readers/ImageFile.h"

#include <algorithm>
#include <map>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostClasses = 1000;
constexpr std::uint64_t mostBytes = std::uint64_t(8) << 30;

/// Lists the entries of `folder`, ordered by the bytes of their names, without hidden ones. `folders`: true lists the subfolders only,
/// false everything else.
Result<std::vector<fs::path>> entries(const fs::path& folder, bool folders)
{
    std::error_code code;
    std::vector<fs::path> found;
    for (auto it = fs::directory_iterator(folder, code); !code && it != fs::directory_iterator(); it.increment(code)) {
        std::error_code ignored;
        if (it->path().filename().native().front() != '.' && it->is_directory(ignored) == folders)
            found.push_back(it->path());
    }
    if (code == std::errc::no_such_file_or_directory)
        return Error{ErrorCode::FileMissing, folder.string(), {}, {}};
    if (code)
        return Error{ErrorCode::FileCorrupt, folder.string(), code.message(), "folder of class folders of images"};
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    return found;
}

struct Part {
    std::vector<fs::path> files;
    std::vector<std::uint16_t> labels;
};

/// Lists the image files below `folder`. `classes` maps class names to indices; a folder of another name is an error.
Result<Part> listPart(const fs::path& folder, const std::map<std::string, std::uint16_t>& classes)
{
    const auto classFolders = entries(folder, true);
    if (!classFolders)
        return classFolders.error();
    Part part;
    for (const fs::path& classFolder : *classFolders) {
        const auto known = classes.find(classFolder.filename().string());
        if (known == classes.end())
            return Error{ErrorCode::ClassFolderUnknown, classFolder.string(), {}, {}};
        const auto files = entries(classFolder, false);
        if (!files)
            return files.error();
        if (files->empty())
            return Error{ErrorCode::ClassFolderEmpty, classFolder.string(), {}, {}};
        part.files.insert(part.files.end(), files->begin(), files->end());
        part.labels.resize(part.files.size(), known->second);
    }
    return part;
}

Result<std::map<std::string, std::uint16_t>> listClasses(const fs::path& folder)
{
    const auto folders = entries(folder, true);
    if (!folders)
        return folders.error();
    if (folders->empty())
        return Error{ErrorCode::FolderWithoutClasses, folder.string(), {}, {}};
    if (folders->size() < 2)
        return Error{ErrorCode::FolderOfOneClass, folder.string(), folders->front().filename().string(), {}};
    if (folders->size() > mostClasses)
        return Error{ErrorCode::FolderOfManyClasses, folder.string(), std::to_string(folders->size()), std::to_string(mostClasses)};
    std::map<std::string, std::uint16_t> classes;
    for (const fs::path& path : *folders)
        classes.emplace(path.filename().string(), static_cast<std::uint16_t>(classes.size()));
    return classes;
}

/// Moves a fifth of each class from `train` to the returned part: the files whose names have the lowest hashes.
Part splitOff(Part& train, const fs::path& folder)
{
    Part kept, test;
    for (std::size_t begin = 0; begin < train.files.size();) {
        const std::uint16_t label = train.labels[begin];
        const auto end = std::size_t(std::upper_bound(train.labels.begin(), train.labels.end(), label) - train.labels.begin());
        const std::size_t count = end - begin;
        const std::size_t held = count < 2 ? 0 : std::max<std::size_t>(1, count / 5);
        std::vector<std::pair<std::uint64_t, std::size_t>> ranked; // files are in order of names; their index orders equal hashes
        for (std::size_t i = begin; i < end; ++i) {
            const std::string name = train.files[i].lexically_relative(folder).string();
            ranked.emplace_back(XXH3_64bits(name.data(), name.size()), i);
        }
        std::sort(ranked.begin(), ranked.end());
        std::vector<bool> isTest(count, false);
        for (std::size_t i = 0; i < held; ++i)
            isTest[ranked[i].second - begin] = true;
        for (std::size_t i = begin; i < end; ++i) {
            Part& part = isTest[i - begin] ? test : kept;
            part.files.push_back(std::move(train.files[i]));
            part.labels.push_back(label);
        }
        begin = end;
    }
    train = std::move(kept);
    return test;
}

Result<ImageSet> readPart(const Part& part, const fs::path& folder, int imageSize)
{
    ImageSet set;
    set.height = set.width = imageSize;
    set.channels = 3;
    set.labels = part.labels;
    set.pixels.resize(set.size() * set.imageBytes());
    for (std::size_t i = 0; i < part.files.size(); ++i)
        if (const Status status =
                readImageFile(part.files[i], imageSize, std::span(set.pixels).subspan(i * set.imageBytes(), set.imageBytes()));
            !status)
            return status.error();
    for (const fs::path& file : part.files)
        set.files.push_back(utf8Text(file.lexically_relative(folder).string()));
    return set;
}

} // namespace

Result<DataSource> readImageFolder(const fs::path& folder, int imageSize)
{
    if (imageSize < 8 || imageSize > 224)
        return Error{ErrorCode::ValueOutOfRange, "image-size", std::to_string(imageSize), "8 to 224"};
    std::error_code ignored;
    const bool twoParts = fs::is_directory(folder / "train", ignored) && fs::is_directory(folder / "test", ignored);
    const fs::path trainFolder = twoParts ? folder / "train" : folder;
    const auto classes = listClasses(trainFolder);
    if (!classes)
        return classes.error();
    Result<Part> train = listPart(trainFolder, *classes);
    if (!train)
        return train.error();
    Result<Part> test = twoParts ? listPart(folder / "test", *classes) : Result<Part>(splitOff(*train, folder));
    if (!test)
        return test.error();
    if (test->files.empty())
        return Error{ErrorCode::FolderWithoutTest, folder.string(), {}, {}};
    const std::uint64_t bytes = (train->files.size() + test->files.size()) * std::uint64_t(imageSize) * imageSize * 3;
    if (bytes > mostBytes)
        return Error{ErrorCode::FileOversize, folder.string(), std::to_string(bytes) + " bytes of pixels",
                     std::to_string(mostBytes) + " bytes; lower image-size"};

    DataSource source;
    source.name = "folder";
    source.testSplitOff = !twoParts;
    for (const auto& [name, label] : *classes)
        source.classNames.push_back(name);
    Result<ImageSet> trainSet = readPart(*train, folder, imageSize);
    if (!trainSet)
        return trainSet.error();
    Result<ImageSet> testSet = readPart(*test, folder, imageSize);
    if (!testSet)
        return testSet.error();
    source.train = std::move(*trainSet);
    source.test = std::move(*testSet);
    return source;
}

} // namespace reweigh
