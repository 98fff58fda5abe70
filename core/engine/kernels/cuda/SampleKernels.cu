// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/cuda/SampleLaunch.h"

namespace reweigh::cuda {
namespace {

constexpr int blockSize = 256;
constexpr int warp = 32;
constexpr unsigned wholeWarp = 0xFFFFFFFFu;

template <typename Join> __device__ float joinedWarp(float value, const Join& join)
{
    for (int distance = warp / 2; distance > 0; distance /= 2)
        value = join(value, __shfl_xor_sync(wholeWarp, value, distance));
    return value;
}

/// One warp per sample. fmaxf ignores NaN, so the maximum is a number; the sum of exponentials then is NaN.
__global__ void crossEntropyKernel(const float* logits, const std::int64_t* labels, int samples, int classes, float* losses,
                                   float* probabilities, float* derivative)
{
    const int sample = blockIdx.x * (blockDim.x / warp) + threadIdx.x / warp, lane = threadIdx.x % warp;
    if (sample >= samples) // true for all threads of a warp or for none
        return;
    const auto plus = [](float a, float b) { return a + b; };
    const std::int64_t label = labels[sample], begin = static_cast<std::int64_t>(sample) * classes;
    float highest = -INFINITY;
    for (int k = lane; k < classes; k += warp)
        highest = fmaxf(highest, logits[begin + k]);
    highest = joinedWarp(highest, [](float a, float b) { return fmaxf(a, b); });
    float sum = 0;
    for (int k = lane; k < classes; k += warp)
        sum += expf(logits[begin + k] - highest);
    sum = joinedWarp(sum, plus);
    for (int k = lane; k < classes; k += warp) {
        const float p = expf(logits[begin + k] - highest) / sum;
        probabilities[begin + k] = p;
        derivative[begin + k] = k == label ? p - 1 : p;
    }
    if (lane == 0)
        losses[sample] = label >= 0 && label < classes ? logf(sum) + highest - logits[begin + label] : NAN;
}

template <typename T>
__global__ void gatherKernel(const std::uint8_t* pixels, const int* samples, const float* value, ImageShape shape, int count, T* out)
{
    const int pixel = blockIdx.x * blockDim.x + threadIdx.x;
    if (pixel < count)
        gatherPixel(pixels, samples, value, shape, pixel, out);
}

template <typename T> __global__ void sgdKernel(T* w, const T* gradient, T* buffer, std::int64_t size, const double* rate, SgdConstants k)
{
    const std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
    if (i < size)
        sgdElement(k, rate ? *rate : k.lr, gradient[i], w[i], buffer[i]);
}

template <typename T>
__global__ void adamKernel(T* w, const T* gradient, T* first, T* second, std::int64_t size, const std::int64_t* taken, AdamConstants k)
{
    const std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
    if (i < size)
        adamElement(k, static_cast<double>(*taken + 1), gradient[i], w[i], first[i], second[i]);
}

unsigned blocksFor(std::int64_t threads)
{
    return static_cast<unsigned>((threads + blockSize - 1) / blockSize);
}

} // namespace

void crossEntropy(const float* logits, const std::int64_t* labels, int samples, int classes, float* losses, float* probabilities,
                  float* derivative, cudaStream_t stream)
{
    crossEntropyKernel<<<blocksFor(static_cast<std::int64_t>(samples) * warp), blockSize, 0, stream>>>(logits, labels, samples, classes,
                                                                                                       losses, probabilities, derivative);
}

template <typename T>
void gatherImages(const std::uint8_t* pixels, const int* samples, const float* value, int count, const ImageShape& shape, T* out,
                  cudaStream_t stream)
{
    const int all = count * shape.height * shape.width;
    gatherKernel<<<blocksFor(all), blockSize, 0, stream>>>(pixels, samples, value, shape, all, out);
}

template <typename T>
void sgd(T* w, const T* gradient, T* buffer, std::int64_t size, const double* rate, const SgdConstants& k, cudaStream_t stream)
{
    if (size > 0) // there is no empty grid
        sgdKernel<<<blocksFor(size), blockSize, 0, stream>>>(w, gradient, buffer, size, rate, k);
}

template <typename T>
void adam(T* w, const T* gradient, T* first, T* second, std::int64_t size, const std::int64_t* taken, const AdamConstants& k,
          cudaStream_t stream)
{
    if (size > 0)
        adamKernel<<<blocksFor(size), blockSize, 0, stream>>>(w, gradient, first, second, size, taken, k);
}

template void gatherImages(const std::uint8_t*, const int*, const float*, int, const ImageShape&, float*, cudaStream_t);
template void gatherImages(const std::uint8_t*, const int*, const float*, int, const ImageShape&, std::uint16_t*, cudaStream_t);
template void sgd(float*, const float*, float*, std::int64_t, const double*, const SgdConstants&, cudaStream_t);
template void sgd(double*, const double*, double*, std::int64_t, const double*, const SgdConstants&, cudaStream_t);
template void adam(float*, const float*, float*, float*, std::int64_t, const std::int64_t*, const AdamConstants&, cudaStream_t);
template void adam(double*, const double*, double*, double*, std::int64_t, const std::int64_t*, const AdamConstants&, cudaStream_t);

} // namespace reweigh::cuda
