// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a function that both the CPU and CUDA kernels call: the arithmetic exists once, and tests reach it without a GPU.
#ifdef __CUDACC__
#define REWEIGH_HOST_DEVICE __host__ __device__
#else
#define REWEIGH_HOST_DEVICE
#endif
