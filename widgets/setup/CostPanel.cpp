// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/CostPanel.h"

#include "core/config/ConfigJson.h"
#include "core/live/DeviceMeter.h"
#include "widgets/setup/FieldText.h"
#include "widgets/setup/PrimaryButton.h"
#include "widgets/theme/Theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace reweigh {

CostPanel::CostPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("cost"), tr("Before you start"), bench, parent)
    , m_measure(new QPushButton(tr("Measure")))
    , m_start(new PrimaryButton)
    , m_note(new QLabel)
    , m_hint(new QLabel)
{
    const Theme& theme = Theme::instance();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, theme.grid(0.75), 0);
    column->setSpacing(theme.grid());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.grid());
    grid->setVerticalSpacing(theme.grid());
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    addItem(Item::Step, QStringLiteral("cost-step"), tr("One step"), *grid);
    addItem(Item::Epoch, QStringLiteral("cost-epoch"), tr("One epoch"), *grid);
    addItem(Item::Trial, QStringLiteral("cost-trial"), tr("One trial"), *grid);
    addItem(Item::Study, QStringLiteral("cost-study"), tr("The study"), *grid);
    addItem(Item::Memory, QStringLiteral("cost-memory"), tr("Memory"), *grid);
    addItem(Item::Disk, QStringLiteral("cost-disk"), tr("On disk"), *grid);
    column->addLayout(grid);

    m_measure->setObjectName(QStringLiteral("measure"));
    m_measure->setAccessibleName(tr("Measure what the study will cost"));
    m_measure->setToolTip(tr("Trains some steps with these settings and evaluates once, in the background. Nothing is written."));
    m_note->setObjectName(QStringLiteral("cost-note"));
    m_note->setWordWrap(true);
    m_start->setObjectName(QStringLiteral("start"));
    m_hint->setObjectName(QStringLiteral("start-hint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_measure, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("cost-scroll"));
    scroll->setAccessibleName(title());
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);

    auto* body = new QWidget(this); // the button stays in view, whatever scrolls
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.grid(0.5));
    rows->addWidget(scroll, 1);
    rows->addWidget(m_start);
    rows->addWidget(m_hint);
    setBody(body);
    connect(m_measure, &QPushButton::clicked, this, &CostPanel::measure);
    connect(m_start, &QPushButton::clicked, this, &CostPanel::start);
}

CostPanel::~CostPanel() = default;

void CostPanel::addItem(Item item, const QString& name, const QString& text, QGridLayout& grid)
{
    auto* label = new QLabel(text);
    auto* value = new QLabel;
    value->setObjectName(name);
    value->setWordWrap(true);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addWidget(value, row, 1);
    m_names.push_back(label);
    m_values[item] = value;
}

void CostPanel::attach(OpenStudy& study)
{
    for (const auto signal : {&OpenStudy::configChanged, &OpenStudy::previewChanged, &OpenStudy::stateChanged, &OpenStudy::titleChanged,
                              &OpenStudy::snapshotChanged})
        connect(&study, signal, this, &CostPanel::scheduleRefresh);
}

void CostPanel::measure()
{
    if (!m_probe) {
        m_probe = std::make_unique<CostProbe>(bench().engineOpener());
        connect(m_probe.get(), &CostProbe::measured, this, [this](const CostInfo& cost) {
            m_cost = cost;
            m_memory = DeviceMeter().read().memoryTotal;
            scheduleRefresh();
        });
        connect(m_probe.get(), &CostProbe::failed, this, [this](const Error& error) {
            m_failure = error;
            scheduleRefresh();
        });
    }
    m_asked = study().config();
    m_cost.reset();
    m_failure.reset();
    m_probe->measure(m_asked);
    scheduleRefresh();
}

void CostPanel::start()
{
    if (QAction* run = bench().action(QStringLiteral("run")))
        run->trigger();
    else
        study().run();
}

void CostPanel::refresh()
{
    showCost();
    showState();
}

