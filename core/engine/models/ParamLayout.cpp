// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/ParamLayout.h"

#include <ATen/ATen.h>

#include <functional>
#include <numeric>

namespace reweigh {

int ParamLayout::add(std::string name, ParamKind kind, std::vector<int64_t> shape)
{
    const int64_t size = std::accumulate(shape.begin(), shape.end(), int64_t{1}, std::multiplies<>());
    m_slots.push_back({std::move(name), kind, std::move(shape), m_total, size});
    m_total += size;
    return static_cast<int>(m_slots.size()) - 1;
}

ParamSet::ParamSet(const ParamLayout& layout, at::Tensor flatVector)
    : flat(std::move(flatVector))
{
    TORCH_CHECK(flat.dim() == 1 && flat.numel() == layout.total(), "ParamSet: ", flat.numel(), " values, layout has ", layout.total());
    views.reserve(layout.slots().size());
    for (const ParamSlot& slot : layout.slots()) {
        const at::Tensor part = flat.narrow(0, slot.offset, slot.size);
        if (slot.kind == ParamKind::ConvWeight) // [out, kh, kw, in] in memory
            views.push_back(part.view({slot.shape[0], slot.shape[2], slot.shape[3], slot.shape[1]}).permute({0, 3, 1, 2}));
        else
            views.push_back(part.view(slot.shape));
    }
}

} // namespace reweigh
