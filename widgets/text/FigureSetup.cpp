// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/FigureSetup.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace reweigh {
namespace {

constexpr double pointsPerInch = 72.0, millimetresPerInch = 25.4;
constexpr double leastLength = 1.0, mostLength = 20.0, leastFont = 4.0, mostFont = 24.0;
constexpr int leastDpi = 72, mostDpi = 1200;

/// The number at the beginning of `text`, which keeps what follows it. None where there is no finite number.
std::optional<double> numberBefore(std::string_view& text)
{
    double value = 0.0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || !std::isfinite(value))
        return std::nullopt;
    text.remove_prefix(std::size_t(end - text.data()));
    return value;
}

std::optional<double> pointsIn(const nlohmann::json& value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const std::string written = value.get<std::string>();
    std::string_view text = written;
    const std::optional<double> points = numberBefore(text);
    return text.empty() || text == "pt" ? points : std::nullopt;
}

std::optional<double> lengthIn(const nlohmann::json& value)
{
    return value.is_string() ? inchesOf(value.get<std::string>()) : std::nullopt;
}

std::string lengthText(double inches)
{
    return nlohmann::json(inches).dump() + "in"; // the shortest text that gives the same number again
}

/// `value` as it is told in an error.
std::string told(const nlohmann::json& value)
{
    return value.is_string() ? value.get<std::string>() : jsonText(value);
}

bool within(const std::optional<double>& value, double low, double high)
{
    return value && *value >= low && *value <= high;
}

} // namespace

std::optional<double> inchesOf(std::string_view text)
{
    if (text == "column")
        return columnInches;
    if (text == "text")
        return textInches;
    const std::optional<double> number = numberBefore(text);
    if (!number)
        return std::nullopt;
    constexpr std::array<std::pair<std::string_view, double>, 4> units = {
        {{"in", 1.0}, {"mm", millimetresPerInch}, {"cm", millimetresPerInch / 10.0}, {"pt", pointsPerInch}}};
    for (const auto& [unit, perInch] : units)
        if (text == unit)
            return *number / perInch;
    return std::nullopt;
}

Status setFigureOption(FigureSetup& setup, const std::string& key, const nlohmann::json& value)
{
    const auto refused = [&](const char* allowed) { return Error{ErrorCode::ValueOutOfRange, key, told(value), allowed}; };
    if (key == "width" || key == "height") {
        const bool automatic = key == "height" && value == "auto";
        const std::optional<double> length = lengthIn(value);
        if (!automatic && !within(length, leastLength, mostLength))
            return refused(key == "width" ? "a length from 1in to 20in: 3.3in, 84mm, 8.4cm, 240pt, column (3.3in) or text (6.9in)"
                                          : "a length from 1in to 20in, as 2.2in or 56mm, or auto");
        (key == "width" ? setup.width : setup.height) = automatic ? 0.0 : *length;
        return {};
    }
    if (key == "font") {
        const std::optional<double> points = pointsIn(value);
        if (!within(points, leastFont, mostFont))
            return refused("4pt to 24pt");
        setup.font = *points;
        return {};
    }
    if (key == "title" || key == "footer" || key == "legend") {
        if (!value.is_boolean())
            return refused("true or false");
        (key == "title" ? setup.title : key == "footer" ? setup.footer : setup.legend) = value.get<bool>();
        return {};
    }
    if (key == "format") {
        if (!value.is_string() || std::ranges::find(figureFormats, value.get<std::string>()) == std::end(figureFormats))
            return refused("svg, pdf or png");
        setup.format = value.get<std::string>();
        return {};
    }
    if (key == "dpi") {
        if (!value.is_number_integer() || !within(value.get<double>(), leastDpi, mostDpi))
            return refused("a whole number from 72 to 1200");
        setup.dpi = value.get<int>();
        return {};
    }
    if (key == "figures") {
        if (!value.is_array() || !std::ranges::all_of(value, [](const nlohmann::json& name) { return name.is_string(); }))
            return refused("a list of names, as reweigh figures --list prints them");
        setup.figures = value.get<std::vector<std::string>>();
        return {};
    }
    return Error{ErrorCode::UnknownValue, "settings of figures", key, "width, height, font, title, footer, legend, format, dpi, figures"};
}

std::string figureSetupText(const FigureSetup& setup)
{
    const nlohmann::ordered_json json = {{"width", lengthText(setup.width)},
                                         {"height", setup.height > 0.0 ? lengthText(setup.height) : "auto"},
                                         {"font", nlohmann::json(setup.font).dump() + "pt"},
                                         {"title", setup.title},
                                         {"footer", setup.footer},
                                         {"legend", setup.legend},
                                         {"format", setup.format},
                                         {"dpi", setup.dpi},
                                         {"figures", setup.figures}};
    return json.dump(2) + "\n";
}

Result<FigureSetup> figureSetupOf(std::string_view json, const std::string& where)
{
    const nlohmann::json read = parsedJsonOrNone(json);
    if (!read.is_object())
        return Error{ErrorCode::FileCorrupt, where, "no JSON object", "settings of figures"};
    FigureSetup setup;
    for (const auto& [key, value] : read.items())
        if (const Status set = setFigureOption(setup, key, value); !set)
            return set.error();
    return setup;
}

Result<FigureSetup> readFigureSetup(const std::filesystem::path& file)
{
    const Result<std::string> text = readFile(file, 1 << 20);
    if (!text)
        return text.error();
    return figureSetupOf(*text, pathText(file));
}

} // namespace reweigh