void CostPanel::showCost()
{
    const ExperimentConfig& config = study().config();
    const auto preview = study().preview();
    const bool mine = sameCost(m_asked, config);
    const bool measuring = m_probe && m_probe->measuring() && mine;
    const QLocale locale;
    const QString unknown = measuring ? tr("measuring…") : tr("not measured yet");
    for (const Item item : {Item::Step, Item::Epoch, Item::Trial, Item::Study, Item::Memory})
        m_values[item]->setText(unknown);
    const bool known = m_cost && mine;
    if (known) {
        const double trial = config.training.epochs * m_cost->epochSeconds;
        const QString pruned = config.search.pruner == "none" ? tr("%1 trials, %2") : tr("%1 trials, %2 without pruning");
        m_values[Item::Step]->setText(tr("%1 · median of %2, measured").arg(costTimeText(m_cost->stepSeconds), locale.toString(m_cost->stepsMeasured)));
        m_values[Item::Epoch]->setText(tr("%1 steps, %2").arg(locale.toString(m_cost->stepsPerEpoch), costTimeText(m_cost->epochSeconds)));
        m_values[Item::Trial]->setText(tr("%1 epochs, %2").arg(locale.toString(config.training.epochs), costTimeText(trial)));
        m_values[Item::Study]->setText(pruned.arg(locale.toString(config.search.trials), costTimeText(trial * config.search.trials)));
        m_values[Item::Memory]->setText(tr("%1 of %2").arg(bytesText(double(m_cost->memoryBytes)), bytesText(double(m_memory))));
    }
    const std::optional<double> disk = diskEstimate(config, preview.get());
    m_values[Item::Disk]->setText(disk ? tr("about %1").arg(bytesText(*disk)) : QStringLiteral("–"));

    m_measure->setEnabled(!measuring && preview && !preview->error && study().runner().state() == RunState::Idle);
    setScope(known ? QString::fromStdString(m_cost->device) : QString());
    m_note->setText(m_failure && mine ? QStringLiteral("%1 %2").arg(markOf(Role::Bad), fieldErrorText(*m_failure))
                    : m_cost && !mine ? tr("The settings changed since the measurement.") : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

void CostPanel::showState()
{
    QAction* run = bench().action(QStringLiteral("run"));
    const auto preview = study().preview();
    const Status valid = validate(study().config());
    const RunState state = study().runner().state();
    const bool ready = state == RunState::Paused || (state == RunState::Idle && valid && (!preview || !preview->error));
    switch (state) {
    case RunState::Idle: m_start->setText(study().isNew() ? tr("Start the study") : tr("Go on with the study")); break;
    case RunState::Preparing: m_start->setText(tr("Preparing…")); break;
    case RunState::Running: m_start->setText(tr("Running")); break;
    case RunState::Pausing: m_start->setText(tr("Pausing…")); break;
    case RunState::Paused: m_start->setText(tr("Resume the study")); break;
    case RunState::Stopping: m_start->setText(tr("Stopping…")); break;
    }
    m_start->setAccessibleName(m_start->text());
    m_start->setEnabled(ready && (!run || run->isEnabled()));
    m_start->setToolTip(run ? run->toolTip() : QString());
    const QString obstacle = !valid ? fieldErrorText(valid.error(), study().config()) : preview && preview->error ? fieldErrorText(*preview->error) : QString();
    m_hint->setText(obstacle.isEmpty() ? tr("F5 · everything above can be undone") : QStringLiteral("%1 %2").arg(markOf(Role::Bad), obstacle));
    m_start->setAccessibleDescription(m_hint->text());
    retheme();
}

QString CostPanel::summary() const
{
    return tr("One step: %1. The study: %2. On disk: %3.")
        .arg(m_values.at(Item::Step)->text(), m_values.at(Item::Study)->text(), m_values.at(Item::Disk)->text());
}

void CostPanel::retheme()
{
    const Theme& theme = Theme::instance();
    const auto ink = [&](QLabel* label, Role role, bool small) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, theme.colour(role));
        label->setPalette(colours);
        label->setFont(small ? theme.scopeFont() : theme.bodyFont());
    };
    for (QLabel* label : m_names)
        ink(label, Role::Dim, false);
    ink(m_note, m_failure ? Role::Bad : Role::Dim, true);
    ink(m_hint, m_hint->text().startsWith(markOf(Role::Bad)) ? Role::Bad : Role::Dim, true);
}

} // namespace reweigh
