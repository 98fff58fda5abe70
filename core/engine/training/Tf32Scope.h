// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"

#include <c10/core/Device.h>

namespace reweigh {

/// Around work on a CUDA device: whether its convolutions and matrix products may use TF32 tensor cores, as Precision::Tf32
/// allows them and no other precision does. Outside all scopes they may not. The library has one setting for the process
/// and reads it whenever an operation is called; so scopes that agree live side by side, those that do not take turns in the
/// order in which they came. A recorded graph stays as it was recorded and is started without one. On a CPU nothing is done.
/// A thread has one at a time.
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
