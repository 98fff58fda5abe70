// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ImageFolder.h"

#include "core/base/MachineCores.h"
#include "core/base/PathText.h"
#include "core/config/DataOptions.h"
#include "core/data/readers/CleanSet.h"
#include "core/data/readers/FolderWalk.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mostBytes = std::uint64_t(8) << 30;
constexpr unsigned mostReaders = 8; // each may hold a photo of 64 million pixels

/// The places in a listing of the training and of the test images, ascending.
struct TestSplit {
    std::vector<std::uint32_t> train, test;
};

/// Divides a fifth off the images `members` of one class: those whose names have the lowest hashes.
void splitClass(const FolderListing& listing, const std::vector<std::uint32_t>& members, TestSplit& split)
{
    const std::size_t held = members.size() < 2 ? 0 : std::max<std::size_t>(1, members.size() / 5);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> ranked; // files are in order of names; their places order equal hashes
    for (const std::uint32_t image : members) {
        const std::size_t begin = listing.parts[image] == ImagePart::Clean ? 0 : listing.classesAt;
        const std::string_view name = std::string_view(listing.files[image]).substr(begin);
        ranked.emplace_back(XXH3_64bits(name.data(), name.size()), image);
    }
    std::ranges::sort(ranked);
    for (std::size_t i = 0; i < ranked.size(); ++i)
        (i < held ? split.test : split.train).push_back(ranked[i].second);
}

bool hasChecked(const FolderListing& listing)
{
    return std::ranges::find(listing.checked, true) != listing.checked.end();
}

/// Divides the images that are not `broken` into training and test images. Where some labels are checked, the fifth is of those.
TestSplit splitImages(const FolderListing& listing, const std::vector<bool>& broken)
{
    TestSplit split;
    std::vector<std::vector<std::uint32_t>> members(listing.classNames.size());
    const bool given = !listing.facts.testFolder.empty(), anyChecked = hasChecked(listing);
    for (std::uint32_t i = 0; i < listing.files.size(); ++i) {
        if (broken[i])
            continue;
        if (!given && (!anyChecked || listing.checked[i]))
            members[listing.labels[i]].push_back(i);
        else
            (listing.parts[i] == ImagePart::Test ? split.test : split.train).push_back(i);
    }
    for (const std::vector<std::uint32_t>& ofClass : members)
        splitClass(listing, ofClass, split);
    std::ranges::sort(split.train);
    std::ranges::sort(split.test);
    return split;
}

/// Calls `work` with every number below `count`, on as many threads as there are cores.
template <typename Work> void forEachOnCores(std::size_t count, Work work)
{
    constexpr std::size_t block = 8;
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t begin = next.fetch_add(block); begin < count; begin = next.fetch_add(block))
            for (std::size_t i = begin; i < std::min(count, begin + block); ++i)
                work(i);
    };
    std::vector<std::jthread> others; // joined before what they use is gone
    try {
        for (unsigned t = 1; t < std::min(mostReaders, unsigned(machineCores())) && t * block < count; ++t)
            others.emplace_back(take);
    } catch (const std::system_error&) { // no more threads are allowed: those that there are do the work
    }
    take();
}

/// Turns `pixels`, those of the images `before`, into those of the images `now`, in place, since a copy would double the memory. Both are
/// ascending, and `now` has no more images. Returns the places in `now` of images that `before` does not have, whose pixels are missing.
std::vector<std::size_t> rearrange(std::vector<std::uint8_t>& pixels, const std::vector<std::uint32_t>& before,
                                   const std::vector<std::uint32_t>& now, std::size_t bytesEach)
{
    std::vector<std::size_t> missing;
    std::vector<bool> isKept(now.size());
    const auto copy = [&](std::size_t to, std::size_t from) {
        std::memmove(pixels.data() + to * bytesEach, pixels.data() + from * bytesEach, bytesEach);
    };
    std::size_t kept = 0;
    for (std::size_t old = 0, place = 0; place < now.size(); ++place) {
        while (old < before.size() && before[old] < now[place])
            ++old;
        isKept[place] = old < before.size() && before[old] == now[place];
        if (isKept[place])
            copy(kept++, old);
        else
            missing.push_back(place);
    }
    pixels.resize(now.size() * bytesEach);
    for (std::size_t place = now.size(); place-- > 0;)
        if (isKept[place])
            copy(place, --kept);
    return missing;
}

/// Why a file cannot be read, in a few words.
std::string reasonOf(const Error& error)
{
    if (error.code == ErrorCode::FileMissing)
        return "leads to no file";
    return error.code == ErrorCode::FileOversize ? error.detail + ", at most " + error.hint : error.detail;
}

