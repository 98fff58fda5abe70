// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"

#include <dlfcn.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace reweigh {
namespace {

std::atomic<int> counted = 0; // 0: not yet

} // namespace

int allowedCores()
{
    // Where OMP_PROC_BIND is set and a library of the program uses OpenMP, that has bound this thread to one core before main() began; it
    // counted them before.
    if (const auto count = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "omp_get_num_procs")))
        return std::max(1, count());
    cpu_set_t allowed;
    if (sched_getaffinity(getpid(), sizeof allowed, &allowed) == 0) // fails on a machine of more than 1024 cores
        return std::max(1, CPU_COUNT(&allowed));
    return std::max(1, int(std::thread::hardware_concurrency())); // 0 where it is not known
}

int machineCores()
{
    int none = 0;
    if (counted == 0)
        counted.compare_exchange_strong(none, allowedCores());
    return counted;
}

void setMachineCores(int cores)
{
    counted = cores;
}

} // namespace reweigh
