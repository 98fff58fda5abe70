// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/SqlConnection.h"

namespace reweigh {

/// Optuna's tables as Optuna 5.0.0 makes them.
inline constexpr int optunaSchema = 12;
inline constexpr const char* optunaRevision = "v3.2.0.a";

/// Makes the tables in an empty database. Errors: those of SqlConnection.
Status createTables(SqlConnection& connection);

/// Errors: StudyOtherVersion (detail = what was found, hint = what is known), those of SqlConnection.
Status checkTables(SqlConnection& connection, const std::filesystem::path& file);

} // namespace reweigh
