// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// Text of resources/schema/architectures-2.schema.json, built in, so that a file is checked against the
/// very schema that ships.
extern const char* const architectureSchema;

} // namespace reweigh
