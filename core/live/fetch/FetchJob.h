// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch/Download.h"

#include <QObject>

#include <functional>
#include <stop_token>
#include <thread>

namespace reweigh {

/// Runs one download after another on a thread of its own and reports by queued signals. What a stopped or failed download has received
/// is kept, so that the same work, started again, goes on from there.
/// Thread: GUI (the one that made it).
class FetchJob : public QObject {
    Q_OBJECT
public:
    /// fetchDataSet() or fetchLibTorch() with all but these arguments.
    using Work = std::function<Status(const FetchProgressCallback& onProgress, std::stop_token stop)>;

    explicit FetchJob(QObject* parent = nullptr);
    ~FetchJob() override; ///< stops, and waits for the end

    void start(Work work); ///< ignored while busy
    void stop();
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void progressed(const reweigh::FetchProgress& progress); ///< ten times a second at most, and at each file's end
    void fetched();
    void failed(const reweigh::Error& error); ///< Interrupted after stop()

private:
    void tell(const Status& status);

    bool m_busy = false;
    std::jthread m_thread;
};

} // namespace reweigh
