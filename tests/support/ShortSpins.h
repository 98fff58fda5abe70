// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

#include <unistd.h>

namespace reweigh::test {

inline constexpr const char* ownSpins = "REWEIGH_OWN_SPINS";

/// Whether startWithShortSpins() has set GOMP_SPINCOUNT, and not the user.
inline bool shortSpinsAreOurs()
{
    return std::getenv(ownSpins) != nullptr;
}

/// Makes OpenMP's threads wait actively (spin) only briefly, as in the engine, so that other processes on the machine slow the tests only
/// by their share. OpenMP reads the setting when it is loaded, so this function starts the program a second time. Call it first in main().
inline void startWithShortSpins(char** argv)
{
    if (std::getenv("GOMP_SPINCOUNT") || std::getenv("OMP_WAIT_POLICY"))
        return;
    setenv("GOMP_SPINCOUNT", "10000", 0);
    setenv(ownSpins, "1", 1);
    execv("/proc/self/exe", argv); // where this fails, the tests run with the default
}

} // namespace reweigh::test
