// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

namespace reweigh {

/// The cores that this process may use, at least 1: fewer than the machine has where `taskset`, a container or a batch system says so.
inline int machineCores()
{
    cpu_set_t allowed;
    if (sched_getaffinity(getpid(), sizeof allowed, &allowed) == 0) // fails on a machine of more than 1024 cores
        return std::max(1, CPU_COUNT(&allowed));
    return std::max(1, int(std::thread::hardware_concurrency())); // 0 where it is not known
}

} // namespace reweigh
