// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/OpenPlan.h"

#include "core/base/PathText.h"
#include "core/storage/StudyFolder.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reweigh {
namespace {

/// Of the problems of a plan: what its file has until it can be read again, and what a run had until the next one.
constexpr const char *planFileTopic = "plan-file", *planRunTopic = "plan-run";

struct PlanNews {
    Q_DECLARE_TR_FUNCTIONS(PlanNews)
};

QString newsText(const PlanTraining& training)
{
    const QString cell = QString::fromStdString(training.cell), number = QString::number(training.trial);
    const QString what = training.trial < 0 ? PlanNews::tr("%1: %2, seed %3", "cell, variant")
                                                  .arg(cell, QString::fromStdString(training.variant), QString::number(training.seed))
                         : training.random ? PlanNews::tr("%1: trial %2 of the random search", "cell").arg(cell, number)
                                           : PlanNews::tr("%1: trial %2", "cell").arg(cell, number);
    if (training.failed)
        return PlanNews::tr("%1, failed", "a training").arg(what);
    if (!std::isfinite(training.value))
        return what;
    return training.trial < 0 ? PlanNews::tr("%1, test accuracy %2", "a training").arg(what, shownFigure(training.value, 4))
                              : PlanNews::tr("%1, value %2", "a training").arg(what, shownFigure(training.value, 4));
}

} // namespace

OpenPlan::OpenPlan(RunLog& log, PlanEngineOpener opener, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_job(std::move(opener))
{
    connect(&m_job, &PlanJob::stateChanged, this, &OpenPlan::jobChanged);
    connect(&m_job, &PlanJob::cellsChanged, this, &OpenPlan::jobChanged);
    connect(&m_job, &PlanJob::trainingEnded, this, [this](const PlanTraining& training) {
        m_news = newsText(training);
        Q_EMIT jobChanged();
    });
    connect(&m_job, &PlanJob::cellFailed, this, [this](const std::string& cell, const Error& error) {
        tell({.severity = Severity::Problem,
              .text = tr("%1: %2", "a cell of a plan, why it cannot be trained").arg(QString::fromStdString(cell), errorText(error)),
              .field = error.where,
              .topic = planRunTopic});
    });
    connect(&m_job, &PlanJob::waiting, this, [this](int cells) {
        m_news = tr("%n cell(s) left, which another process runs; what it leaves is taken over", nullptr, cells);
        Q_EMIT jobChanged();
    });
    connect(&m_job, &PlanJob::finished, this, [this] { tell({.text = tr("%1: all of the plan is done.").arg(title())}); });
    connect(&m_job, &PlanJob::failed, this, [this](const Error& error) { say(error, planRunTopic); });
    connect(&m_job, &PlanJob::cellsChanged, this, [this] { // at the end of the job too
        if (m_follower)
            m_follower->refresh();
    });
}

OpenPlan::~OpenPlan() = default;

QString OpenPlan::title() const
{
    return QString::fromStdString(m_snapshot ? m_snapshot->plan->name : m_file.filename().string());
}

bool OpenPlan::open(const std::filesystem::path& file, const std::filesystem::path& folder)
{
    const std::filesystem::path full = fullPath(file), studies = folder.empty() ? folder : fullPath(folder);
    if (full == m_file && studies == m_folder)
        return true;
    if (m_job.state() != PlanJobState::Idle) {
        tell({.severity = Severity::Warning, .text = tr("%1 is running: stop it before you open another plan.").arg(title())});
        return false;
    }
    settle();
    m_file = full;
    m_folder = studies;
    m_snapshot.reset();
    m_failure.reset();
    m_news.clear();
    m_follower = std::make_unique<PlanFollower>(full, studies);
    connect(m_follower.get(), &PlanFollower::changed, this, &OpenPlan::takeSnapshot);
    connect(m_follower.get(), &PlanFollower::failed, this, [this](const Error& error) {
        m_failure = error;
        m_log.settle(planFileTopic, this);
        say(error, planFileTopic);
        Q_EMIT snapshotChanged();
    });
    connect(m_follower.get(), &PlanFollower::recovered, this, [this] {
        m_failure.reset();
        m_log.settle(planFileTopic, this);
        tell({.text = tr("%1 can be read again.").arg(QString::fromStdString(m_file.string()))});
    });
    Q_EMIT fileChanged();
    Q_EMIT snapshotChanged();
    return true;
}

void OpenPlan::close()
{
    if (!isOpen() || m_job.state() != PlanJobState::Idle)
        return;
    settle();
    m_follower.reset();
    m_file.clear();
    m_folder.clear();
    m_snapshot.reset();
    m_failure.reset();
    m_news.clear();
    Q_EMIT fileChanged();
    Q_EMIT snapshotChanged();
}

void OpenPlan::takeSnapshot(std::shared_ptr<const PlanSnapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    Q_EMIT snapshotChanged();
}

void OpenPlan::run()
{
    if (!m_snapshot || m_job.state() != PlanJobState::Idle)
        return;
    m_news.clear();
    m_log.settle(planRunTopic, this);
    m_job.start(m_snapshot->plan);
}

bool OpenPlan::trains(const std::filesystem::path& study) const
{
    return m_snapshot && m_job.state() != PlanJobState::Idle && std::ranges::any_of(m_snapshot->plan->cells, [&](const PlanCell& cell) {
               return m_job.runs(cell.name) && StudyFolder::of(cell.config).file() == study;
           });
}

void OpenPlan::say(const Error& error, const char* topic)
{
    tell({.severity = Severity::Problem, .text = errorText(error), .field = error.where, .topic = topic});
}

void OpenPlan::tell(LogEntry entry)
{
    teller()(std::move(entry));
}

LogTeller OpenPlan::teller()
{
    return [this, name = title()](LogEntry entry) {
        entry.study = name;
        entry.about = this;
        m_log.add(std::move(entry));
    };
}

/// The problems of the plan that is open are none of the next one.
void OpenPlan::settle()
{
    for (const char* topic : {planFileTopic, planRunTopic})
        m_log.settle(topic, this);
}

} // namespace reweigh
