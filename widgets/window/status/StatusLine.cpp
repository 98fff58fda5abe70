// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/status/StatusLine.h"

#include "widgets/panel/DoneBar.h"
#include "widgets/panel/ElidedLabel.h"
#include "widgets/state/ComparisonSize.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/common/EachStudy.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr int periodMs = 1000;

QString gibibytes(long long bytes, int digits)
{
    return QLocale().toString(double(bytes) / (1LL << 30), 'f', digits);
}

QString percent(double share)
{
    return QLocale().toString(int(std::lround(100.0 * share)));
}

} // namespace

DeviceSampler::DeviceSampler(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<std::shared_ptr<const DeviceInfoNow>>();
    auto* timer = new QTimer; // belongs to the thread and reads there
    auto meter = std::make_shared<DeviceMeter>();
    timer->setInterval(periodMs);
    timer->moveToThread(&m_thread);
    const auto read = [this, meter] { Q_EMIT sampled(std::make_shared<const DeviceInfoNow>(meter->read())); };
    connect(timer, &QTimer::timeout, timer, read);
    connect(&m_thread, &QThread::started, timer, [timer, read] {
        read();
        timer->start();
    });
    connect(&m_thread, &QThread::finished, timer, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("devices"));
    m_thread.start(QThread::LowPriority);
}

DeviceSampler::~DeviceSampler()
{
    m_thread.quit();
    m_thread.wait();
}

QString deviceText(const DeviceInfoNow& now, const QString& precision)
{
    QStringList parts = {
        QCoreApplication::translate("DeviceSampler", "CPU %1 × %2 %").arg(QLocale().toString(now.cores), percent(now.cpuLoad)),
        QCoreApplication::translate("DeviceSampler", "%1 of %2 GiB")
            .arg(gibibytes(now.memoryTotal - now.memoryAvailable, 1), gibibytes(now.memoryTotal, 0)),
    };
    for (const GpuInfo& gpu : now.gpus)
        parts << QCoreApplication::translate("DeviceSampler", "%1 %2 %, %3 of %4 GiB")
                     .arg(QString::fromStdString(gpu.name), percent(gpu.load), gibibytes(gpu.memoryUsed, 1), gibibytes(gpu.memoryTotal, 0));
    if (now.gpus.empty())
        parts << (precision.isEmpty()
                      ? QCoreApplication::translate("DeviceSampler", "no NVIDIA GPU")
                      : QCoreApplication::translate("DeviceSampler", "no NVIDIA GPU: running on the CPU in %1").arg(precision));
    return parts.join(QStringLiteral(" · "));
}

namespace {

QString number(int value)
{
    return QLocale().toString(value);
}

/// Mean duration in seconds of complete and pruned trials; 0 if there are none.
double meanTrialSeconds(const StudySnapshot& study)
{
    double sum = 0.0;
    int count = 0;
    for (const auto& trial : study.trials)
        if ((trial->state == TrialState::Complete || trial->state == TrialState::Pruned) && trial->started && trial->finished) {
            sum += std::chrono::duration<double>(*trial->finished - *trial->started).count();
            ++count;
        }
    return count ? sum / count : 0.0;
}

/// The progress of a training, from its last step or else its last epoch.
struct Place {
    int epoch = 0, epochs = 0, done = 0;
    double stepsPerSecond = 0.0, secondsElapsed = 0.0, secondsLeft = 0.0;
};

Place placeOf(OpenStudy& study, const RunKey& key)
{
    Place place{.epochs = study.config().training.epochs};
    if (const auto trained = study.runEpochs(key)) {
        if (trained->started)
            place.epochs = trained->started->epochs;
        if (!trained->epochs.empty()) {
            const EpochFigures& last = trained->epochs.back();
            place.done = last.epoch;
            place.stepsPerSecond = last.stepsPerSecond;
            place.secondsElapsed = last.secondsElapsed;
            place.secondsLeft = last.secondsLeft;
        }
    }
    place.epoch = std::min(place.epochs, place.done + 1);
    if (const auto trace = study.trace(key); trace && trace->latest()) {
        place.epoch = trace->latest()->epoch;
        place.stepsPerSecond = trace->latest()->stepsPerSecond;
        place.secondsLeft = trace->latest()->secondsLeft;
    }
    return place;
}

QString clock(const QDateTime& moment)
{
    const bool today = moment.date() == QDate::currentDate();
    const QString time = QLocale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")); // an estimate is shown without seconds
    return today ? QLocale().toString(moment.time(), time) : QLocale().toString(moment, QLocale::ShortFormat);
}

QString runText(const RunProgress& progress)
{
    if (progress.comparing)
        return progress.comparisons > 0 ? QCoreApplication::translate("RunProgress", "Comparison: %1 of %2 trainings · %3, seed %4")
                                              .arg(number(progress.compared), number(progress.comparisons),
                                                   QString::fromStdString(progress.run.variant), number(progress.run.seed))
                                        : QCoreApplication::translate("RunProgress", "Comparison: %1, seed %2")
                                              .arg(QString::fromStdString(progress.run.variant), number(progress.run.seed));
    return QCoreApplication::translate("RunProgress", "Trial %1 of %2")
        .arg(number(int(progress.run.trial) + 1), number(std::max(progress.trials, int(progress.run.trial) + 1)));
}

} // namespace

