// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SignalWatch.h"

#include <csignal>
#include <ctime>
#include <unistd.h>

namespace reweigh {
namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

SignalWatch::SignalWatch()
{
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::jthread([this](std::stop_token ended) { watch(ended); });
}

SignalWatch::~SignalWatch() = default;

void SignalWatch::watch(std::stop_token ended)
{
    const sigset_t set = watched();
    constexpr timespec poll{0, 100'000'000}; // 0.1 s, the longest that the destructor waits
    while (!ended.stop_requested()) {
        const int signal = sigtimedwait(&set, nullptr, &poll);
        if (signal <= 0)
            continue;
        if (!m_stop.request_stop())
            _exit(128 + signal);
    }
}

} // namespace reweigh
