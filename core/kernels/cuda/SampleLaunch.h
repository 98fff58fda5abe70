// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/cuda/SampleMath.h"

#include <cuda_runtime_api.h>

/// Kernels on samples and on flat vectors. All pointers are the device's; nothing waits.
namespace reweigh::cuda {

/// As CrossEntropy.h. A label outside [0, classes) gives its sample a NaN.
void crossEntropy(const float* logits, const std::int64_t* labels, int samples, int classes, float* losses, float* probabilities,
                  float* derivative, cudaStream_t stream);

/// Image samples[4 i] of `pixels` goes to image i of `out`, its crop beginning at row samples[4 i + 1] and column
/// samples[4 i + 2] of the padded image, mirrored where samples[4 i + 3] is not 0. value: [channels][256].
template <typename T>
void gatherImages(const std::uint8_t* pixels, const int* samples, const float* value, int count, const ImageShape& shape, T* out, cudaStream_t stream);

/// The rate is read from `rate`, which is k.lr's place unless it is null.
template <typename T>
void sgd(T* w, const T* gradient, T* buffer, std::int64_t size, const double* rate, const SgdConstants& k, cudaStream_t stream);

/// `taken`: steps before this one.
template <typename T>
void adam(T* w, const T* gradient, T* first, T* second, std::int64_t size, const std::int64_t* taken, const AdamConstants& k, cudaStream_t stream);

} // namespace reweigh::cuda
