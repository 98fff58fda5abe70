// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/plan/PlanFollower.h"

#include "core/base/FileIo.h"
#include "core/storage/StudyFolder.h"
#include "core/storage/WriterLock.h"

#include <QElapsedTimer>
#include <QMetaType>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace reweigh {
namespace {

/// A look begins when the last one is over for this many times as long as it took.
constexpr int restFactor = 5;

/// Facts by which a change of a plan's studies is recognised without opening them.
struct StudiesSeen {
    std::vector<FileState> files; ///< of each cell: the study and its log of changes, the same of the random search
    std::vector<bool> held;       ///< whether a cell's study is being written
    bool settled = true;          ///< false: a file changed so lately that a further change may have left the same time

    bool same(const StudiesSeen& later) const { return settled && files == later.files && held == later.held; }
};

StudiesSeen studiesOf(const Plan& plan)
{
    using namespace std::chrono;
    const std::int64_t now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
    constexpr std::int64_t lately = 1'000'000'000;
    StudiesSeen seen;
    for (const PlanCell& cell : plan.cells) {
        const StudyFolder folder = StudyFolder::of(cell.config);
        const StudyFolder random = StudyFolder::in(folder.randomSearch());
        for (const std::filesystem::path& file : {folder.file(), random.file()})
            for (const char* ending : {"", "-wal"}) {
                const FileState state = stateOf(file.native() + ending);
                seen.files.push_back(state.size > 0 ? state : FileState()); // an empty log is a reader's, as good as none
                seen.settled = seen.settled && seen.files.back().nanoseconds < now - lately;
            }
        seen.held.push_back(WriterLock::held(folder.file()) || WriterLock::held(random.file()));
    }
    return seen;
}

/// Does the follower's reading, on its thread.
class PlanLookout : public QObject {
public:
    PlanLookout(PlanFollower& follower, std::filesystem::path file, std::filesystem::path folder)
        : m_follower(follower)
        , m_file(std::move(file))
        , m_folder(std::move(folder))
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &PlanLookout::look);
    }

    /// Whether no look is asked for yet; from now on one is. Thread: any.
    bool ask() { return !m_asked.exchange(true); }

    void look()
    {
        m_asked = false;
        QElapsedTimer clock;
        clock.start();
        try {
            report(read());
        } catch (...) {
            report(caughtError(m_file.string()));
        }
        m_timer.start(std::max(PlanFollower::lookEveryMs, int(restFactor * clock.elapsed())));
    }

private:
    /// The plan's present state; null if nothing has changed since the last call.
    Result<std::shared_ptr<const PlanSnapshot>> read()
    {
        const FileState file = stateOf(m_file);
        if (!m_plan || file != m_read) {
            m_seen.reset();
            m_plan.reset();
            Result<Plan> plan = readPlan(m_file, m_folder);
            if (!plan)
                return plan.error();
            m_plan = std::make_shared<const Plan>(std::move(plan).value());
            m_read = file;
        }
        StudiesSeen seen = studiesOf(*m_plan); // before the reading: what changes during it is read again
        if (m_seen && m_seen->same(seen))
            return std::shared_ptr<const PlanSnapshot>();
        Result<std::shared_ptr<const PlanSnapshot>> snapshot = readPlanSnapshot(m_plan);
        m_seen.reset();
        if (snapshot)
            m_seen = std::move(seen);
        return snapshot;
    }

    void report(const Result<std::shared_ptr<const PlanSnapshot>>& snapshot)
    {
        if (!snapshot) {
            if (std::exchange(m_failure, snapshot.error()) != snapshot.error())
                post([error = snapshot.error()](PlanFollower& follower) { Q_EMIT follower.failed(error); });
            return;
        }
        if (std::exchange(m_failure, std::nullopt))
            post([](PlanFollower& follower) { Q_EMIT follower.recovered(); });
        if (*snapshot)
            post([snapshot = *snapshot](PlanFollower& follower) { Q_EMIT follower.changed(snapshot); });
    }

    template <typename News> void post(News news)
    {
        QMetaObject::invokeMethod(
            &m_follower, [&follower = m_follower, news = std::move(news)] { news(follower); }, Qt::QueuedConnection);
    }

    PlanFollower& m_follower;
    const std::filesystem::path m_file, m_folder;
    std::atomic<bool> m_asked{false}; ///< a look waits in the thread's queue; further ones would find the same
    QTimer m_timer{this};
    std::shared_ptr<const Plan> m_plan; ///< null: the file has to be read
    FileState m_read;                   ///< the file when it was read
    std::optional<StudiesSeen> m_seen;  ///< at the last reading; none: it failed
    std::optional<Error> m_failure;     ///< the last one, until all can be read again
};

/// Registers the argument types of the signals with Qt, which connections between threads need.
void registerPlanFollowTypes()
{
    [[maybe_unused]] static const bool once = [] {
        qRegisterMetaType<reweigh::Error>("reweigh::Error");
        qRegisterMetaType<std::shared_ptr<const reweigh::PlanSnapshot>>("std::shared_ptr<const reweigh::PlanSnapshot>");
        return true;
    }();
}

} // namespace

class PlanFollower::Private {
public:
    QThread thread;
    PlanLookout* lookout = nullptr; ///< lives on `thread`
};

PlanFollower::PlanFollower(std::filesystem::path file, std::filesystem::path folder, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    registerPlanFollowTypes();
    d->lookout = new PlanLookout(*this, std::move(file), std::move(folder));
    d->lookout->moveToThread(&d->thread);
    connect(&d->thread, &QThread::started, d->lookout, &PlanLookout::look);
    connect(&d->thread, &QThread::finished, d->lookout, &QObject::deleteLater);
    d->thread.setObjectName("plan follower");
    d->thread.start();
}

PlanFollower::~PlanFollower()
{
    d->thread.quit();
    d->thread.wait();
}

void PlanFollower::refresh()
{
    if (d->lookout->ask())
        QMetaObject::invokeMethod(
            d->lookout, [lookout = d->lookout] { lookout->look(); }, Qt::QueuedConnection);
}

} // namespace reweigh
