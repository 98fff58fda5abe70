// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// The cores that this process may use now, at least 1: fewer than the machine has where `taskset`, a container or a batch system says so.
int allowedCores();

/// The same, as it was at the first call. The program asks before it loads the engine: OpenMP, which comes with that, binds the thread that
/// loads it to one core where OMP_PROC_BIND is set.
int machineCores();

/// For a library with a copy of this of its own: what the program has counted.
void setMachineCores(int cores);

} // namespace reweigh
