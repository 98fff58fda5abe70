// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

#include <unistd.h>

namespace reweigh::test {

inline constexpr const char* ownSpins = "REWEIGH_OWN_SPINS";

/// Whether startWithShortSpins() has set the spins, and not the user.
inline bool shortSpinsAreOurs()
{
    return std::getenv(ownSpins) != nullptr;
}

/// Short spins in the library's threads, as the engine has them, so that a busy machine slows a step only by its share.
/// The library reads this when it is loaded, hence the second start of the program; to be called first in main().
inline void startWithShortSpins(char** argv)
{
    if (std::getenv("GOMP_SPINCOUNT") || std::getenv("OMP_WAIT_POLICY"))
        return;
    setenv("GOMP_SPINCOUNT", "10000", 0);
    setenv(ownSpins, "1", 1);
    execv("/proc/self/exe", argv); // where that fails, the default will do
}

} // namespace reweigh::test
