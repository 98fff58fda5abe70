// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/InputStatistics.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace reweigh {

InputStatistics InputStatistics::fresh(std::int64_t features, const at::TensorOptions& options)
{
    return {.seen = at::zeros({1}, options), .mean = at::zeros({features}, options), .variance = at::ones({features}, options)};
}

/// With r the share of the batch's samples in all, m and s^2 the batch's own statistics, and M and S^2 those of before, the variance about
/// the new mean M + r (m - M) is (1 - r) S^2 + r s^2 + r (1 - r) (m - M)^2.
void InputStatistics::update(const at::Tensor& features)
{
    if (!mean.defined())
        return;
    const c10::NoGradGuard guard;
    const double n = double(features.size(0));
    const at::Tensor x = features.narrow(1, 0, mean.size(0));
    const at::Tensor own = x.mean(0), spread = (x - own).square().mean(0);
    seen.mul_(decay).add_(n);
    const at::Tensor share = at::full_like(seen, n).div_(seen); // 1 for the first batch
    const at::Tensor moved = own - mean;
    variance.lerp_(spread, share).add_(moved.square() * (share * (1 - share)));
    mean.lerp_(own, share);
}

at::Tensor InputStatistics::standardised(const at::Tensor& features) const
{
    if (!mean.defined())
        return features;
    const c10::NoGradGuard guard;
    const std::int64_t d = mean.size(0), rest = features.size(1) - d;
    const at::Tensor scaled = (features.narrow(1, 0, d) - mean) / scale();
    return rest == 0 ? scaled : at::cat({scaled, features.narrow(1, d, rest)}, 1);
}

at::Tensor InputStatistics::scale() const
{
    return (variance + epsilon).sqrt();
}

} // namespace reweigh
