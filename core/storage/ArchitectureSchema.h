// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// The text of resources/schema/architectures-2.schema.json. It is compiled in, so that files are always checked
/// against the schema of this version.
extern const char* const architectureSchema;

} // namespace reweigh
