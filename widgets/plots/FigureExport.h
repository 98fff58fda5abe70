// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/panel/Panel.h"

#include <QSize>

#include <filesystem>

namespace reweigh {

/// Under a figure, so that a printed one can be traced: study, fingerprint of the data recipe, program version.
QString figureFooter(OpenStudy& study);

/// Writes a panel's figure with its title, scope and footer; the file's ending says how: .png (twice the size in pixels),
/// .svg, .pdf (text stays text), .csv (its table). Errors: UnknownValue (ending), FileUnwritable, DiskFull.
Status exportFigure(Panel& panel, OpenStudy& study, const std::filesystem::path& file, QSize size = {800, 500});

/// Every figure of `panels` in all four forms into `folder`. Returns the files written. Errors: as above, at the first.
Result<std::vector<std::filesystem::path>> exportAllFigures(const std::vector<Panel*>& panels, OpenStudy& study,
                                                            const std::filesystem::path& folder);

} // namespace reweigh
