// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HostDevice.h"
#include "core/data/batches/CropPlacement.h"
#include "core/engine/kernels/cuda/Element.h"

#include <cmath>
#include <cuda_runtime_api.h>

/// The arithmetic of the kernels below for one pixel or one parameter, compiled for both host and device.
namespace reweigh::cuda {

struct ImageShape {
    int height, width, channels;
};

struct SgdConstants {
    double lr, momentum, weightDecay;
    bool nesterov;
};

struct AdamConstants {
    double beta1, beta2, epsilon, lr, weightDecay;
};

/// Writes pixel number `pixel` of the batch [n, H, W, C], counted over images, rows and columns. Arguments as of gatherImages().
template <typename T>
REWEIGH_HOST_DEVICE void gatherPixel(const std::uint8_t* pixels, const int* samples, const float* value, const ImageShape& shape, int pixel,
                                     T* out)
{
    const int x = pixel % shape.width, y = pixel / shape.width % shape.height, image = pixel / (shape.width * shape.height);
    const int* sample = samples + 4 * image;
    const CropPlacement at{sample[1], sample[2], sample[3] != 0};
    const std::int64_t source = (static_cast<std::int64_t>(sample[0]) * shape.height + sourceRow(at, y, shape.height)) * shape.width
                                + sourceColumn(at, x, shape.width);
    for (int c = 0; c < shape.channels; ++c)
        out[static_cast<std::int64_t>(pixel) * shape.channels + c] = narrowed<T>(value[256 * c + pixels[source * shape.channels + c]]);
}

/// A step of SGD at learning rate `lr` for one parameter; weight decay is added to the gradient. k.lr is not read.
template <typename T> REWEIGH_HOST_DEVICE void sgdElement(const SgdConstants& k, double lr, T gradient, T& w, T& buffer)
{
    const T g = gradient + T(k.weightDecay) * w;
    buffer = T(k.momentum) * buffer + g;
    w += T(-lr) * (k.nesterov ? g + T(k.momentum) * buffer : buffer);
}

/// Adam's step number `step` (from 1) for one parameter (Kingma and Ba 2015, algorithm 1); weight decay is added to the gradient.
template <typename T> REWEIGH_HOST_DEVICE void adamElement(const AdamConstants& k, double step, T gradient, T& w, T& first, T& second)
{
    const T g = gradient + T(k.weightDecay) * w;
    first = T(k.beta1) * first + T(1 - k.beta1) * g;
    second = T(k.beta2) * second + T(1 - k.beta2) * g * g;
    const T denominator = T(sqrt(second)) / T(sqrt(1 - pow(k.beta2, step))) + T(k.epsilon);
    w += T(-k.lr / (1 - pow(k.beta1, step))) * first / denominator;
}

} // namespace reweigh::cuda

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
