// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/FolderWalk.h"

#include "core/base/AsciiCase.h"
#include "core/base/PathText.h"
#include "core/data/readers/ImageFormat.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostClasses = 1000;

struct FolderEntry {
    std::string name;
    bool isFolder = false, isRegular = false; ///< of what a link leads to
};

/// Whether a name is passed over: hidden, or made by systems and archivers beside the user's files.
bool isPassedOver(const std::string& name)
{
    static constexpr std::array<std::string_view, 5> names = {"__MACOSX", "@eaDir", "lost+found", "$RECYCLE.BIN",
                                                              "System Volume Information"};
    return name.starts_with('.') || std::ranges::find(names, name) != names.end();
}

/// The entries of `folder` that are not passed over, ordered by the bytes of their names.
Result<std::vector<FolderEntry>> entriesIn(const fs::path& folder)
{
    std::error_code code;
    std::vector<FolderEntry> found;
    for (auto it = fs::directory_iterator(folder, code); !code && it != fs::directory_iterator(); it.increment(code)) {
        std::error_code ignored;
        std::string name = it->path().filename().string();
        if (!isPassedOver(name))
            found.push_back({std::move(name), it->is_directory(ignored), it->is_regular_file(ignored)});
    }
    if (std::error_code ignored; code == std::errc::not_a_directory && fs::exists(folder, ignored))
        return Error{ErrorCode::FolderMissing, folder.string(), "a file", {}};
    if (code == std::errc::no_such_file_or_directory || code == std::errc::not_a_directory) // or a folder above it is a file
        return Error{ErrorCode::FolderMissing, folder.string(), {}, {}};
    if (code)
        return Error{ErrorCode::FileUnreadable, folder.string(), code.message(), {}};
    std::ranges::sort(found, {}, &FolderEntry::name);
    return found;
}

Result<std::vector<std::string>> foldersIn(const fs::path& folder)
{
    const auto entries = entriesIn(folder);
    if (!entries)
        return entries.error();
    std::vector<std::string> names;
    for (const FolderEntry& entry : *entries)
        if (entry.isFolder)
            names.push_back(entry.name);
    return names;
}

/// Whether the regular file `path` begins as an image does whose format has a distinct signature.
bool beginsAsImage(const fs::path& path)
{
    std::string head(formatHeadBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), std::streamsize(head.size()));
    head.resize(std::size_t(std::max<std::streamsize>(0, file.gcount())));
    const std::string format = imageFormat(head);
    return !format.empty() && format != "BMP"; // any text may begin with "BM"
}

/// Collects the image files of a class, also those in folders below its own, as paths below `root`.
class ClassWalk {
public:
    ClassWalk(const fs::path& root, FolderFacts& facts, const std::stop_token& stop)
        : m_root(root)
        , m_facts(facts)
        , m_stop(stop)
    {
    }

    /// `below`: path of the class's folder below the root, with a slash at its end.
    Status take(const std::string& below)
    {
        std::error_code code;
        const fs::path real = fs::canonical(m_root / below, code);
        if (!code && leadsUp(real))
            return {};
        const auto entries = entriesIn(m_root / below);
        if (!entries)
            return entries.error();
        m_above.push_back(real);
        for (const FolderEntry& entry : *entries) {
            if (m_stop.stop_requested()) // a file without an image's name is opened to see how it begins, which may take long
                return Error{ErrorCode::Interrupted, m_root.string(), {}, {}};
            const std::string path = below + entry.name;
            if (entry.isFolder) {
                if (const Status status = take(path + '/'); !status)
                    return status;
            } else if (hasImageName(entry.name) || (entry.isRegular && beginsAsImage(m_root / path))) {
                m_files.push_back(path);
            } else {
                ++m_others;
                if (m_firstOther.empty())
                    m_firstOther = utf8Text(path);
            }
        }
        m_above.pop_back();
        return {};
    }

