// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/StudyFollower.h"

#include "core/base/PathText.h"
#include "core/experiment/VariantTrainer.h"
#include "core/live/follow/StudyReader.h"
#include "core/runfiles/RunFolder.h"
#include "core/storage/StudyFolder.h"

#include <QMetaType>
#include <QThread>
#include <QTimer>

#include <utility>

namespace reweigh {

void RunWatch::look(const StudySnapshot& study, const Told& told)
{
    for (auto& [key, read] : m_runs) {
        try {
            const std::filesystem::path folder = runFolder(study, key);
            if (folder.empty())
                continue;
            const Result<bool> more = RunFolder(folder).readMore(read);
            if (more && *more)
                told(key, std::make_shared<const RunEpochs>(RunEpochs{.epochs = read.epochs}));
        } catch (...) { // out of memory, say: the others are read all the same, and it is when its file changes
        }
    }
}

namespace {

constexpr int lookEveryMs = 500;

/// Does the follower's reading, on its thread.
class Lookout : public QObject {
public:
    Lookout(StudyFollower& follower, std::filesystem::path file, std::string studyName)
        : m_follower(follower)
        , m_file(file)
        , m_reader(std::move(file), std::move(studyName))
    {
        m_timer.setInterval(lookEveryMs);
        connect(&m_timer, &QTimer::timeout, this, &Lookout::look);
    }

    void begin()
    {
        m_timer.start();
        look();
    }

    void look()
    {
        lookAtStudy();
        lookAtRuns();
    }

    void watch(const RunKey& key)
    {
        m_runs.add(key);
        lookAtRuns();
    }

    void unwatch(const RunKey& key) { m_runs.remove(key); }

private:
    Result<std::shared_ptr<const StudySnapshot>> read()
    {
        try {
            return m_reader.read();
        } catch (...) { // on a thread that may not be left by an exception
            return caughtError(m_file.string());
        }
    }

    void lookAtStudy()
    {
        const auto study = read();
        if (!study) {
            if (!std::exchange(m_failing, true))
                post([error = study.error()](StudyFollower& follower) { Q_EMIT follower.failed(error); });
            return;
        }
        if (std::exchange(m_failing, false))
            post([](StudyFollower& follower) { Q_EMIT follower.recovered(); });
        if (!*study)
            return;
        m_study = *study;
        post([study = m_study](StudyFollower& follower) { Q_EMIT follower.changed(study); });
    }

    void lookAtRuns()
    {
        if (m_study)
            m_runs.look(*m_study, [this](const RunKey& key, const std::shared_ptr<const RunEpochs>& run) {
                post([key, run](StudyFollower& follower) { Q_EMIT follower.runRead(key, run); });
            });
    }

    template <typename News> void post(News news)
    {
        QMetaObject::invokeMethod(
            &m_follower, [&follower = m_follower, news = std::move(news)] { news(follower); }, Qt::QueuedConnection);
    }

    StudyFollower& m_follower;
    const std::filesystem::path m_file;
    QTimer m_timer{this};
    StudyReader m_reader;
    RunWatch m_runs;
    std::shared_ptr<const StudySnapshot> m_study; ///< the last snapshot that was reported
    bool m_failing = false;
};

/// Registers the argument types of the signals with Qt, which connections between threads need.
void registerFollowTypes()
{
    [[maybe_unused]] static const bool once = [] {
        qRegisterMetaType<reweigh::Error>("reweigh::Error");
        qRegisterMetaType<reweigh::RunKey>("reweigh::RunKey");
        qRegisterMetaType<std::shared_ptr<const reweigh::RunEpochs>>("std::shared_ptr<const reweigh::RunEpochs>");
        qRegisterMetaType<std::shared_ptr<const reweigh::StudySnapshot>>("std::shared_ptr<const reweigh::StudySnapshot>");
        return true;
    }();
}

} // namespace

class StudyFollower::Private {
public:
    QThread thread;
    Lookout* lookout = nullptr; ///< lives on `thread`

    template <typename Work> void post(Work work) { QMetaObject::invokeMethod(lookout, std::move(work), Qt::QueuedConnection); }
};

StudyFollower::StudyFollower(std::filesystem::path file, std::string studyName, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    registerFollowTypes();
    d->lookout = new Lookout(*this, std::move(file), std::move(studyName));
    d->lookout->moveToThread(&d->thread);
    connect(&d->thread, &QThread::started, d->lookout, &Lookout::begin);
    connect(&d->thread, &QThread::finished, d->lookout, &QObject::deleteLater);
    d->thread.setObjectName("study follower");
    d->thread.start();
}

StudyFollower::~StudyFollower()
{
    d->thread.quit();
    d->thread.wait();
}

void StudyFollower::refresh()
{
    d->post([lookout = d->lookout] { lookout->look(); });
}

void StudyFollower::watchRun(const RunKey& key)
{
    d->post([lookout = d->lookout, key] { lookout->watch(key); });
}

void StudyFollower::unwatchRun(const RunKey& key)
{
    d->post([lookout = d->lookout, key] { lookout->unwatch(key); });
}

namespace {

std::filesystem::path existing(const std::filesystem::path& folder)
{
    return isFolder(folder) ? folder : std::filesystem::path();
}

} // namespace

std::filesystem::path runFolder(const StudySnapshot& study, const RunKey& key)
{
    const StudyFolder home = StudyFolder::ofFile(study.file);
    if (!key.variant.empty()) {
        for (const VariantResult& result : study.variants)
            if (const VariantRun* run = result.hash == key.hash ? result.run(key.seed) : nullptr; run && !run->runDir.empty())
                return existing(home.folder() / run->runDir);
        const VariantRuns runs(home.folder(), key.variant, key.hash);
        return existing(home.folder() / runs.folder(key.seed, runs.newestAttempt(key.seed)));
    }
    if (const FrozenTrial* trial = study.trial(key.trial))
        if (const auto told = trial->userAttributes.find(attribute::runDir);
            told != trial->userAttributes.end() && told->second.is_string())
            return existing(home.folder() / told->second.get<std::string>());
    // A trial stores its folder when it ends; while it runs, the folder is that of its newest attempt.
    const int attempt = home.lastAttempt(key.trial);
    return attempt > 0 ? home.trialRun(key.trial, attempt) : std::filesystem::path();
}

} // namespace reweigh