RunProgress runProgress(OpenStudy& study, const QDateTime& now)
{
    const auto snapshot = study.snapshot();
    const std::vector<RunKey> running = study.running();
    RunProgress progress{.state = study.runner().state(),
                         .comparing = study.runner().comparing(),
                         .running = int(running.size()),
                         .trials = study.config().search.trials};
    progress.finished =
        int(std::count_if(snapshot->trials.begin(), snapshot->trials.end(), [](const auto& trial) { return isFinished(trial->state); }));

    double begun = 0.0, longest = 0.0, mean = meanTrialSeconds(*snapshot);
    for (const RunKey& key : running) {
        const Place place = placeOf(study, key);
        begun += place.epochs > 0 ? double(place.done) / place.epochs : 0.0;
        longest = std::max(longest, place.secondsLeft);
        if (mean == 0.0 && place.done > 0)
            mean = place.secondsElapsed + place.secondsLeft;
        progress.run = key;
        progress.epoch = place.epoch;
        progress.epochs = place.epochs;
        progress.stepsPerSecond = place.stepsPerSecond;
        if (place.secondsLeft > 0.0)
            progress.trialEnds = now.addMSecs(std::llround(place.secondsLeft * 1000));
    }
    if (progress.trials > 0)
        progress.share = std::clamp((progress.finished + begun) / progress.trials, 0.0, 1.0);
    if (progress.comparing) {
        const auto size = comparisonSize(*snapshot, study.storedConfig(), study.runner().compared(), study.config().search.variantSeeds);
        if (size && size->trainings > 0) {
            progress.compared = size->done;
            progress.comparisons = size->trainings;
            progress.share = std::clamp((size->done + begun) / size->trainings, 0.0, 1.0);
            const int more = std::max(0, size->trainings - size->done - progress.running);
            if (progress.running > 0 && (size->secondsEach > 0.0 || more == 0))
                progress.studyEnds =
                    now.addMSecs(std::llround((longest + std::ceil(double(more) / progress.running) * size->secondsEach) * 1000));
        }
        return progress;
    }
    const int waiting = std::max(0, progress.trials - progress.finished - progress.running);
    if (progress.running > 0 && (mean > 0.0 || waiting == 0))
        progress.studyEnds = now.addMSecs(std::llround((longest + waiting * mean / progress.running) * 1000));
    return progress;
}

QString planText(OpenPlan& plan, const QDateTime& now)
{
    const PlanJobState state = plan.job().state();
    const auto snapshot = plan.snapshot();
    if (state == PlanJobState::Idle || !snapshot)
        return {};
    if (state == PlanJobState::Stopping)
        return QCoreApplication::translate("PlanProgress", "Plan %1: stopping, checkpoints are written").arg(plan.title());
    const PlanSize& size = snapshot->size;
    const int all = size.trials + size.runs - size.runsImpossible, left = size.trialsLeft + size.runsLeft;
    QStringList parts = {
        QCoreApplication::translate("PlanProgress", "Plan %1: %2 of %3 trainings").arg(plan.title(), number(all - left), number(all))};
    if (std::isfinite(snapshot->secondsLeft) && plan.job().workers() > 0)
        parts << QCoreApplication::translate("RunProgress", "ends %1")
                     .arg(clock(now.addMSecs(std::llround(snapshot->secondsLeft / plan.job().workers() * 1000))));
    if (!plan.news().isEmpty())
        parts << plan.news();
    return parts.join(QStringLiteral(" · "));
}

double planShare(OpenPlan& plan)
{
    const auto snapshot = plan.snapshot();
    if (!snapshot)
        return 0.0;
    const PlanSize& size = snapshot->size;
    const double all = size.trials + size.runs - size.runsImpossible;
    return all > 0.0 ? (all - size.trialsLeft - size.runsLeft) / all : 0.0;
}

