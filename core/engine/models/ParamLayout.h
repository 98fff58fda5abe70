// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

enum class ParamKind { ConvWeight, LinearWeight, Bias, NormScale, NormShift, RunningMean, RunningVariance };

struct ParamSlot {
    std::string name;           ///< "stage1.0.conv1.weight"
    ParamKind kind = ParamKind::Bias;
    std::vector<int64_t> shape; ///< as LibTorch orders it: [out, in, kh, kw], [out, in], [n]
    int64_t offset = 0;         ///< of the first element in the flat vector
    int64_t size = 0;
};

/// Where each parameter of a network lies in one flat vector. One vector makes an optimiser step, the
/// virtual step w - a g and a checkpoint one operation each, whatever the network.
class ParamLayout {
public:
    int add(std::string name, ParamKind kind, std::vector<int64_t> shape); ///< returns the slot's index
    const std::vector<ParamSlot>& slots() const { return m_slots; }
    int64_t total() const { return m_total; }

private:
    std::vector<ParamSlot> m_slots;
    int64_t m_total = 0;
};

/// A flat vector and a view of it for every slot. Convolution weights are stored channels-last, so
/// their views have channels-last strides and need no reordering.
struct ParamSet {
    ParamSet() = default;
    ParamSet(const ParamLayout& layout, at::Tensor flatVector);

    at::Tensor flat; ///< [total]
    std::vector<at::Tensor> views;
};

} // namespace reweigh
