// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/check/CheckTable.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace reweigh::check {
namespace {

nlohmann::json number(double value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

} // namespace

CheckTable::CheckTable()
{
    std::printf("| check | subject | error | allowed | the library's own | |\n|---|---|---|---|---|---|\n");
}

void CheckTable::add(CheckLine line)
{
    char library[32] = "";
    if (line.library)
        std::snprintf(library, sizeof library, "%.1e", *line.library);
    std::printf("| %s | %s | %.1e | %.1e | %s | %s |\n", line.check.c_str(), line.subject.c_str(), line.error, line.bound, library,
                line.holds() ? "ok" : "**exceeded**");
    std::fflush(stdout);
    m_lines.push_back(std::move(line));
}

bool CheckTable::holds() const
{
    return std::ranges::all_of(m_lines, &CheckLine::holds);
}

nlohmann::json CheckTable::toJson() const
{
    nlohmann::json lines = nlohmann::json::array();
    for (const CheckLine& line : m_lines)
        lines.push_back({{"check", line.check},
                         {"subject", line.subject},
                         {"error", number(line.error)},
                         {"bound", line.bound},
                         {"library_error", line.library ? number(*line.library) : nlohmann::json()},
                         {"holds", line.holds()}});
    return lines;
}

} // namespace reweigh::check
