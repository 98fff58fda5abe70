// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// Which implementation the ops take: the project's own kernels where there is one for the device and the shape, or
/// the library's operations alone, which are the reference that every kernel is compared with.
enum class KernelChoice { Fast, Library };

KernelChoice kernelChoice();

/// Sets the choice of the whole process while it lives: for tests, checks and profiles, never beside a training.
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
