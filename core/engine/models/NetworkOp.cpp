// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/NetworkOp.h"

#include <ATen/ATen.h>

namespace reweigh {

at::Tensor LazySum::sum() const
{
    return b.defined() ? a + b : a;
}

void LazySum::add(at::Tensor part)
{
    if (!part.defined())
        return;
    if (!a.defined())
        a = std::move(part);
    else
        b = b.defined() ? b + part : std::move(part);
}

} // namespace reweigh
