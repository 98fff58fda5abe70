// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/MetaNetSpec.h"
#include "core/models/ParamLayout.h"

#include <filesystem>

namespace reweigh {

/// Writes the MW-Net `spec` with parameters `theta` (laid out by MetaWeightNet) as a TorchScript module:
/// forward(input [n, d]) -> weight [n], before any normalisation over the batch. Parameters are named as the layout
/// names them. Errors: DiskFull, FileUnwritable.
Status writeTorchScript(const MetaNetSpec& spec, const ParamLayout& layout, const ParamSet& theta, const std::filesystem::path& file);

} // namespace reweigh
