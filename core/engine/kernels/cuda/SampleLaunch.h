// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HostDevice.h"
#include "core/data/batches/CropPlacement.h"
#include "core/engine/kernels/cuda/Element.h"

#include <cmath>
#include <cuda_runtime_api.h>

/// The arithmetic of SampleLaunch.h for one pixel or one parameter.
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

/// Writes pixel number `pixel` of the batch, counted over images, rows and columns.
template <typename T>
REWEIGH_HOST_DEVICE void gatherPixel(const std::uint8_t* pixels, const int* samples, const float* value, const ImageShape& shape, int pixel, T* out)
{
    const int x = pixel % shape.width, y = pixel / shape.width % shape.height, image = pixel / (shape.width * shape.height);
    const int* sample = samples + 4 * image;
    const CropPlacement at{sample[1], sample[2], sample[3] != 0};
    const std::int64_t source = (static_cast<std::int64_t>(sample[0]) * shape.height + sourceRow(at, y, shape.height)) * shape.width
        + sourceColumn(at, x, shape.width);
    for (int c = 0; c < shape.channels; ++c)
        out[static_cast<std::int64_t>(pixel) * shape.channels + c] = narrowed<T>(value[256 * c + pixels[source * shape.channels + c]]);
}

/// A step of SGD at rate `lr` for one parameter; weight decay is added to the gradient.
template <typename T>
REWEIGH_HOST_DEVICE void sgdElement(const SgdConstants& k, double lr, T gradient, T& w, T& buffer)
{
    const T g = gradient + T(k.weightDecay) * w;
    buffer = T(k.momentum) * buffer + g;
    w += T(-lr) * (k.nesterov ? g + T(k.momentum) * buffer : buffer);
}

/// Adam's step number `step`, from 1, for one parameter (Kingma and Ba 2015); weight decay is added to the gradient.
template <typename T>
REWEIGH_HOST_DEVICE void adamElement(const AdamConstants& k, double step, T gradient, T& w, T& first, T& second)
{
    const T g = gradient + T(k.weightDecay) * w;
    first = T(k.beta1) * first + T(1 - k.beta1) * g;
    second = T(k.beta2) * second + T(1 - k.beta2) * g * g;
    const T denominator = T(sqrt(second)) / T(sqrt(1 - pow(k.beta2, step))) + T(k.epsilon);
    w += T(-k.lr / (1 - pow(k.beta1, step))) * first / denominator;
}

} // namespace reweigh::cuda

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
