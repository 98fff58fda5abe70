// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataCatalog.h"

#include "core/base/NearestName.h"
#include "core/config/Names.h"
#include "core/data/CifarReader.h"
#include "core/data/DataSource.h"
#include "core/data/IdxReader.h"
#include "core/data/ImageFolder.h"
#include "core/data/SyntheticBlobs.h"

#include <cstdlib>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

/// One set that lies in a folder of files.
struct Entry {
    std::string name;
    std::vector<std::string> subfolders; ///< where its archives and other tools put it
    std::string systemFolder;            ///< where the distribution installs it; empty: nowhere
    std::string howToGet;
    bool (*isIn)(const fs::path&);
    Result<DataSource> (*read)(const fs::path&);
};

const std::vector<Entry>& catalog()
{
    static const std::vector<Entry> entries = {
        {"fashion-mnist", {"fashion-mnist", "FashionMNIST/raw"}, "/usr/share/datasets/fashion-mnist",
         "apt install dataset-fashion-mnist, or give --data-dir", hasIdx,
         [](const fs::path& folder) { return readIdx("fashion-mnist", folder); }},
        {"mnist", {"mnist", "MNIST/raw"}, {}, "reweigh data --dataset mnist --fetch gets it, or give --data-dir", hasIdx,
         [](const fs::path& folder) { return readIdx("mnist", folder); }},
        {"cifar10", {"cifar-10-batches-bin"}, {}, "reweigh data --dataset cifar10 --fetch gets it, or give --data-dir", hasCifar10, readCifar10},
        {"cifar100", {"cifar-100-binary", "cifar-100-sample"}, {},
         "reweigh data --dataset cifar100 --fetch gets it, or give --data-dir", hasCifar100, readCifar100},
    };
    return entries;
}

const Entry* findEntry(const std::string& name)
{
    for (const Entry& entry : catalog())
        if (entry.name == name)
            return &entry;
    return nullptr;
}

Error unknown(const std::string& name)
{
    std::string hint = nearestName(name, dataSetNames());
    if (hint.empty())
        for (const std::string& known : dataSetNames())
            hint += (hint.empty() ? "" : ", ") + known;
    return {ErrorCode::UnknownValue, "dataset", name, hint};
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
    if (const Entry* entry = findEntry(options.dataset)) {
        for (const std::string& subfolder : entry->subfolders)
            folders.push_back(base / subfolder);
        if (options.dataDir.empty() && !entry->systemFolder.empty())
            folders.emplace_back(entry->systemFolder);
    }
    return folders;
}

Result<DataSource> loadDataSet(const DataOptions& options)
{
    if (options.dataset == "synthetic")
        return makeSyntheticBlobs();
    if (options.dataset == "folder") {
        if (options.dataDir.empty())
            return Error{ErrorCode::MissingOption, "data-dir", {}, "the folder of class-named folders of images"};
        return readImageFolder(options.dataDir, options.imageSize, options.seed);
    }
    const Entry* entry = findEntry(options.dataset);
    if (!entry)
        return unknown(options.dataset);
    const std::vector<fs::path> folders = dataSetFolders(options);
    for (const fs::path& folder : folders)
        if (entry->isIn(folder))
            return entry->read(folder);
    const bool named = !options.dataDir.empty() || entry->systemFolder.empty();
    return Error{ErrorCode::DataSetNotInstalled, named ? folders.front().string() : entry->systemFolder, {}, entry->howToGet};
}

} // namespace reweigh
