// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/StudyFolders.h"

#include "core/base/NumberText.h"
#include "core/base/PathText.h"
#include "core/config/Names.h"

#include <QStandardPaths>

namespace reweigh {

std::filesystem::path studiesFolder()
{
    return std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()) / "reweigh" / "studies";
}

std::filesystem::path freshStudyFolder(const ExperimentConfig& config)
{
    std::string name = config.data.dataset;
    if (config.data.noiseType != NoiseType::None)
        name += '-' + nameOf(config.data.noiseType) + numberText(config.data.noiseRate);
    if (config.data.imbalanceType != ImbalanceType::None)
        name += "-if" + numberText(config.data.imbalanceFactor);
    std::filesystem::path folder = studiesFolder() / name;
    for (int i = 2; isThere(folder); ++i)
        folder = studiesFolder() / (name + '-' + std::to_string(i));
    return folder;
}

} // namespace reweigh
