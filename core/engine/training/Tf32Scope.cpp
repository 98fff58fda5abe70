// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Tf32Scope.h"

#include <ATen/Context.h>

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace reweigh {
namespace {

struct Turns {
    std::mutex mutex;
    std::condition_variable changed;
    std::uint64_t next = 0, admitted = 0; ///< number of the next scope to arrive, and of the next to be admitted
    int inside = 0;                       ///< number of scopes alive
    bool allowed = false;                 ///< their common setting
};

Turns& turns()
{
    static Turns all;
    return all;
}

void allow(bool tf32)
{
    at::globalContext().setAllowTF32CuDNN(tf32);
    at::globalContext().setAllowTF32CuBLAS(tf32);
}

} // namespace

Tf32Scope::Tf32Scope(Precision precision, const c10::Device& device)
    : m_on(device.is_cuda())
{
    if (!m_on)
        return;
    const bool wanted = precision == Precision::Tf32;
    Turns& all = turns();
    std::unique_lock lock(all.mutex);
    const std::uint64_t ticket = all.next++;
    all.changed.wait(lock, [&] { return ticket == all.admitted && (all.inside == 0 || all.allowed == wanted); });
    ++all.admitted;
    if (all.inside++ == 0) {
        all.allowed = wanted;
        allow(wanted);
    }
    all.changed.notify_all();
}

Tf32Scope::~Tf32Scope()
{
    if (!m_on)
        return;
    Turns& all = turns();
    const std::lock_guard lock(all.mutex);
    if (--all.inside == 0) {
        allow(false);
        all.changed.notify_all();
    }
}

} // namespace reweigh
