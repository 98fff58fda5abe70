// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace reweigh {

/// The place of the study `asked` among the `names` of a file's studies. An empty `asked` means the only one: which of several is meant
/// is never guessed. `file` is for errors. Errors: StudyMissing, StudySeveral.
Result<std::size_t> chooseStudy(const std::vector<std::string>& names, const std::string& asked, const std::filesystem::path& file);

} // namespace reweigh
