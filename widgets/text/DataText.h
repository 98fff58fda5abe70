// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataChanges.h"

#include <QLocale>
#include <QString>

namespace reweigh {

/// Describes in one line what a data recipe did to a data set: "labels as they are, every image kept", or "1,203 of 5,595 labels
/// made wrong
/// (uniform 0.4), 14,405 images left out (exponential imbalance 50)"; of labels from a file how many differ from the true ones. Numbers
/// are formatted by `locale`.
QString dataChangesText(const DataChanges& changes, const QLocale& locale = {});

/// The same in English, for the command line.
std::string dataChangesLine(const DataChanges& changes);

/// A sentence for a study or run that was made before the fingerprint covered pixels: its images cannot be checked.
QString uncheckedPixelsText();

} // namespace reweigh
