// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace reweigh {

/// The folder where `reweigh setup` puts LibTorch's libraries: libtorch-2.11.0 in ${REWEIGH_HOME:-${XDG_CACHE_HOME:-~/.cache}/reweigh}.
std::filesystem::path libTorchFolder();

/// LibTorch's main library, of the version that this program stands on: where `reweigh setup` puts it, else where packaging/setup does.
/// Empty if it is in neither.
std::filesystem::path findLibTorch();

} // namespace reweigh
