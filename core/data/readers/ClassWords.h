// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/NameList.h"
#include "core/base/PathText.h"

#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// `text` as a number, if it consists of digits alone and is not too large.
inline std::optional<std::size_t> wholeNumber(const std::string& text)
{
    std::size_t value = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

/// Each text as utf8Text(): names of files, classes and columns may have any encoding.
inline std::vector<std::string> utf8Texts(std::vector<std::string> texts)
{
    for (std::string& text : texts)
        text = utf8Text(text);
    return texts;
}

/// How many names of classes or images a message lists.
inline constexpr std::size_t mostListed = 5;

/// Reads the names and numbers of classes, as files of labels have them.
class ClassWords {
public:
    /// `names` must outlive the object.
    explicit ClassWords(const std::vector<std::string>& names)
        : m_names(names)
    {
        for (std::size_t c = 0; c < names.size(); ++c) {
            m_known.emplace(names[c], std::uint16_t(c));
            m_numbers = m_numbers && !wholeNumber(names[c]);
        }
    }

    std::optional<std::uint16_t> read(const std::string& field) const
    {
        if (const auto known = m_known.find(utf8Text(field)); known != m_known.end())
            return known->second;
        const std::optional<std::size_t> number = m_numbers ? wholeNumber(field) : std::nullopt;
        return number && *number < m_names.size() ? std::optional(std::uint16_t(*number)) : std::nullopt;
    }

    /// What `read` takes, in words.
    std::string allowed() const
    {
        return listed(m_names, mostListed) + (m_numbers ? "; or a number from 0 to " + std::to_string(m_names.size() - 1) : std::string());
    }

private:
    const std::vector<std::string>& m_names;
    std::map<std::string, std::uint16_t> m_known;
    bool m_numbers = true; ///< whether classes have numbers beside their names
};

} // namespace reweigh
