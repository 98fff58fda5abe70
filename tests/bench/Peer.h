// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace reweigh::bench {

/// A Python program that answers each line "N" with the milliseconds N steps took. It lives as long as
/// this object, so that the two sides can take turns on a warm process.
class Peer {
public:
    explicit Peer(std::vector<std::string> command);
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// Milliseconds of `steps` steps, or a negative number if the program is gone.
    double run(int steps);

private:
    pid_t m_pid = -1;
    int m_in = -1, m_out = -1;
};

} // namespace reweigh::bench
