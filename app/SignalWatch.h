// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace reweigh {

/// Turns the first SIGINT or SIGTERM into a stop request, so that a run can finish its step and save;
/// the second ends the process at once with the signal's own status (130, 143).
/// Make it before any other thread: it blocks both signals, and threads inherit that.
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
