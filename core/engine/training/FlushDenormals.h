// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// Treats denormal numbers (below 1.2e-38 in fp32) as zero, from its construction to its destruction, in the calling thread and in the
/// OpenMP threads that work for it, also in those that start later. The destructor restores the mode of the calling thread and gives
/// the same mode to the threads that work for it.
/// An operation on a denormal takes a processor a hundred cycles or more. A saturated network has many of them (gradients of a sigmoid
/// near 0 or 1, Adam's second moments that approach zero): trainings were 3 to 10 times slower. Results without denormals keep every
/// bit (core/engine/README.md, section 5). Does nothing on processors other than x86.
/// Thread: constructed and destroyed on the thread that runs the training; each of several concurrent trainings has its own.
class FlushDenormals {
public:
    /// To be called after the number of threads is set (at::set_num_threads): it sets the mode in each thread that exists; later threads
    /// inherit the mode of the thread that starts them.
    FlushDenormals();
    ~FlushDenormals();
    FlushDenormals(const FlushDenormals&) = delete;
    FlushDenormals& operator=(const FlushDenormals&) = delete;

private:
    unsigned m_before; ///< the calling thread's control register
};

} // namespace reweigh
