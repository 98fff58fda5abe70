// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Optimiser steps in one pass over memory, on the elements [begin, end) of contiguous flat vectors [P]; T is float or double. The
/// vectors must not overlap; begin = end does nothing. The instruction set is chosen at run time. Where it has fused multiply-add,
/// every element is rounded as LibTorch's own operations round it (`a + c b` once, products and quotients each on their own),
/// wherever in the vector it stands. Formulas: methods/Optimisers.h.
namespace reweigh::updates {

/// Constants of a step of SGD, which overwrites w and the momentum buffer b:
/// g = gradient + decay w; b = momentum b + g; w += ofBuffer b + ofGradient g.
template <typename T> struct Sgd {
    T momentum, decay;
    T ofBuffer;   ///< -lr, with Nesterov momentum -lr momentum
    T ofGradient; ///< 0, with Nesterov momentum -lr
};
template <typename T> void sgd(const Sgd<T>& k, T* w, const T* gradient, T* buffer, std::int64_t begin, std::int64_t end);

/// Constants of step t (from 1) of Adam, which overwrites w and the moments m = first and v = second:
/// g = gradient + decay w; m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g g;
/// w += rate m / (sqrt(v) / rootCorrection + epsilon).
template <typename T> struct Adam {
    T decay, beta1, beta2;
    T ofGradient, ofSquare; ///< 1 - beta1, 1 - beta2
    T rootCorrection;       ///< sqrt(1 - beta2^t)
    T epsilon;
    T rate; ///< -lr / (1 - beta1^t)
};
template <typename T> void adam(const Adam<T>& k, T* w, const T* gradient, T* first, T* second, std::int64_t begin, std::int64_t end);

} // namespace reweigh::updates
