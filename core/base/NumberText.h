// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <string>

namespace reweigh {

/// The shortest decimal text that reads back as `value`: "0.4", "50", "1e+300", "nan".
inline std::string numberText(double value)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

} // namespace reweigh
