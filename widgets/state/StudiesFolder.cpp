// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/StudiesFolder.h"

#include "core/base/NumberText.h"
#include "core/base/PathText.h"
#include "core/config/DataSets.h"
#include "core/config/Names.h"
#include "widgets/state/StudyTitle.h"

#include <QStandardPaths>

namespace reweigh {

std::filesystem::path studiesFolder()
{
    return std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()) / "reweigh"
           / "studies";
}

namespace {

std::filesystem::path freeFolder(const std::string& name)
{
    std::filesystem::path folder = studiesFolder() / name;
    for (int i = 2; isThere(folder); ++i)
        folder = studiesFolder() / (name + '-' + std::to_string(i));
    return folder;
}

} // namespace

std::filesystem::path freshStudyFolder(const ExperimentConfig& config, const QString& title)
{
    if (const std::string named = folderNameOf(title); !named.empty())
        return freeFolder(named);
    std::string name = config.data.dataset;
    if (hasOwnLabels(name) && !config.data.dataDir.empty()) { // "folder" would tell nothing
        const std::filesystem::path images = fullPath(config.data.dataDir);
        const std::filesystem::path own = images.has_filename() ? images.filename() : images.parent_path().filename();
        if (const std::string safe = folderNameOf(QString::fromStdString(own.string())); !safe.empty())
            name = safe;
    }
    if (config.data.noiseType != NoiseType::None)
        name += '-' + nameOf(config.data.noiseType)
                + (config.data.noiseType == NoiseType::File ? std::string() : numberText(config.data.noiseRate));
    if (config.data.imbalanceType != ImbalanceType::None)
        name += "-if" + numberText(config.data.imbalanceFactor);
    return freeFolder(name);
}

} // namespace reweigh