    /// The files, in order. An empty class is an error.
    Result<std::vector<std::string>> files(const std::string& below) &&
    {
        if (m_files.empty())
            return Error{ErrorCode::ClassFolderEmpty,
                         (m_root / below.substr(0, below.size() - 1)).string(),
                         m_others == 0 ? std::string()
                                       : std::to_string(m_others)
                                             + (m_others == 1 ? " file that is none, " : " files that are none, such as ") + m_firstOther,
                         {}};
        m_facts.otherFiles += m_others;
        if (m_facts.firstOther.empty())
            m_facts.firstOther = m_firstOther;
        std::ranges::sort(m_files);
        return std::move(m_files);
    }

private:
    /// Whether a folder is one that is being walked through, or above one: a link that would go round for ever.
    bool leadsUp(const fs::path& real) const
    {
        const fs::path begin = real / ""; // with a slash at its end, which "/" has already
        return std::ranges::any_of(m_above, [&](const fs::path& above) { return (above / "").native().starts_with(begin.native()); });
    }

    const fs::path& m_root;
    FolderFacts& m_facts;
    const std::stop_token& m_stop;
    std::vector<fs::path> m_above; ///< the folder being walked through and those above it, without links
    std::vector<std::string> m_files;
    std::size_t m_others = 0;
    std::string m_firstOther;
};

bool isOneOf(const std::string& name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, lowerAscii(name)) != names.end();
}

bool isTrain(const std::string& name)
{
    return isOneOf(name, {"train", "training"});
}

bool isTest(const std::string& name)
{
    return isOneOf(name, {"test", "testing"});
}

bool isValidation(const std::string& name)
{
    return isOneOf(name, {"val", "valid", "validation"});
}

bool isClean(const std::string& name)
{
    return isOneOf(name, {"clean"});
}

bool isPart(const std::string& name)
{
    return isTrain(name) || isTest(name) || isValidation(name) || isClean(name);
}

/// Which folder of a data folder is what.
struct FolderLayout {
    std::string classes;             ///< folder of the training images' class folders; empty: the data folder itself
    std::string test, clean;         ///< folders of test and clean images; empty: none
    std::vector<std::string> names;  ///< class folders of the training images
    std::vector<std::string> unread; ///< folders of no class and no part
};

/// Takes the folders of the parts out of `folders`: of test images, or where there are none of validation images, and of clean ones.
template <typename May> void takeParts(FolderLayout& layout, std::vector<std::string>& folders, May may)
{
    const auto first = [&](auto is) {
        const auto found = std::ranges::find_if(folders, [&](const std::string& name) { return is(name) && may(name); });
        return found == folders.end() ? std::string() : *found;
    };
    const std::string validation = first(isValidation);
    layout.test = first(isTest);
    if (layout.test.empty())
        layout.test = validation;
    else if (!validation.empty())
        layout.unread.push_back(validation);
    layout.clean = first(isClean);
    for (const std::string& part : {layout.test, layout.clean, validation})
        std::erase(folders, part);
}

/// Finds out what the folders `folders` of the data folder `root` are.
Result<FolderLayout> layoutOf(const fs::path& root, std::vector<std::string> folders)
{
    FolderLayout layout;
    const auto train = std::ranges::find_if(folders, isTrain);
    const bool beside = std::ranges::any_of(folders, [](const std::string& name) { return isPart(name) && !isTrain(name); });
    if ((train != folders.end() && beside) || (folders.size() == 1 && isPart(folders.front()))) {
        layout.classes = train != folders.end() ? *train : folders.front();
        std::erase(folders, layout.classes);
        takeParts(layout, folders, [](const std::string&) { return true; });
        layout.unread.insert(layout.unread.end(), folders.begin(), folders.end());
        Result<std::vector<std::string>> names = foldersIn(root / layout.classes);
        if (!names)
            return names.error();
        layout.names = std::move(*names);
        return layout;
    }
    // Beside folders of classes a folder is a part only if it holds such folders itself: a class may be called "clean" or "test".
    std::optional<Error> failed;
    const auto holdsClasses = [&](const std::string& part) {
        const Result<std::vector<std::string>> inside = foldersIn(root / part);
        if (!inside) {
            failed = inside.error();
            return false;
        }
        return std::ranges::any_of(*inside, [&](const std::string& name) { return std::ranges::find(folders, name) != folders.end(); });
    };
    takeParts(layout, folders, holdsClasses);
    if (failed)
        return *failed;
    layout.names = std::move(folders);
    return layout;
}

