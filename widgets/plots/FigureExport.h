// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/panel/Panel.h"
#include "widgets/text/FigureSetup.h"

#include <QImage>
#include <QSize>

#include <filesystem>

namespace reweigh {

/// The line below an exported figure, by which a printed figure can be traced: study, fingerprint of the data recipe, program
/// version; and what its figures stand on, where there is something to say. Figures of panels that name another source
/// (Panel::source) have that, and what they stand on themselves (Panel::heldOut), instead.
QString figureFooter(OpenStudy& study);

/// The size of a panel's figure in pixels of the screen's resolution.
QSize figureSize(Panel& panel, OpenStudy& study, const FigureSetup& setup);

/// Writes a panel's figure with its title, scope and footer as `setup` says. The file's ending determines the format: .png, .svg, .pdf
/// (in both text stays text, and lines end at the axes), .csv (only the panel's table). Colours and type are the theme's: set
/// Theme::setPaper(setup.font) before, and let the panel draw. The same panel gives the same bytes. Errors: UnknownValue (ending),
/// ValueOutOfRange (a height without room for more than the words around the figure, more pixels than a picture can have), FileUnwritable,
/// DiskFull.
Status exportFigure(Panel& panel, OpenStudy& study, const std::filesystem::path& file, const FigureSetup& setup = {});

/// The figure as it will look, in the screen's resolution times `ratio`; null if that would be too many pixels.
QImage figurePreview(Panel& panel, OpenStudy& study, const FigureSetup& setup, double ratio);

/// A panel's figure with all its parts in the theme's present look, to be copied: 800 pixels wide and as high as it needs, at twice that
/// resolution for sharp text.
QImage figureImage(Panel& panel, OpenStudy& study);

/// Writes the figures of `panels` that setup.figures names, or all, into `folder`, which is created if missing: each in the format of
/// `setup` and its table as CSV. Panels without content are left out, and pale ones, which show what was before. Returns the files
/// written. Stops at the first error; errors as above.
Result<std::vector<std::filesystem::path>> exportAllFigures(const std::vector<Panel*>& panels, OpenStudy& study,
                                                            const std::filesystem::path& folder, const FigureSetup& setup = {});

/// The settings by which figures were written, beside them: `reweigh figures STUDY --settings FILE` writes them again.
std::filesystem::path figureSettings(const std::filesystem::path& folder);

} // namespace reweigh
