// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StudyChoice.h"

#include <algorithm>

namespace reweigh {
namespace {

/// The names in one line, at most ten of them.
std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? text + ", and " + std::to_string(names.size() - most) + " more" : text;
}

} // namespace

Result<std::size_t> chooseStudy(const std::vector<std::string>& names, const std::string& asked, const std::filesystem::path& file)
{
    if (asked.empty() && names.size() > 1)
        return Error{ErrorCode::StudySeveral, file.string(), listed(names), {}};
    const auto found = asked.empty() ? names.begin() : std::ranges::find(names, asked);
    if (found == names.end())
        return Error{ErrorCode::StudyMissing, file.string(), asked, listed(names)};
    return std::size_t(found - names.begin());
}

} // namespace reweigh
