// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HostDevice.h"
#include "core/data/batches/CropPlacement.h"
#include "core/engine/kernels/cuda/Element.h"

#include <cmath>
#include <cstdint>

/// The arithmetic of SampleLaunch.h's kernels for one pixel or one parameter, compiled for both host and device; without CUDA's headers.
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
