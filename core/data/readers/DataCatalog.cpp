// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/DataCatalog.h"

#include "core/base/NearestName.h"
#include "core/config/DataSets.h"
#include "core/data/readers/CifarReader.h"
#include "core/data/readers/ClassWords.h"
#include "core/data/readers/DataSource.h"
#include "core/data/readers/IdxReader.h"
#include "core/data/readers/ImageFolder.h"
#include "core/data/readers/SyntheticBlobs.h"

#include <algorithm>
#include <cstdlib>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

/// How a data set is recognised in a folder and read from it. The folders to look in are in the set's row (core/config/DataSets.h).
struct Reader {
    std::string name;
    bool (*isIn)(const fs::path&);
    Result<DataSource> (*read)(const fs::path&);
};

const std::vector<Reader>& readers()
{
    static const std::vector<Reader> all = {
        {"fashion-mnist", hasIdx, [](const fs::path& folder) { return readIdx("fashion-mnist", folder); }},
        {"mnist", hasIdx, [](const fs::path& folder) { return readIdx("mnist", folder); }},
        {"cifar10", hasCifar10, readCifar10},
        {"cifar100", hasCifar100, readCifar100},
    };
    return all;
}

Error unknown(const std::string& name)
{
    return {ErrorCode::UnknownValue, "dataset", name, nearestOrAll(name, dataSetNames())};
}

} // namespace

fs::path defaultDataDir()
{
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data == '/')
        return fs::path(data) / "reweigh/datasets";
    const char* home = std::getenv("HOME");
    return fs::path(home && *home ? home : ".") / ".local/share/reweigh/datasets";
}

std::vector<fs::path> dataSetFolders(const DataOptions& options)
{
    const fs::path base = options.dataDir.empty() ? defaultDataDir() : fs::path(options.dataDir);
    std::vector<fs::path> folders = {base};
    if (const DataSetRow* row = dataSetRow(options.dataset)) {
        for (const std::string& subfolder : row->subfolders)
            folders.push_back(base / subfolder);
        if (options.dataDir.empty() && !row->systemFolder.empty())
            folders.emplace_back(row->systemFolder);
    }
    return folders;
}

namespace {

Result<DataSource> readDataSet(const DataOptions& options, std::vector<UnreadableImage>* unreadable, const std::stop_token& stop)
{
    if (options.dataset == "synthetic")
        return makeSyntheticBlobs();
    if (options.dataset == "folder") {
        if (options.dataDir.empty())
            return Error{ErrorCode::MissingOption, "data-dir", {}, {}};
        return readImageFolder(options.dataDir, {options.imageSize, options.exifOrientation}, options.skipBroken, options.clean, unreadable,
                               stop);
    }
    const DataSetRow* row = dataSetRow(options.dataset);
    const auto reader = std::ranges::find(readers(), options.dataset, &Reader::name);
    if (!row || reader == readers().end())
        return unknown(options.dataset);
    const std::vector<fs::path> folders = dataSetFolders(options);
    for (const fs::path& folder : folders)
        if (reader->isIn(folder))
            return reader->read(folder);
    const bool named = !options.dataDir.empty() || row->systemFolder.empty();
    return Error{ErrorCode::DataSetNotInstalled, named ? folders.front().string() : row->systemFolder, {}, row->howToGet};
}

} // namespace

Result<DataSource> loadDataSet(const DataOptions& options, std::vector<UnreadableImage>* unreadable, const std::stop_token& stop)
{
    Result<DataSource> source = readDataSet(options, unreadable, stop);
    if (!source)
        return source;
    source->classNames = utf8Texts(source->classNames); // names may come from files, in any encoding
    source->fingerprint = fingerprintOf(*source);
    return source;
}

} // namespace reweigh
