// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlThread.h"

namespace reweigh {

SqlThread::SqlThread()
    : m_thread([this](std::stop_token stop) { loop(stop); })
{
}

Result<std::unique_ptr<SqlThread>> SqlThread::open(const std::filesystem::path& file, SqlMode mode, int busyTimeoutMs)
{
    std::unique_ptr<SqlThread> made(new SqlThread);
    std::packaged_task<Status()> connect([&]() -> Status {
        auto connection = SqlConnection::open(file, mode, busyTimeoutMs);
        if (!connection)
            return connection.error();
        made->m_connection = std::move(connection.value());
        return {};
    });
    std::future<Status> connected = connect.get_future();
    made->post([&] { connect(); });
    if (const Status status = connected.get(); !status)
        return status.error();
    return made;
}

SqlThread::~SqlThread()
{
    post([this] { m_connection.reset(); });
    m_thread.request_stop();
    m_thread.join();
}

void SqlThread::post(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_posted.notify_one();
}

void SqlThread::loop(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (m_posted.wait(lock, stop, [this] { return !m_jobs.empty(); })) {
        const std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

} // namespace reweigh
