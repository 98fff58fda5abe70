// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <thread>

namespace reweigh {

/// The cores that this process may use, at least 1.
inline int machineCores()
{
    return std::max(1, int(std::thread::hardware_concurrency())); // 0 where it is not known
}

} // namespace reweigh
