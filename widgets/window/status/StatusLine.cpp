// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/status/StatusLine.h"

#include "widgets/panel/DoneBar.h"
#include "widgets/panel/ElidedLabel.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/common/EachStudy.h"
#include "widgets/window/status/RunProgress.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr int periodMs = 1000, barSteps = 1000;
constexpr int doneMs = 8000; // what was done is said for so long

QString gibibytes(long long bytes, int digits)
{
    return QLocale().toString(double(bytes) / (1LL << 30), 'f', digits);
}

QString percent(double share)
{
    return QLocale().toString(int(std::lround(100.0 * share)));
}

QToolButton* lineButton(const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
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
    const auto read = [this, meter] {
        try {
            Q_EMIT sampled(std::make_shared<const DeviceInfoNow>(meter->read()));
        } catch (...) { // on a thread that may not be left by an exception; the next reading is a second away
        }
    };
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
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // its parts take its width, and must not keep the window from being narrow
    setContentsMargins(Theme::instance().grid(), 0, Theme::instance().grid(), 0);
    m_run->setObjectName(QStringLiteral("statusRun"));
    m_devices->setObjectName(QStringLiteral("statusDevices"));
    m_devices->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_devices->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it has what fitProblem() leaves it
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
    m_doneTimer.setSingleShot(true);
    m_doneTimer.setInterval(doneMs);
    connect(&m_doneTimer, &QTimer::timeout, this, [this] {
        m_doneSeen = m_doneRow;
        showProblem();
    });
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
        m_doneSeen = std::min(m_doneSeen, row - 1);
        m_doneRow = std::min(m_doneRow, row - 1);
        showProblem();
    });
    connect(&bench.log(), &RunLog::settled, this, &StatusLine::showProblem);
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
    if (const auto snapshot = study.snapshot(); snapshot->facts) // whatever was changed in Set up since
        return QString::fromStdString(snapshot->facts->fingerprintCode);
    if (!study.isNew() && study.runner().state() == RunState::Idle) // of another program's study no recipe is known
        return {};
    const auto preview = study.preview();
    return preview && preview->data.plan && isPresent(*preview, study.config().data)
               ? QString::fromStdString(preview->data.plan->fingerprintCode)
               : QString();
}

void StatusLine::follow()
{
    OpenStudy& study = m_bench.current();
    const RunProgress progress = runProgress(study, QDateTime::currentDateTime());
    const bool idle = progress.state == RunState::Idle;
    const QString plan = idle ? planText(m_bench.plan(), QDateTime::currentDateTime()) : QString();
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
    fitProblem();
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
    fitProblem();
}

/// Whether a line is about the study in view, or about none of the studies.
bool StatusLine::concerns(const LogEntry& entry) const
{
    return entry.study.isEmpty() || entry.about == &m_bench.current() || entry.about == &m_bench.plan();
}

/// The row of the newest problem that still is one and was not looked at, or of what was done after it; -1 if there is none. Those of other
/// studies are shown with these.
int StatusLine::rowToShow() const
{
    const auto& entries = m_bench.log().entries();
    for (int row = int(entries.size()) - 1; row > m_seen; --row) {
        const LogEntry& entry = entries[std::size_t(row)];
        const bool over = entry.severity == Severity::Info ? entry.topic.empty() || row <= m_doneSeen : entry.settled;
        if (!over && concerns(entry))
            return row;
    }
    return -1;
}

void StatusLine::showProblem()
{
    const int row = rowToShow();
    m_problem->setVisible(row >= 0);
    if (row < 0)
        return;
    const LogEntry& newest = m_bench.log().entries()[std::size_t(row)];
    const bool done = newest.severity == Severity::Info;
    if (done && row != m_doneRow) {
        m_doneRow = row;
        m_doneTimer.start();
    }
    m_problemRole = done ? Role::Done : newest.severity == Severity::Problem ? Role::Bad : Role::Warning;
    retheme();
    const QString said = newest.about == &m_bench.current() ? newest.text : newest.named(); // the plan's is shown beside any study
    m_problemText = QStringLiteral("%1 %2").arg(markOf(m_problemRole), said);
    fitProblem();
    m_problem->setToolTip(tr("%1\nClick to see the log").arg(newest.named()));
    m_problem->setAccessibleName(done ? newest.named() : tr("Newest problem: %1").arg(newest.named()));
}

/// Gives the line up to half of the bar, as far as the others leave it: its tool tip and the log have all of it. How the run stands is
/// nowhere else, and is cut only where it takes more than half of the bar itself; the machine's load where little is left beside that.
void StatusLine::fitProblem()
{
    const Theme& theme = Theme::instance();
    const int others = (m_bar->isHidden() ? 0 : m_bar->width()) + (m_fingerprint->isHidden() ? 0 : m_fingerprint->sizeHint().width());
    const int spare = width() - others - theme.grid(12); // without distances of the parts and the line's own margins
    const int least = m_problem->isHidden() ? 0 : theme.grid(20);
    const auto whole = [](const QLabel& label) { return label.fontMetrics().horizontalAdvance(label.text() + QLatin1Char(' ')); };
    const int needed = std::max(0, std::min({whole(*m_run), width() / 2, spare - least}));
    m_run->setMinimumWidth(needed); // else it shares what is left with the machine's load
    const int step = theme.grid(4); // so that the sentence does not tremble with the digits of the load
    const int load = std::max(0, std::min({(whole(*m_devices) + step - 1) / step * step, width() / 3, spare - needed - least}));
    m_devices->setMinimumWidth(load);
    const int most = std::max(theme.grid(46), width() / 2);
    const int room = std::max(theme.grid(16), std::min(spare - needed - load - theme.grid(4), most));
    m_problem->setMaximumWidth(room + theme.grid(4));
    m_problem->setText(fontMetrics().elidedText(m_problemText, Qt::ElideRight, room).replace('&', QStringLiteral("&&")));
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    fitProblem();
}

void StatusLine::retheme()
{
    setInk(*m_problem, m_problemRole);
    for (QWidget* widget : {static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_devices), static_cast<QWidget*>(m_fingerprint)})
        setInk(*widget, Role::Dim);
}

} // namespace reweigh
