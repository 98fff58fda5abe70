// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>
#include <vector>

namespace reweigh::check {

/// One error, what it may be, and what the library's own operations make of the same task.
struct CheckLine {
    std::string check, subject;
    double error = 0;
    double bound = 0;
    std::optional<double> library;

    bool holds() const { return error <= bound; } ///< NaN does not
};

/// Prints its lines as Markdown while they come.
class CheckTable {
public:
    CheckTable();
    void add(CheckLine line);
    bool holds() const;
    nlohmann::json toJson() const;

private:
    std::vector<CheckLine> m_lines;
};

} // namespace reweigh::check
