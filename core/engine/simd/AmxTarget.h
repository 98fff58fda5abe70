// SPDX-License-Identifier: GPL-3.0-or-later
// Code after this header is compiled for processors with AVX-512 and AMX, whatever processor the build is for. Include it after all
// headers whose inline functions other files use too, or those would get these instructions. The code may run only where
// amx::available().
#pragma once

#include <immintrin.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,avx512bf16,amx-tile,amx-bf16")
// GCC 12 warns about the undefined operand within its own intrinsics.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
