// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace reweigh {

/// Turns the first SIGINT or SIGTERM into a stop request, so that a run can finish its step and write a checkpoint;
/// the second ends the process at once with the signal's usual exit code (130, 143).
/// Create it before any other thread: it blocks both signals, and later threads inherit that.
class SignalWatch {
public:
    SignalWatch();
    ~SignalWatch();

    std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch(std::stop_token ended);

    std::stop_source m_stop;
    std::jthread m_thread;
};

} // namespace reweigh
