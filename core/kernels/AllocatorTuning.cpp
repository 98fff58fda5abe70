// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/AllocatorTuning.h"

#include <limits>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace reweigh {

void tuneAllocator()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_MAX, 0); // thresholds end at 32 MB, below the activations of wide networks
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

} // namespace reweigh
