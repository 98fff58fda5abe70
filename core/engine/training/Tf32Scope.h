// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"

#include <c10/core/Device.h>

namespace reweigh {

/// Allows or forbids TF32 tensor cores for convolutions and matrix products on a CUDA device, from its construction to its destruction:
/// Precision::Tf32 allows them, every other precision forbids them. Outside all scopes they are forbidden. LibTorch has one setting for
/// the whole process and reads it when an operation is called. So scopes that agree may be alive at the same time in several threads; a
/// scope that does not agree waits in its constructor, in order of arrival. A recorded graph keeps the setting of its recording and is
/// replayed without a scope. Does nothing on a CPU. A thread may have only one scope at a time (core/engine/README.md, section 5).
class Tf32Scope {
public:
    Tf32Scope(Precision precision, const c10::Device& device);
    ~Tf32Scope();
    Tf32Scope(const Tf32Scope&) = delete;
    Tf32Scope& operator=(const Tf32Scope&) = delete;

private:
    const bool m_on; ///< the device is CUDA
};

} // namespace reweigh
