// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/CostPanel.h"

#include "core/config/ConfigJson.h"
#include "core/config/LayerList.h"
#include "core/experiment/ArchitectureSpace.h"
#include "core/live/machine/DeviceMeter.h"
#include "widgets/forms/FieldText.h"
#include "widgets/panel/DoneBar.h"
#include "widgets/setup/DataGetter.h"
#include "widgets/setup/RecipeWords.h"
#include "widgets/state/NextRun.h"
#include "widgets/theme/Theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct CostWords {
    Q_DECLARE_TR_FUNCTIONS(CostEstimate)
};

QString number(double value, int decimals = 0)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

ElidedButton::ElidedButton(QWidget* parent)
    : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a push button's own policy takes the whole text as its least width
}

QSize ElidedButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), Theme::instance().grid(20)), sizeHint().height()};
}

void ElidedButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect inside = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
    option.text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, inside.width(), Qt::TextShowMnemonic);
    painter.drawControl(QStyle::CE_PushButton, option);
}

QSize PrimaryButton::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.strongFont());
    return {metrics.horizontalAdvance(text()) + theme.grid(4), metrics.height() + theme.grid(2.5)};
}

void PrimaryButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const double radius = theme.grid(0.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = isEnabled() ? theme.colour(Role::Selection) : theme.tint(Role::Line, 0.7);
    if (isEnabled() && (isDown() || underMouse()))
        ground = isDown() ? ground.darker(115) : theme.tint(Role::Selection, 0.9);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::inkOn(ground), 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), radius - 1, radius - 1);
    }
    painter.setFont(theme.strongFont());
    painter.setPen(isEnabled() ? Theme::inkOn(ground) : theme.colour(Role::Dim));
    const int room = width() - theme.grid(2);
    painter.drawText(rect(), Qt::AlignCenter, QFontMetrics(theme.strongFont()).elidedText(text(), Qt::ElideRight, room));
}

bool sameCost(const ExperimentConfig& then, const ExperimentConfig& now)
{
    ExperimentConfig as = now;
    as.training.epochs = then.training.epochs;
    return then.data == as.data && then.training == as.training && then.search.lag == as.search.lag;
}

std::optional<double> diskEstimate(const ExperimentConfig& config, const RecipePreview* preview)
{
    if (!preview || preview->error)
        return std::nullopt;
    const ImageSet& images = preview->data.source->train;
    const ModelShape model =
        modelShape(config.training.model, images.height, images.width, images.channels, preview->data.source->classes());
    // A network of medium size: the mean number of layers, and the geometric mean of the numbers of nodes.
    MetaNetSpec middle = config.training.metaNet;
    middle.hidden.assign(std::size_t(std::max(0, (config.search.layersLow + config.search.layersHigh + 1) / 2)),
                         int(std::lround(std::sqrt(double(config.search.nodesLow) * config.search.nodesHigh))));
    const double meta = double(metaNetParameters(middle, metaNetInput(middle, model)));
    // In fp32: each weight of the classifier with its momentum, each weight of the MW-Net with its two Adam moments.
    const double checkpoint = 8.0 * double(model.parameters) + 12.0 * meta + 5e4;
    // Per sample a line of samples.csv and a weight; per epoch its figures, weight curve and distributions.
    const double samples = 64.0 * double(preview->data.plan->train.size());
    const double epochs = 1.4e4 * config.training.epochs;
    return config.search.trials * (2.0 * checkpoint + samples + epochs) + 3e5; // the checkpoint before the newest is kept too
}

QString costTimeText(double seconds)
{
    if (seconds < 1.0)
        return CostWords::tr("%1 ms").arg(number(seconds * 1e3, seconds < 0.01 ? 1 : 0));
    if (seconds < 59.5) // what rounds to 60 is a minute
        return CostWords::tr("%1 s").arg(number(seconds, seconds < 10.0 ? 1 : 0));
    const qint64 whole = qint64(std::lround(seconds));
    if (whole < 3600)
        return CostWords::tr("%1 min %2 s").arg(number(double(whole / 60)), number(double(whole % 60)));
    return CostWords::tr("%1 h %2 min").arg(number(double(whole / 3600)), number(double(whole % 3600 / 60)));
}

QString bytesText(double bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), bytes < 1 << 30 ? 0 : 1);
}

