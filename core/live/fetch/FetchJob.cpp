// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/fetch/FetchJob.h"

#include "core/base/Error.h"

#include <QMetaType>

#include <chrono>
#include <utility>

namespace reweigh {

FetchJob::FetchJob(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<reweigh::FetchProgress>("reweigh::FetchProgress");
    qRegisterMetaType<reweigh::Error>("reweigh::Error");
}

FetchJob::~FetchJob() = default; // the thread is asked to stop and joined

void FetchJob::start(Work work)
{
    if (m_busy)
        return;
    m_busy = true;
    m_thread = std::jthread([this, work = std::move(work)](const std::stop_token& stop) {
        using Clock = std::chrono::steady_clock;
        Clock::time_point told;
        const auto onProgress = [this, &told](const FetchProgress& progress) {
            const Clock::time_point now = Clock::now();
            if (progress.received < progress.total && now - told < std::chrono::milliseconds(100))
                return;
            told = now;
            QMetaObject::invokeMethod(
                this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
        };
        Status status;
        try {
            status = work(onProgress, stop);
        } catch (...) {
            status = caughtError({});
        }
        QMetaObject::invokeMethod(
            this, [this, status] { tell(status); }, Qt::QueuedConnection);
    });
}

void FetchJob::stop()
{
    m_thread.request_stop();
}

void FetchJob::tell(const Status& status)
{
    m_busy = false;
    if (status)
        Q_EMIT fetched();
    else
        Q_EMIT failed(status.error());
}

} // namespace reweigh
