// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/SqlConnection.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace reweigh {

/// The thread a connection lives on: Qt lets only the thread that opened one use it, while a study is
/// written by whichever worker finishes. Calls are run there in turn, and waited for.
class SqlThread {
public:
    static Result<std::unique_ptr<SqlThread>> open(const std::filesystem::path& file, SqlMode mode, int busyTimeoutMs);
    ~SqlThread();
    SqlThread(const SqlThread&) = delete;
    SqlThread& operator=(const SqlThread&) = delete;

    /// work(SqlConnection&), run on the connection's thread; what it returns. Thread: any but that one.
    template <typename Work>
    auto run(Work work)
    {
        using Value = std::invoke_result_t<Work, SqlConnection&>;
        std::packaged_task<Value()> task([&] { return work(*m_connection); });
        std::future<Value> value = task.get_future();
        post([&] { task(); });
        return value.get();
    }

private:
    SqlThread();
    void post(std::function<void()> job);
    void loop(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_posted;
    std::deque<std::function<void()>> m_jobs;
    std::unique_ptr<SqlConnection> m_connection; ///< made, used and destroyed on m_thread
    std::jthread m_thread;
};

} // namespace reweigh
