// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hwy/targets.h>

#include <cstdlib>
#include <string_view>

namespace reweigh::test {

/// With the environment variable REWEIGH_TEST_VECTORS=avx2, disables all vector instructions wider than AVX2, so that a processor with
/// AVX-512 tests the code that others run. Call it from initMain. Highway gives wider x86 instruction sets lower bits.
inline void narrowVectorsIfAsked()
{
    const char* asked = std::getenv("REWEIGH_TEST_VECTORS");
    if (asked && std::string_view(asked) == "avx2")
        hwy::DisableTargets(HWY_AVX2 - 1);
}

} // namespace reweigh::test
