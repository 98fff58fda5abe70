// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/KernelChoice.h"

#include <atomic>

namespace reweigh {
namespace {

std::atomic<KernelChoice> chosen = KernelChoice::Fast;

} // namespace

KernelChoice kernelChoice()
{
    return chosen.load(std::memory_order_relaxed);
}

KernelScope::KernelScope(KernelChoice choice)
    : m_before(chosen.exchange(choice))
{
}

KernelScope::~KernelScope()
{
    chosen = m_before;
}

} // namespace reweigh