/// An error if the class folders in `folder` are too few or too many.
Status checkClasses(const fs::path& folder, const std::vector<std::string>& names)
{
    if (names.empty())
        return Error{ErrorCode::FolderWithoutClasses, folder.string(), {}, {}};
    if (names.size() == 1) {
        const Result<std::vector<std::string>> inside = foldersIn(folder / names.front());
        const bool wraps = inside.ok() && inside->size() > 1; // the classes are a folder further down
        return Error{ErrorCode::FolderOfOneClass, folder.string(), names.front(),
                     wraps ? (folder / names.front()).string() : std::string()};
    }
    if (names.size() > mostClasses)
        return Error{ErrorCode::FolderOfManyClasses, folder.string(), std::to_string(names.size()), std::to_string(mostClasses)};
    return {};
}

/// Appends the images of the class folders `names` in `root`/`below`. `classes` maps the names of classes to their indices.
Status append(FolderListing& listing, const fs::path& root, const std::string& below, const std::vector<std::string>& names, ImagePart part,
              const std::map<std::string, std::uint16_t>& classes, const std::stop_token& stop)
{
    for (const std::string& name : names) {
        const auto known = classes.find(name);
        if (known == classes.end())
            return Error{ErrorCode::ClassFolderUnknown, (root / (below + name)).string(), {}, {}};
        const std::string folder = below + name + '/';
        ClassWalk walk(root, listing.facts, stop);
        if (const Status status = walk.take(folder); !status)
            return status;
        Result<std::vector<std::string>> files = std::move(walk).files(folder);
        if (!files)
            return files.error();
        listing.files.insert(listing.files.end(), std::make_move_iterator(files->begin()), std::make_move_iterator(files->end()));
        listing.labels.resize(listing.files.size(), known->second);
        listing.parts.resize(listing.files.size(), part);
        listing.checked.resize(listing.files.size(), part == ImagePart::Clean);
    }
    return {};
}

/// The image files beside the folders in `folder`.
std::size_t looseImagesIn(const fs::path& folder)
{
    const auto entries = entriesIn(folder);
    const auto isLoose = [](const FolderEntry& entry) { return !entry.isFolder && hasImageName(entry.name); };
    return entries ? std::size_t(std::ranges::count_if(*entries, isLoose)) : 0;
}

} // namespace

Result<FolderListing> listImageFolder(const fs::path& folder, const std::stop_token& stop)
{
    const Result<std::vector<std::string>> folders = foldersIn(folder);
    if (!folders)
        return folders.error();
    const Result<FolderLayout> layout = layoutOf(folder, *folders);
    if (!layout)
        return layout.error();
    if (const Status status = checkClasses(layout->classes.empty() ? folder : folder / layout->classes, layout->names); !status)
        return status.error();

    FolderListing listing;
    listing.classNames = layout->names;
    std::map<std::string, std::uint16_t> classes;
    for (const std::string& name : layout->names)
        classes.emplace(name, std::uint16_t(classes.size()));
    const std::string below = layout->classes.empty() ? std::string() : layout->classes + '/';
    listing.classesAt = below.size();
    if (const Status status = append(listing, folder, below, layout->names, ImagePart::Train, classes, stop); !status)
        return status.error();
    for (const auto& [name, part] : {std::pair(layout->clean, ImagePart::Clean), std::pair(layout->test, ImagePart::Test)}) {
        if (name.empty())
            continue;
        const Result<std::vector<std::string>> names = foldersIn(folder / name);
        if (!names)
            return names.error();
        if (const Status status = append(listing, folder, name + '/', *names, part, classes, stop); !status)
            return status.error();
    }
    listing.facts.testFolder = utf8Text(layout->test);
    listing.facts.looseImages = looseImagesIn(folder);
    for (const std::string& part : {layout->classes, layout->clean, layout->test})
        if (!part.empty())
            listing.facts.looseImages += looseImagesIn(folder / part);
    for (const std::string& name : layout->unread)
        listing.facts.foldersNotRead.push_back(utf8Text(name));
    return listing;
}

} // namespace reweigh
