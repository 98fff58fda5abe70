// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/cuda/SampleMath.h"

#include <cstdint>
#include <cuda_runtime_api.h>

/// Launches kernels on samples and on flat vectors. All pointers point to device memory. No function waits for the device; a caller
/// asks CUDA for launch errors.
namespace reweigh::cuda {

/// Computes what crossEntropy() of CrossEntropy.h does: logits, probabilities and derivative [samples, classes], labels and losses
/// [samples]; samples and classes >= 1. A label outside [0, classes) gives its sample NaN.
void crossEntropy(const float* logits, const std::int64_t* labels, int samples, int classes, float* losses, float* probabilities,
                  float* derivative, cudaStream_t stream);

/// Writes a batch `out` [count, H, W, C] of crops of the images `pixels` [N, H, W, C]. Image i of the batch is image samples[4 i] of
/// the set; its crop begins at row samples[4 i + 1] and column samples[4 i + 2] of the padded image and is mirrored where
/// samples[4 i + 3] is not 0. `value` [C, 256] gives each byte's normalised value. count >= 1.
template <typename T>
void gatherImages(const std::uint8_t* pixels, const int* samples, const float* value, int count, const ImageShape& shape, T* out,
                  cudaStream_t stream);

/// A step of SGD on flat vectors of `size` elements. The learning rate is *rate, or k.lr if `rate` is null.
template <typename T>
void sgd(T* w, const T* gradient, T* buffer, std::int64_t size, const double* rate, const SgdConstants& k, cudaStream_t stream);

/// A step of Adam on flat vectors of `size` elements. *taken is the number of steps before this one.
template <typename T>
void adam(T* w, const T* gradient, T* first, T* second, std::int64_t size, const std::int64_t* taken, const AdamConstants& k,
          cudaStream_t stream);

} // namespace reweigh::cuda
