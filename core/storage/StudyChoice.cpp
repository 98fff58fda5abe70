// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StudyChoice.h"

#include "core/base/NameList.h"

#include <algorithm>

namespace reweigh {

Result<std::size_t> chooseStudy(const std::vector<std::string>& names, const std::string& asked, const std::filesystem::path& file)
{
    constexpr std::size_t mostNames = 10;
    if (asked.empty() && names.size() > 1)
        return Error{ErrorCode::StudySeveral, file.string(), listed(names, mostNames), {}};
    const auto found = asked.empty() ? names.begin() : std::ranges::find(names, asked);
    if (found == names.end())
        return Error{ErrorCode::StudyMissing, file.string(), asked, listed(names, mostNames)};
    return std::size_t(found - names.begin());
}

} // namespace reweigh