/// "2 of 30 image files: cat/1.png (0 bytes, expected an image), dog/7.jpg (bad Huffman table)".
std::string listOf(const std::vector<UnreadableImage>& images, std::size_t all)
{
    constexpr std::size_t most = 5;
    std::string text = std::to_string(images.size()) + " of " + std::to_string(all) + ": ";
    for (std::size_t i = 0; i < std::min(most, images.size()); ++i)
        text += (i ? ", " : "") + images[i].path + " (" + images[i].reason + ")";
    return images.size() > most ? text + " and " + std::to_string(images.size() - most) + " more" : text;
}

/// Reads the images of a listing.
class FolderReader {
public:
    FolderReader(const fs::path& folder, const ImageReading& reading, bool skipBroken, FolderListing listing,
                 std::vector<UnreadableImage>* listed, const std::stop_token& stop)
        : m_folder(folder)
        , m_reading(reading)
        , m_skipBroken(skipBroken)
        , m_imageBytes(std::size_t(reading.side) * reading.side * 3)
        , m_listing(std::move(listing))
        , m_listed(listed)
        , m_stop(stop)
        , m_broken(m_listing.files.size(), false)
    {
    }

    Result<DataSource> read()
    {
        TestSplit split = splitImages(m_listing, m_broken);
        if (split.test.empty())
            return Error{ErrorCode::FolderWithoutTest, m_folder.string(), {}, {}};
        std::vector<std::uint8_t> train(split.train.size() * m_imageBytes), test(split.test.size() * m_imageBytes);
        decode(split.train, allOf(split.train), train);
        decode(split.test, allOf(split.test), test);
        if (m_stop.stop_requested())
            return interrupted();
        if (!m_failed.empty()) {
            if (const Status status = leaveOut(); !status)
                return status.error();
            const TestSplit now = splitImages(m_listing, m_broken);
            if (now.test.empty())
                return Error{ErrorCode::FolderWithoutTest, m_folder.string(), {}, {}};
            // Fewer images may leave others in the fifth that is kept for tests: those change places, and are read again.
            decode(now.train, rearrange(train, split.train, now.train, m_imageBytes), train);
            decode(now.test, rearrange(test, split.test, now.test, m_imageBytes), test);
            if (m_stop.stop_requested())
                return interrupted();
            if (!m_failed.empty()) // readable a moment ago
                return unreadable();
            split = now;
        }
        return sourceOf(split, std::move(train), std::move(test));
    }

private:
    static std::vector<std::size_t> allOf(const std::vector<std::uint32_t>& images)
    {
        std::vector<std::size_t> places(images.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i] = i;
        return places;
    }

    Error interrupted() const { return {ErrorCode::Interrupted, m_folder.string(), {}, {}}; }

    /// Decodes the images `images[place]`, for each of `places`, into `pixels` at that place; none once a stop is requested.
    void decode(const std::vector<std::uint32_t>& images, const std::vector<std::size_t>& places, std::vector<std::uint8_t>& pixels)
    {
        forEachOnCores(places.size(), [&](std::size_t i) {
            if (m_stop.stop_requested())
                return;
            const std::uint32_t image = images[places[i]];
            const Result<int> read = decodeOne(image, std::span(pixels).subspan(places[i] * m_imageBytes, m_imageBytes));
            if (read && *read == 1)
                return;
            const std::lock_guard lock(m_mutex);
            if (read)
                m_turned.insert(image);
            else
                m_failed.emplace(image, read.error());
        });
    }

    Result<int> decodeOne(std::uint32_t image, std::span<std::uint8_t> pixels) const
    {
        const fs::path path = m_folder / m_listing.files[image];
        try {
            return readImageFile(path, m_reading, pixels);
        } catch (...) { // on a thread that may not be left by an exception
            return caughtError(path.string());
        }
    }

    Error unreadable() const
    {
        std::vector<UnreadableImage> images;
        for (const auto& [image, error] : m_failed) {
            if (error.code == ErrorCode::OutOfMemory || error.code == ErrorCode::TrainingFailed)
                return error;
            images.push_back({utf8Text(m_listing.files[image]), reasonOf(error)});
        }
        if (m_listed)
            *m_listed = images;
        return {ErrorCode::ImagesUnreadable, m_folder.string(), listOf(images, m_listing.files.size()), {}};
    }