QString progressText(const RunProgress& progress, OpenStudy& study)
{
    switch (progress.state) {
    case RunState::Preparing: return QCoreApplication::translate("RunProgress", "Preparing: reading the data, opening the engine");
    case RunState::Pausing: return QCoreApplication::translate("RunProgress", "Pausing: the step is finished and a checkpoint written");
    case RunState::Stopping: return QCoreApplication::translate("RunProgress", "Stopping: a checkpoint is written");
    case RunState::Paused:
        return QCoreApplication::translate("RunProgress", "Paused, %1 of %2 trials done")
            .arg(number(progress.finished), number(progress.trials));
    case RunState::Idle: {
        const auto snapshot = study.snapshot();
        if (snapshot->trials.empty())
            return QCoreApplication::translate("RunProgress", "Ready");
        const QString trials = QCoreApplication::translate("RunProgress", "%n trial(s)", nullptr, int(snapshot->trials.size()));
        const StudyTrial* best = snapshot->best();
        const QString line = snapshot->beingWritten
                                 ? QCoreApplication::translate("RunProgress", "%1, another process is adding to them").arg(trials)
                                 : trials;
        return best ? QCoreApplication::translate("RunProgress", "%1 · best %2, trial %3")
                          .arg(line, shownFigure(*best->value, 4), number(int(best->number)))
                    : line;
    }
    case RunState::Running: break;
    }
    if (progress.running == 0)
        return QCoreApplication::translate("RunProgress", "Running, %1 of %2 trials done")
            .arg(number(progress.finished), number(progress.trials));
    QStringList parts = {runText(progress),
                         QCoreApplication::translate("RunProgress", "epoch %1 of %2").arg(number(progress.epoch), number(progress.epochs))};
    if (progress.stepsPerSecond > 0.0)
        parts << QCoreApplication::translate("RunProgress", "%1 steps/s").arg(QLocale().toString(progress.stepsPerSecond, 'f', 1));
    if (progress.comparing && progress.trialEnds && progress.studyEnds)
        parts << QCoreApplication::translate("RunProgress", "training ends %1, comparison %2")
                     .arg(clock(*progress.trialEnds), clock(*progress.studyEnds));
    else if (progress.trialEnds && progress.studyEnds)
        parts << QCoreApplication::translate("RunProgress", "trial ends %1, study %2")
                     .arg(clock(*progress.trialEnds), clock(*progress.studyEnds));
    else if (progress.trialEnds)
        parts << QCoreApplication::translate("RunProgress", "ends %1").arg(clock(*progress.trialEnds));
    return parts.join(QStringLiteral(" · "));
}

