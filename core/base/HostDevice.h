// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a function that kernels of a device call too: there is one arithmetic, and tests reach it without a device.
#ifdef __CUDACC__
#define REWEIGH_HOST_DEVICE __host__ __device__
#else
#define REWEIGH_HOST_DEVICE
#endif
