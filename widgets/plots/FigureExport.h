// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/panel/Panel.h"

#include <QImage>
#include <QSize>

#include <filesystem>

namespace reweigh {

/// The line below an exported figure, by which a printed figure can be traced: study, fingerprint of the data recipe, program
/// version. Figures of panels that name another source (Panel::source) have that instead.
QString figureFooter(OpenStudy& study);

/// A panel's figure with its title, scope and footer, at twice `size` (in pixels of the figure) for sharp text.
QImage figureImage(Panel& panel, OpenStudy& study, QSize size = {800, 500});

/// Writes a panel's figure with its title, scope and footer. The file's ending determines the format: .png (twice the size in
/// pixels),
/// .svg, .pdf (text stays text), .csv (only the panel's table). `size` is in pixels. Errors: UnknownValue (ending), FileUnwritable,
/// DiskFull.
Status exportFigure(Panel& panel, OpenStudy& study, const std::filesystem::path& file, QSize size = {800, 500});

/// Writes every figure of `panels` that has a content in all four formats into `folder`, which is created if missing. Returns the files written. Stops
/// at the first error; errors as above.
Result<std::vector<std::filesystem::path>> exportAllFigures(const std::vector<Panel*>& panels, OpenStudy& study,
                                                            const std::filesystem::path& folder);

} // namespace reweigh