namespace {

constexpr int barSteps = 1000;

QToolButton* lineButton(const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

StatusLine::StatusLine(Workbench& bench, QWidget* parent)
    : QStatusBar(parent)
    , m_bench(bench)
    , m_run(new ElidedLabel(this))
    , m_bar(new DoneBar(this))
    , m_problem(lineButton(QStringLiteral("statusProblem"), this))
    , m_devices(new ElidedLabel(this))
    , m_fingerprint(lineButton(QStringLiteral("statusFingerprint"), this))
{
    setObjectName(QStringLiteral("status"));
    setSizeGripEnabled(false);
    setContentsMargins(Theme::instance().grid(), 0, Theme::instance().grid(), 0);
    m_run->setObjectName(QStringLiteral("statusRun"));
    m_devices->setObjectName(QStringLiteral("statusDevices"));
    m_devices->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setObjectName(QStringLiteral("statusBar"));
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(Theme::instance().grid(20), Theme::instance().grid(0.75));
    addWidget(m_run, 3);
    addWidget(m_bar);
    addWidget(m_problem);
    addWidget(m_devices, 3);
    addPermanentWidget(m_fingerprint);
    m_problem->hide();
    m_problem->setMaximumWidth(Theme::instance().grid(50));
    m_fingerprint->setToolTip(tr("Fingerprint of the data recipe; click to copy it"));

    connect(m_problem, &QToolButton::clicked, this, [this] {
        m_seen = int(m_bench.log().entries().size()) - 1;
        m_problem->hide();
        Q_EMIT logWanted();
    });
    connect(m_fingerprint, &QToolButton::clicked, this, &StatusLine::fingerprintWanted);
    connect(&bench.log(), &RunLog::added, this, &StatusLine::showProblem);
    connect(&bench.log(), &RunLog::counted, this, [this](int row) {
        m_seen = std::min(m_seen, row - 1); // it happened again since it was looked at
        showProblem();
    });
    connect(&bench, &Workbench::currentChanged, this, &StatusLine::showProblem);
    eachStudy(bench, this, [this](OpenStudy& study) {
        for (const auto signal :
             {&OpenStudy::stateChanged, &OpenStudy::snapshotChanged, &OpenStudy::previewChanged, &OpenStudy::trainingsChanged})
            connect(&study, signal, this, &StatusLine::follow);
    });
    connect(&bench, &Workbench::currentChanged, this, &StatusLine::follow);
    connect(&bench.plan(), &OpenPlan::jobChanged, this, &StatusLine::follow);
    connect(&bench.plan(), &OpenPlan::snapshotChanged, this, &StatusLine::follow);
    auto* seconds = new QTimer(this);
    seconds->setInterval(1000);
    connect(seconds, &QTimer::timeout, this, [this] {
        if (m_bench.current().runner().state() == RunState::Running)
            follow();
    });
    seconds->start();

    auto* sampler = new DeviceSampler(this);
    connect(sampler, &DeviceSampler::sampled, this, [this](const std::shared_ptr<const DeviceInfoNow>& now) {
        m_machine = now;
        showDevices();
    });
    connect(&Theme::instance(), &Theme::changed, this, &StatusLine::retheme);
    retheme();
    follow();
}

QString StatusLine::fingerprint() const
{
    OpenStudy& study = m_bench.current();
    if (const auto snapshot = study.snapshot(); snapshot->facts && study.storedConfig().data == study.config().data)
        return QString::fromStdString(snapshot->facts->fingerprintCode);
    const auto preview = study.preview();
    return preview && preview->data.plan && isPresent(*preview, study.config().data)
               ? QString::fromStdString(preview->data.plan->fingerprintCode)
               : QString();
}

void StatusLine::follow()
{
    OpenStudy& study = m_bench.current();
    const RunProgress progress = runProgress(study, QDateTime::currentDateTime());
    const QString plan = progress.state == RunState::Idle ? planText(m_bench.plan(), QDateTime::currentDateTime()) : QString();
    m_run->say(plan.isEmpty() ? progressText(progress, study) : plan);
    const auto trained = progress.running > 0 ? study.runEpochs(progress.run) : nullptr;
    m_precision = trained && trained->started ? QString::fromStdString(trained->started->precision) : QString();
    showDevices();
    m_bar->setVisible(!plan.isEmpty() || (progress.state != RunState::Idle && (!progress.comparing || progress.comparisons > 0)));
    m_bar->setValue(int(std::lround((plan.isEmpty() ? progress.share : planShare(m_bench.plan())) * barSteps)));
    m_bar->setAccessibleName(!plan.isEmpty()      ? tr("Share of the plan's trainings that is done")
                             : progress.comparing ? tr("Share of the comparison's trainings that is done")
                                                  : tr("Share of the study's trials that is done"));
    const QString code = fingerprint();
    m_fingerprint->setVisible(!code.isEmpty());
    m_fingerprint->setText(tr("recipe %1").arg(code));
    m_fingerprint->setAccessibleName(tr("Recipe fingerprint %1, copy").arg(code));
}

void StatusLine::showDevices()
{
    if (!m_machine)
        return;
    m_devices->setText(deviceText(*m_machine, m_precision));
    QStringList details = {m_devices->text(), QString::fromStdString(m_machine->cpuName)};
    if (!m_machine->gpuReason.empty())
        details << QString::fromStdString(m_machine->gpuReason);
    m_devices->setToolTip(details.join(QLatin1Char('\n')));
}

/// Whether a line is about the study in view, or about none of the studies.
bool StatusLine::concerns(const LogEntry& entry) const
{
    return entry.study.isEmpty() || entry.about == &m_bench.current() || entry.about == &m_bench.plan();
}

/// Shows the newest problem that was not looked at, of the study in view, of the plan or of none; those of other studies are shown with
/// these.
void StatusLine::showProblem()
{
    const auto& entries = m_bench.log().entries();
    int row = int(entries.size()) - 1;
    while (row > m_seen && (entries[std::size_t(row)].severity == Severity::Info || !concerns(entries[std::size_t(row)])))
        --row;
    m_problem->setVisible(row > m_seen);
    if (row <= m_seen)
        return;
    const LogEntry& newest = entries[std::size_t(row)];
    m_problemRole = newest.severity == Severity::Problem ? Role::Bad : Role::Warning;
    retheme();
    const QString line = QStringLiteral("%1 %2").arg(markOf(m_problemRole), newest.text);
    m_problem->setText(fontMetrics().elidedText(line, Qt::ElideRight, Theme::instance().grid(46)).replace('&', QStringLiteral("&&")));
    m_problem->setToolTip(tr("%1\nClick to see the log").arg(newest.named()));
    m_problem->setAccessibleName(tr("Newest problem: %1").arg(newest.named()));
}

void StatusLine::retheme()
{
    const Theme& theme = Theme::instance();
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, theme.colour(Role::Dim));
    dim.setColor(QPalette::ButtonText, theme.colour(Role::Dim));
    QPalette problem = palette();
    problem.setColor(QPalette::ButtonText, theme.colour(m_problemRole));
    m_problem->setPalette(problem);
    for (QWidget* widget : {static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_devices), static_cast<QWidget*>(m_fingerprint)})
        widget->setPalette(dim);
}

} // namespace reweigh
