// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// Keeps freed activations in the process: by default glibc gives blocks of megabytes back to the system
/// and every pass pays for their pages again. Call once, before the first large tensor.
void tuneAllocator();

} // namespace reweigh