    /// Marks the images that failed as broken. An error if they may not be left out, or if a class has no other training images.
    Status leaveOut()
    {
        if (const Error error = unreadable(); !m_skipBroken || error.code != ErrorCode::ImagesUnreadable)
            return error;
        for (const auto& [image, error] : m_failed) {
            m_broken[image] = true;
            m_listing.facts.unreadable.push_back({utf8Text(m_listing.files[image]), reasonOf(error)});
        }
        std::vector<bool> hasImages(m_listing.classNames.size(), false);
        for (std::size_t i = 0; i < m_listing.files.size(); ++i)
            if (!m_broken[i] && m_listing.parts[i] != ImagePart::Test)
                hasImages[m_listing.labels[i]] = true;
        for (const auto& [image, error] : m_failed) {
            const std::uint16_t label = m_listing.labels[image];
            if (hasImages[label] || m_listing.parts[image] == ImagePart::Test)
                continue;
            const std::string folder = std::string(m_listing.files.front(), 0, m_listing.classesAt) + m_listing.classNames[label];
            return Error{ErrorCode::ClassFolderEmpty,
                         (m_folder / folder).string(),
                         "none of its image files can be read, such as " + utf8Text(m_listing.files[image]) + ": " + reasonOf(error),
                         {}};
        }
        m_failed.clear();
        return {};
    }

    ImageSet setOf(const std::vector<std::uint32_t>& images, std::vector<std::uint8_t> pixels)
    {
        ImageSet set;
        set.height = set.width = m_reading.side;
        set.channels = 3;
        set.pixels = std::move(pixels);
        for (const std::uint32_t image : images) {
            set.labels.push_back(m_listing.labels[image]);
            set.files.push_back(utf8Text(m_listing.files[image]));
        }
        return set;
    }

    DataSource sourceOf(const TestSplit& split, std::vector<std::uint8_t> train, std::vector<std::uint8_t> test)
    {
        DataSource source;
        source.name = "folder";
        source.testSplitOff = m_listing.facts.testFolder.empty();
        source.classNames = m_listing.classNames;
        source.train = setOf(split.train, std::move(train));
        source.test = setOf(split.test, std::move(test));
        for (std::size_t i = 0; i < split.train.size(); ++i)
            if (m_listing.checked[split.train[i]])
                source.checked.push_back(std::uint32_t(i));
        source.testChecked = source.testSplitOff && hasChecked(m_listing);
        source.folder = m_listing.facts;
        source.folder.upright = m_reading.upright;
        source.folder.turned = m_turned.size();
        return source;
    }

    fs::path m_folder;
    ImageReading m_reading;
    bool m_skipBroken;
    std::size_t m_imageBytes;
    FolderListing m_listing;
    std::vector<UnreadableImage>* m_listed; ///< null: nobody wants the list
    std::stop_token m_stop;                 ///< no further image is begun
    std::vector<bool> m_broken;             ///< per image of the listing, whether it is left out
    std::mutex m_mutex;                     ///< of the next two
    std::map<std::uint32_t, Error> m_failed;
    std::set<std::uint32_t> m_turned; ///< images whose EXIF data say that they are to be turned or mirrored
};

/// Takes the images of clean/ out of `listing`.
void leaveCleanUnread(FolderListing& listing)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < listing.files.size(); ++i) {
        if (listing.parts[i] == ImagePart::Clean)
            continue;
        if (kept != i)
            listing.files[kept] = std::move(listing.files[i]);
        listing.labels[kept] = listing.labels[i];
        listing.parts[kept++] = listing.parts[i];
    }
    listing.files.resize(kept);
    listing.labels.resize(kept);
    listing.parts.resize(kept);
    listing.checked.assign(kept, false);
}

} // namespace

Result<DataSource> readImageFolder(const fs::path& folder, const ImageReading& reading, bool skipBroken, const std::string& clean,
                                   std::vector<UnreadableImage>* unreadable, const std::stop_token& stop)
{
    if (reading.side < 8 || reading.side > 224)
        return Error{ErrorCode::ValueOutOfRange, "image-size", std::to_string(reading.side), "8 to 224"};
    Result<FolderListing> listing = listImageFolder(folder, stop);
    if (!listing)
        return listing.error();
    if (clean == everyLabelIsRight)
        leaveCleanUnread(*listing);
    else if (!clean.empty())
        if (const Status taken = takeCleanList(clean, folder, *listing); !taken)
            return taken.error();
    const std::uint64_t bytes = listing->files.size() * std::uint64_t(reading.side) * std::uint64_t(reading.side) * 3;
    if (bytes > mostBytes)
        return Error{ErrorCode::FileOversize, folder.string(), std::to_string(bytes) + " bytes of pixels",
                     std::to_string(mostBytes) + " bytes; lower image-size"};
    return FolderReader(folder, reading, skipBroken, std::move(*listing), unreadable, stop).read();
}

} // namespace reweigh
