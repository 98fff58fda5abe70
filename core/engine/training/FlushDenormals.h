// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// While it lives, denormal numbers (below 1.2e-38 in fp32) count as zero in the calling thread and in the OpenMP threads
/// that work for it, those that start later included; afterwards the calling thread has its mode back, and the threads that
/// work for it have that one too.
/// A processor takes a hundred cycles and more for an operation on a denormal. A network that saturates fills up with them
/// (gradients of a sigmoid at its end, Adam's second moments on their way to zero): trainings were 3 to 10 times slower.
/// Other results keep every bit. Does nothing on processors that are not x86.
/// Thread: begins and ends on one, which runs the training; trainings side by side each have their own.
class FlushDenormals {
public:
    /// Call it once the number of threads is set (at::set_num_threads): the threads there are already are told one by one;
    /// later ones inherit the mode of the thread that starts them.
    FlushDenormals();
    ~FlushDenormals();
    FlushDenormals(const FlushDenormals&) = delete;
    FlushDenormals& operator=(const FlushDenormals&) = delete;

private:
    unsigned m_before; ///< the calling thread's control register
};

} // namespace reweigh
