// SPDX-License-Identifier: GPL-3.0-or-later
// What follows this header is compiled for processors with AVX-512 and tiles, whatever the build's own target: include
// it after everything whose inline functions others share. Such code runs only where amx::available().
#pragma once

#include <immintrin.h>

#include <algorithm>
#include <type_traits>
#include <cstdint>
#include <cstring>
#include <vector>

#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,avx512bf16,amx-tile,amx-bf16")
// GCC 12 takes the undefined operand of its own intrinsics for a mistake of ours.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
