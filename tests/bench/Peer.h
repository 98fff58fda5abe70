// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace reweigh::bench {

/// A Python program that answers each line "N" with the milliseconds N steps took, "trial N" with those of a whole training of N
/// epochs, and the line "memory" with the most bytes that live tensors took within a step. It has the environment that this
/// program was started with, not the spins that are ours. It lives as long as this object, so that the two sides can take turns
/// on a warm process.
class Peer {
public:
    explicit Peer(std::vector<std::string> command); ///< an empty command is a program that's gone
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// Empty if the program is gone.
    std::optional<double> milliseconds(int steps) { return ask(std::to_string(steps)); }
    std::optional<double> trial(int epochs) { return ask("trial " + std::to_string(epochs)); } ///< milliseconds of a whole training
    std::optional<double> peakBytes() { return ask("memory"); }

private:
    std::optional<double> ask(const std::string& line);

    pid_t m_pid = -1;
    int m_in = -1, m_out = -1;
};

} // namespace reweigh::bench
