// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/meters/PrincipalAxes.h"

#include "core/training/HostValues.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace reweigh {

PrincipalAxes principalAxes(const at::Tensor& features)
{
    const at::Tensor values = features.detach().to(at::kCPU, at::kDouble);
    if (!values.isfinite().all().item<bool>())
        return {};
    const at::Tensor centred = values - values.mean(0, true);
    const auto [variances, axes] = at::linalg_eigh(centred.t().mm(centred) / double(values.size(0))); // ascending
    const double whole = variances.sum().item<double>();

    const std::int64_t width = values.size(1);
    std::array<std::vector<float>, 2> components;
    PrincipalAxes result;
    for (std::int64_t k = 0; k < 2; ++k) {
        if (k == width) {
            components[std::size_t(k)].assign(std::size_t(values.size(0)), 0.0f);
            continue;
        }
        const at::Tensor axis = axes.select(1, width - 1 - k);
        const bool reversed = axis[axis.abs().argmax()].item<double>() < 0.0;
        components[std::size_t(k)] = hostFloats(centred.mv(reversed ? -axis : axis));
        if (whole > 0.0)
            result.explained[std::size_t(k)] = std::max(0.0, variances[width - 1 - k].item<double>() / whole);
    }
    result.first = std::move(components[0]);
    result.second = std::move(components[1]);
    return result;
}

} // namespace reweigh
