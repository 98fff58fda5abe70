// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hwy/targets.h>

#include <cstdlib>
#include <string_view>

namespace reweigh::test {

/// Called from initMain: under REWEIGH_TEST_VECTORS=avx2 the kernels find no vectors wider than AVX2's, so that a processor
/// with AVX-512 tests what others would run. The wider a set of x86, the lower its bit.
inline void narrowVectorsIfAsked()
{
    const char* asked = std::getenv("REWEIGH_TEST_VECTORS");
    if (asked && std::string_view(asked) == "avx2")
        hwy::DisableTargets(HWY_AVX2 - 1);
}

} // namespace reweigh::test
