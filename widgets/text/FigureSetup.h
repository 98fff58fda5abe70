// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// How figures are written for a paper. As a file, {"width": "3.3in", "font": "8pt", ...}, the window writes it beside the figures, and
/// `reweigh figures --settings` takes it.
struct FigureSetup {
    double width = 6.9;                    ///< inches, 1 to 20
    double height = 0.0;                   ///< inches, 1 to 20; 0: as the figure needs, at least 0.62 of its width
    double font = 8.0;                     ///< points, 4 to 24, of all type
    bool title = true;                     ///< the view's title and what it is over, above the figure
    bool footer = true;                    ///< study, recipe and version below it, by which a printed figure can be traced
    bool legend = true;                    ///< which line is what
    std::string format = "svg";            ///< one of figureFormats
    int dpi = 300;                         ///< of a PNG: pixels per inch, 72 to 1200
    std::vector<std::string> figures = {}; ///< names of the figures to write; empty: all

    friend bool operator==(const FigureSetup&, const FigureSetup&) = default;
};

inline constexpr double columnInches = 3.3; ///< inches, of a column of a paper with two, as those of IEEE and ACM have
inline constexpr double textInches = 6.9;   ///< inches, of both columns
inline constexpr const char* figureFormats[] = {"svg", "pdf", "png"};

/// A length in inches: "3.3in", "84mm", "8.4cm", "240pt" (72 to an inch), "column", "text". None for anything else.
std::optional<double> inchesOf(std::string_view text);

/// Sets the member `key` (width, height, font, title, footer, legend, format, dpi, figures). Lengths are text with a unit, height also
/// "auto", font a number or text of points ("8pt"). Errors: UnknownValue (no such member), ValueOutOfRange.
Status setFigureOption(FigureSetup& setup, const std::string& key, const nlohmann::json& value);

/// The settings as JSON, and from JSON; members that are missing keep their defaults. Errors: FileCorrupt (no JSON object), and those of
/// setFigureOption(). `where` names the file in errors.
std::string figureSetupText(const FigureSetup& setup);
Result<FigureSetup> figureSetupOf(std::string_view json, const std::string& where);
/// The settings of a file. Errors: also those of readFile().
Result<FigureSetup> readFigureSetup(const std::filesystem::path& file);

} // namespace reweigh