CostPanel::CostPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("cost"), tr("Before you start"), bench, parent)
    , m_measure(new QPushButton(tr("Measure")))
    , m_bar(new DoneBar)
    , m_start(new PrimaryButton)
    , m_startNew(new ElidedButton)
    , m_note(new QLabel)
    , m_hint(new QLabel)
    , m_verify(new QPushButton(tr("Check labels in Verify")))
    , m_reason(new QPushButton(tr("Show why")))
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
    m_startNew->setObjectName(QStringLiteral("start-new"));
    m_startNew->hide();
    m_hint->setObjectName(QStringLiteral("start-hint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter);
    m_verify->setObjectName(QStringLiteral("start-verify"));
    m_verify->hide();
    m_reason->setObjectName(QStringLiteral("start-reason"));
    m_reason->setToolTip(tr("Goes to the setting in Recipe that mends it"));
    m_reason->hide();
    m_bar->setObjectName(QStringLiteral("measure-bar"));
    m_bar->setAccessibleName(tr("Progress of the measurement"));
    m_bar->hide();
    addTitleWidget(m_measure); // in sight, however low the dock is
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
    scroll->setMinimumHeight(theme.grid(3)); // it scrolls: what stands below it does not, and is never cut for it
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);

    auto* body = new QWidget(this); // keeps the buttons visible while the rest scrolls
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.grid(0.5));
    rows->addWidget(m_bar);
    rows->addWidget(scroll, 1);
    rows->addWidget(m_start);
    rows->addWidget(m_startNew);
    rows->addWidget(m_hint);
    rows->addWidget(m_verify, 0, Qt::AlignHCenter);
    rows->addWidget(m_reason, 0, Qt::AlignHCenter);
    setBody(body);
    connect(m_measure, &QPushButton::clicked, this, &CostPanel::measure);
    connect(m_start, &QPushButton::clicked, this, &CostPanel::start);
    connect(m_verify, &QPushButton::clicked, this, [this] { Q_EMIT this->bench().panelWanted(QStringLiteral("verify")); });
    connect(m_reason, &QPushButton::clicked, this, [this] {
        if (const auto preview = study().preview(); preview && preview->error)
            Q_EMIT this->bench().fieldWanted(QString::fromStdString(fieldOf(*preview->error, preview->options)));
    });
    connect(m_startNew, &QPushButton::clicked, this, &CostPanel::startNew);
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
    connect(&study.document(), &ExperimentDocument::refusedChanged, this, &CostPanel::scheduleRefresh, Qt::UniqueConnection);
    for (const auto signal : {&OpenStudy::configChanged, &OpenStudy::stateChanged})
        connect(&study, signal, this, &CostPanel::dropOther);
    dropOther();
}

bool CostPanel::measuring() const
{
    return m_probe && m_probe->measuring();
}

/// Ends a measurement whose result would not be of the settings in view, or that a run would share the processor with.
void CostPanel::dropOther()
{
    if (measuring() && (!sameCost(m_asked, study().config()) || study().runner().state() != RunState::Idle)) {
        m_probe->stop();
        scheduleRefresh();
    }
}

