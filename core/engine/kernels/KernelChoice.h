// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// Which implementation the ops use. Fast: the project's own kernels where there is one for the device and the shape. Library:
/// LibTorch's operations alone, the reference that every kernel is compared with.
enum class KernelChoice { Fast, Library };

/// The choice in force for the process; Fast unless a KernelScope says otherwise.
KernelChoice kernelChoice();

/// Sets the choice of the whole process from its construction to its destruction. For tests, checks and profiles only; not while
/// another thread trains.
class KernelScope {
public:
    explicit KernelScope(KernelChoice choice);
    ~KernelScope();
    KernelScope(const KernelScope&) = delete;
    KernelScope& operator=(const KernelScope&) = delete;

private:
    KernelChoice m_before;
};

} // namespace reweigh
