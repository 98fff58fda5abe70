// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/StatusLine.h"

#include "widgets/theme/Theme.h"
#include "widgets/window/DeviceSampler.h"
#include "widgets/window/EachStudy.h"
#include "widgets/window/ElidedLabel.h"
#include "widgets/window/RunProgress.h"

#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

#include <cmath>

namespace reweigh {
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
    , m_bar(new QProgressBar(this))
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
    m_bar->setAccessibleName(tr("Share of the study's trials that is done"));
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
    m_fingerprint->setToolTip(tr("Code of the data recipe; click to copy it"));

    connect(m_problem, &QToolButton::clicked, this, [this] {
        m_problem->hide();
        Q_EMIT logWanted();
    });
    connect(m_fingerprint, &QToolButton::clicked, this, &StatusLine::fingerprintWanted);
    connect(&bench.log(), &RunLog::added, this, &StatusLine::showProblem);
    connect(&bench.log(), &RunLog::counted, this, &StatusLine::showProblem);
    eachStudy(bench, this, [this](OpenStudy& study) {
        for (const auto signal : {&OpenStudy::stateChanged, &OpenStudy::snapshotChanged, &OpenStudy::previewChanged, &OpenStudy::stepsChanged})
            connect(&study, signal, this, &StatusLine::follow);
    });
    connect(&bench, &Workbench::currentChanged, this, &StatusLine::follow);
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
    if (const auto snapshot = study.snapshot(); snapshot->facts)
        return QString::fromStdString(snapshot->facts->fingerprintCode);
    const auto preview = study.preview();
    return preview && preview->data.plan ? QString::fromStdString(preview->data.plan->fingerprintCode) : QString();
}

void StatusLine::follow()
{
    OpenStudy& study = m_bench.current();
    const RunProgress progress = runProgress(study, QDateTime::currentDateTime());
    m_run->say(progressText(progress, study));
    const auto trained = progress.running > 0 ? study.runEpochs(progress.run) : nullptr;
    m_precision = trained && trained->started ? QString::fromStdString(trained->started->precision) : QString();
    showDevices();
    m_bar->setVisible(progress.state != RunState::Idle && !progress.comparing);
    m_bar->setValue(int(std::lround(progress.share * barSteps)));
    m_fingerprint->setVisible(!fingerprint().isEmpty());
    m_fingerprint->setText(tr("recipe %1").arg(fingerprint()));
    m_fingerprint->setAccessibleName(tr("Recipe fingerprint %1, copy").arg(fingerprint()));
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

void StatusLine::showProblem(int row)
{
    const LogEntry& entry = m_bench.log().entries().at(std::size_t(row));
    if (entry.severity == Severity::Info)
        return;
    const Role role = entry.severity == Severity::Problem ? Role::Bad : Role::Warning;
    QPalette colours = palette();
    colours.setColor(QPalette::ButtonText, Theme::instance().colour(role));
    m_problem->setPalette(colours);
    const QString mark = markOf(role);
    const QString line = QStringLiteral("%1 %2").arg(mark, entry.text);
    m_problem->setText(fontMetrics().elidedText(line, Qt::ElideRight, Theme::instance().grid(46)));
    m_problem->setToolTip(tr("%1\nClick to see the log").arg(entry.text));
    m_problem->setAccessibleName(tr("Newest problem: %1").arg(entry.text));
    m_problem->show();
}

void StatusLine::retheme()
{
    const Theme& theme = Theme::instance();
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, theme.colour(Role::Dim));
    dim.setColor(QPalette::ButtonText, theme.colour(Role::Dim));
    for (QWidget* widget : {static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_devices), static_cast<QWidget*>(m_fingerprint)})
        widget->setPalette(dim);
    QPalette bar = palette();
    bar.setColor(QPalette::Highlight, theme.colour(Role::Selection));
    m_bar->setPalette(bar);
}

} // namespace reweigh
