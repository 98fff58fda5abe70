// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sha256.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// Appends `value` as `bytes` little-endian bytes, whatever the machine's own order.
inline void appendNumber(std::string& text, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        text.push_back(static_cast<char>(value >> (8 * i) & 0xff));
}

/// Length first, so that no two different lists of arrays are the same bytes.
template <typename T>
void appendNumbers(std::string& text, std::span<const T> values)
{
    appendNumber(text, values.size(), 8);
    for (const T value : values)
        appendNumber(text, value, int(sizeof(T)));
}

/// The number of texts, then each with its length first.
inline void appendTexts(std::string& text, const std::vector<std::string>& values)
{
    appendNumber(text, values.size(), 8);
    for (const std::string& value : values) {
        appendNumber(text, value.size(), 8);
        text += value;
    }
}

inline Sha256::Digest sha256(std::string_view bytes)
{
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

} // namespace reweigh
