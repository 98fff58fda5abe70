// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

/// What a parameter or buffer is for; it decides the memory layout and the initial value.
enum class ParamKind { ConvWeight, LinearWeight, Bias, NormScale, NormShift, RunningMean, RunningVariance };

/// One parameter or buffer: its name, shape and place in the flat vector.
struct ParamSlot {
    std::string name; ///< "stage1.0.conv1.weight"
    ParamKind kind = ParamKind::Bias;
    std::vector<int64_t> shape; ///< in LibTorch's order: [out, in, kh, kw], [out, in] or [C]
    int64_t offset = 0;         ///< of the first element in the flat vector
    int64_t size = 0;           ///< number of elements
};

/// Where each parameter of a network lies in one flat vector. Thanks to the flat vector an optimiser step, the virtual step w - a g and
/// a checkpoint are one operation each, for any network.
class ParamLayout {
public:
    int add(std::string name, ParamKind kind, std::vector<int64_t> shape); ///< appends a slot and returns its index
    const std::vector<ParamSlot>& slots() const { return m_slots; }
    int64_t total() const { return m_total; } ///< the number of elements of the flat vector, P

private:
    std::vector<ParamSlot> m_slots;
    int64_t m_total = 0;
};

/// A flat vector and a view of it for every slot; writing to a view changes the vector. Convolution weights are stored as
/// [out, kh, kw, in], so their views [out, in, kh, kw] are channels-last and need no copy.
struct ParamSet {
    ParamSet() = default;
    /// `flatVector` [layout.total()], contiguous, any dtype and device; the set shares its memory. Throws c10::Error for other shapes.
    ParamSet(const ParamLayout& layout, at::Tensor flatVector);

    at::Tensor flat;               ///< [P]
    std::vector<at::Tensor> views; ///< per slot, of the slot's shape
};

} // namespace reweigh