void CostPanel::measure()
{
    if (measuring()) {
        m_probe->stop();
        return scheduleRefresh();
    }
    if (!m_probe) {
        m_probe = std::make_unique<CostProbe>(bench().engineOpener());
        connect(m_probe.get(), &CostProbe::progressed, this, [this](const CostProgress& progress) {
            m_progress = progress;
            scheduleRefresh();
        });
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
    m_askedOf = &study();
    m_cost.reset();
    m_failure.reset();
    m_progress = {};
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

void CostPanel::startNew()
{
    if (QAction* run = bench().action(QStringLiteral("run-new")))
        run->trigger();
    else
        study().run();
}

void CostPanel::refresh()
{
    showCost();
    showState();
    showBody();
}

void CostPanel::showCost()
{
    const ExperimentConfig& config = study().config();
    const auto preview = study().preview();
    const bool mine = sameCost(m_asked, config);
    const bool busy = measuring();
    const QLocale locale;
    const QString unknown = busy ? tr("measuring…") : tr("not measured yet");
    for (const Item item : {Item::Step, Item::Epoch, Item::Trial, Item::Study, Item::Memory})
        m_values[item]->setText(unknown);
    const bool known = m_cost && mine;
    if (known) {
        const double trial = config.training.epochs * m_cost->epochSeconds;
        const int trials = config.search.trials;
        const QString whole = config.search.pruner == "none" ? tr("%Ln trial(s), %1", nullptr, trials)
                                                             : tr("%Ln trial(s), %1 without pruning", nullptr, trials);
        m_values[Item::Step]->setText(
            tr("%1 · median of %2, measured").arg(costTimeText(m_cost->stepSeconds), locale.toString(m_cost->stepsMeasured)));
        m_values[Item::Epoch]->setText(tr("%Ln step(s), %1", nullptr, m_cost->stepsPerEpoch).arg(costTimeText(m_cost->epochSeconds)));
        m_values[Item::Trial]->setText(tr("%Ln epoch(s), %1", nullptr, config.training.epochs).arg(costTimeText(trial)));
        m_values[Item::Study]->setText(whole.arg(costTimeText(trial * trials)));
        m_values[Item::Memory]->setText(tr("%1 of %2").arg(bytesText(double(m_cost->memoryBytes)), bytesText(double(m_memory))));
    }
    const std::optional<double> disk = diskEstimate(config, preview.get());
    m_values[Item::Disk]->setText(disk ? tr("about %1").arg(bytesText(*disk)) : QStringLiteral("–"));

    const Error* refused = study().document().refused(); // what is set is not what is shown
    m_measure->setEnabled(busy || (preview && !preview->error && !refused && study().runner().state() == RunState::Idle));
    m_measure->setText(busy ? tr("Cancel") : tr("Measure"));
    m_measure->setAccessibleName(busy ? tr("Cancel the measurement") : tr("Measure what the study will cost"));
    m_measure->setProperty("measuring", busy); // for the window's action, which only begins
    m_bar->setVisible(busy);
    m_bar->setRange(0, std::max(1, m_progress.steps));
    m_bar->setValue(m_progress.step);
    using Stage = CostProgress::Stage;
    m_bar->setFormat(m_progress.stage == Stage::Evaluating                         ? tr("evaluating once")
                     : m_progress.stage == Stage::Stepping && m_progress.step == 0 ? tr("in the first step")
                     : m_progress.stage == Stage::Stepping
                         ? tr("step %1 of at most %2").arg(locale.toString(m_progress.step), locale.toString(m_progress.steps))
                     : m_progress.stage == Stage::OpeningEngine ? tr("opening the engine")
                                                                : tr("reading the data"));
    setScope(known ? QString::fromStdString(m_cost->device) : QString());
    m_note->setText(m_failure && mine                          ? QStringLiteral("%1 %2").arg(markOf(Role::Bad), fieldErrorText(*m_failure))
                    : m_cost && !mine && m_askedOf == &study() ? tr("The settings changed since the measurement.")
                                                               : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

void CostPanel::showState()
{
    QAction* run = bench().action(QStringLiteral("run"));
    const NextRun next = nextRun(study());
    const RunState state = study().runner().state();
    const bool ready = state == RunState::Paused || (state == RunState::Idle && !next.obstacle && next.kind != NextRun::Kind::Done);
    switch (state) {
    case RunState::Idle: m_start->setText(startText(next)); break;
    case RunState::Preparing: m_start->setText(tr("Preparing…")); break;
    case RunState::Running: m_start->setText(tr("Running")); break;
    case RunState::Pausing: m_start->setText(tr("Pausing…")); break;
    case RunState::Paused: m_start->setText(resumeText(next)); break;
    case RunState::Stopping: m_start->setText(tr("Stopping…")); break;
    }
    m_start->setAccessibleName(m_start->text());
    m_start->setEnabled(ready && (!run || run->isEnabled()));
    const bool changed = state == RunState::Paused && next.kind == NextRun::Kind::Other;
    m_startNew->setVisible(changed);
    m_startNew->setEnabled(!next.obstacle);
    m_startNew->setText(nextRunText(next, study()));
    m_startNew->setAccessibleName(m_startNew->text());
    m_startNew->setToolTip(m_startNew->text()); // it may be cut
    m_start->setToolTip(run ? run->toolTip() : QString());
    const auto preview = study().preview();
    const bool ofRecipe = next.obstacle && preview && preview->error && *next.obstacle == *preview->error;
    const QString obstacle = ofRecipe        ? missingSentence(preview.get())
                             : next.obstacle ? fieldErrorText(*next.obstacle, study().config())
                                             : QString();
    m_hint->setText(!obstacle.isEmpty()                 ? QStringLiteral("%1 %2").arg(markOf(Role::Bad), obstacle)
                    : next.kind == NextRun::Kind::Done  ? tr("Raise the number of trials to continue.")
                    : next.kind == NextRun::Kind::Other ? tr("F5 · %1 stays as it is").arg(study().title())
                                                        : tr("F5 · everything above can be undone"));
    m_start->setAccessibleDescription(m_hint->text());
    m_reason->setVisible(ofRecipe && !DataGetter::isWanted(preview.get()));
    m_verify->setVisible(next.obstacle && next.obstacle->code == ErrorCode::MetaSetUnchecked);
    retheme();
}

/// What the button does, and how long that takes where it was measured.
QString CostPanel::startText(const NextRun& next)
{
    const QString text = nextRunText(next, study());
    if (!m_cost || next.trials == 0 || !sameCost(m_asked, study().config()))
        return text;
    const double seconds = m_cost->epochSeconds * study().config().training.epochs * next.trials;
    return tr("%1, about %2").arg(text, costTimeText(seconds));
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
        setInk(*label, role);
        label->setFont(small ? theme.scopeFont() : theme.bodyFont());
    };
    for (QLabel* label : m_names)
        ink(label, Role::Dim, false);
    ink(m_note, m_failure ? Role::Bad : Role::Dim, true);
    ink(m_hint, m_hint->text().startsWith(markOf(Role::Bad)) ? Role::Bad : Role::Dim, true);
}

} // namespace reweigh
