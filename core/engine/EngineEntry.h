// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

class Engine;

/// Raised whenever Engine, or a type it passes, changes: a library built against another one gives null.
inline constexpr int engineAbi = 2;

/// The one symbol of the engine library: a new Engine, the caller's to delete.
using CreateEngine = Engine*(int abi);
inline constexpr const char* createEngineSymbol = "reweigh_create_engine";

} // namespace reweigh
