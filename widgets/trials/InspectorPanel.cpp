// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/InspectorPanel.h"

#include "core/base/FileIo.h"
#include "core/experiment/WorkerChoice.h"
#include "widgets/help/HelpButton.h"
#include "widgets/state/LogOutcome.h"
#include "widgets/text/ErrorText.h"
#include "widgets/theme/Theme.h"
#include "widgets/trials/MarksEditor.h"
#include "widgets/trials/TrialActions.h"
#include "widgets/trials/TrialCommand.h"
#include "widgets/trials/TrialRetrain.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace reweigh {

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(Theme::instance().grid(1));
    m_grid->setVerticalSpacing(Theme::instance().grid(1));
}

/// A long label wraps, so that it does not take the room of the figures: the panel is narrow on a small screen.
void FactList::fit(QLabel& label)
{
    const QFontMetrics font = label.fontMetrics();
    int width = 20 * font.averageCharWidth();
    const bool wraps = font.horizontalAdvance(label.text()) > width;
    for (const QString& word : label.text().split(QLatin1Char(' ')))
        width = std::max(width, font.horizontalAdvance(word));
    label.setWordWrap(wraps);
    label.setMinimumWidth(wraps ? width : 0);
    label.setMaximumWidth(wraps ? width : QWIDGETSIZE_MAX);
}

void FactList::addRow()
{
    const int at = int(m_rows.size());
    const Row row{.named = new QHBoxLayout, .label = new QLabel(this), .text = new QLabel(this)};
    row.named->setSpacing(0);
    row.named->addWidget(row.label);
    row.text->setWordWrap(true);
    row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addLayout(row.named, at, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(row.text, at, 1);
    m_rows.push_back(row);
}

/// The row is another fact's with the next trial, and its "?" another term's, or hidden.
void FactList::explain(Row& row, const QString& term)
{
    if (!row.help && !term.isEmpty()) {
        row.help = new HelpButton(term, this);
        row.named->addWidget(row.help, 0, Qt::AlignTop);
    }
    if (!row.help)
        return;
    if (!term.isEmpty())
        row.help->setAnchor(term);
    row.help->setVisible(!term.isEmpty());
}

void FactList::setFacts(const std::vector<TrialDetails::Fact>& facts)
{
    while (m_rows.size() < facts.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < facts.size();
        m_rows[i].label->setVisible(used);
        m_rows[i].text->setVisible(used);
        explain(m_rows[i], used ? facts[i].help : QString());
        if (!used)
            continue;
        m_rows[i].label->setText(facts[i].label);
        fit(*m_rows[i].label);
        m_rows[i].text->setText(facts[i].text);
        m_rows[i].text->setObjectName(QStringLiteral("fact-%1").arg(facts[i].key));
        m_rows[i].text->setAccessibleName(facts[i].label);
    }
    retheme();
}

void FactList::retheme()
{
    for (const Row& row : m_rows)
        setInk(*row.label, Role::Dim);
}

ButtonGrid::ButtonGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Theme::instance().grid(0.75));
    m_grid->setSizeConstraint(QLayout::SetNoConstraint); // allows the widget to become narrower, and then higher
}

QPushButton* ButtonGrid::add(const QString& name, const QString& text, const QString& help)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(help);
    m_buttons.push_back(button);
    m_shown.push_back(button);
    m_columns = 0;
    arrange();
    return button;
}

void ButtonGrid::setShown(QPushButton* button, bool shown)
{
    if ((std::ranges::find(m_shown, button) != m_shown.end()) == shown)
        return;
    std::vector<QPushButton*> now;
    for (QPushButton* one : m_buttons)
        if (one == button ? shown : std::ranges::find(m_shown, one) != m_shown.end())
            now.push_back(one);
    m_shown = std::move(now);
    button->setVisible(shown);
}

void ButtonGrid::refit()
{
    m_columns = 0;
    arrange();
}

void ButtonGrid::arrange()
{
    int widest = 1;
    for (const QPushButton* button : m_shown)
        widest = std::max(widest, button->sizeHint().width());
    const int columns = std::clamp((width() + m_grid->spacing()) / (widest + m_grid->spacing()), 1, int(m_shown.size()));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < int(m_shown.size()); ++i)
        m_grid->addWidget(m_shown[std::size_t(i)], i / columns, i % columns);
    updateGeometry();
}

QSize ButtonGrid::minimumSizeHint() const
{
    QSize widest;
    for (const QPushButton* button : m_shown)
        widest = widest.expandedTo(button->sizeHint());
    const int rows = m_columns > 0 ? (int(m_shown.size()) + m_columns - 1) / m_columns : 1;
    return {widest.width(), rows * widest.height() + (rows - 1) * m_grid->spacing()};
}

void ButtonGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

InspectorPanel::InspectorPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("inspector"), tr("Trial"), bench, parent)
    , m_actions(new TrialActions(bench, nullptr, this))
{
    setBody(makeBody());
    m_actions->addTo(menu());
    connect(m_marks, &MarksEditor::edited, this, [this](qint64 trial, const TrialMarks& marks, const QString& what) {
        if (m_marksOf)
            m_marksOf->document().setMarks(trial, marks, what);
    });
}

QWidget* InspectorPanel::makeBody()
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("inspectorScroll"));
    scroll->setAccessibleName(tr("About the trial"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    m_strip = new LayerStrip(content);
    m_strip->setObjectName(QStringLiteral("inspectorNetwork"));
    m_strip->setAccessibleName(tr("Layers of the weighting network"));
    m_facts = new FactList(content);
    m_marks = new MarksEditor(content);
    m_buttons = new ButtonGrid(content);
    m_export = m_buttons->add(QStringLiteral("inspectorExport"), tr("Export as JSON…"), tr("Writes this trial into a JSON file"));
    m_retrain = m_buttons->add(QStringLiteral("inspectorRetrain"), tr("Retrain"), {});
    connect(m_export, &QPushButton::clicked, this, &InspectorPanel::exportTrial);
    connect(m_retrain, &QPushButton::clicked, this, &InspectorPanel::retrain);
    m_copyCommand = m_buttons->add(QStringLiteral("inspectorCopyCommand"), tr("Copy command"),
                                   tr("Copies the command line that trains this trial again"));
    m_copyJson = m_buttons->add(QStringLiteral("inspectorCopyJson"), tr("Copy JSON"), tr("Copies the trial as JSON"));
    connect(m_copyCommand, &QPushButton::clicked, m_actions->copyCommand(), &QAction::trigger);
    connect(m_copyJson, &QPushButton::clicked, m_actions->copyJson(), &QAction::trigger);

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(1.5));
    column->addWidget(m_strip);
    column->addWidget(m_facts);
    column->addWidget(m_marks);
    column->addStretch();
    column->addWidget(m_buttons);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

/// The trial in view; null if none is chosen.
const StudyTrial* InspectorPanel::shown() const
{
    const std::optional<std::int64_t> current = study().selection().current();
    return current ? study().snapshot()->trial(*current) : nullptr;
}

/// The buttons name the trial that they act on, and what that takes.
void InspectorPanel::showButtons(const StudyTrial& trial)
{
    OpenStudy& study = this->study();
    const QString number = QLocale().toString(qlonglong(trial.number));
    m_export->setText(tr("Export trial %1 as JSON…").arg(number));
    const int seeds = study.config().search.variantSeeds;
    QString text = tr("Retrain trial %1 with %n fresh seed(s)", nullptr, seeds).arg(number);
    const int atOnce = usualComparisonWorkers(study.config().training, study.snapshot()->comparisonThreads);
    if (const std::optional<double> seconds = retrainSeconds(trial, seeds, atOnce))
        text = *seconds < 90 ? tr("%1,\nabout %2 s").arg(text, QLocale().toString(int(std::ceil(*seconds))))
                             : tr("%1,\nabout %2 min").arg(text, QLocale().toString(int(std::lround(*seconds / 60.0))));
    m_retrain->setText(text);
    const auto snapshot = study.snapshot();
    const bool free = study.runner().state() == RunState::Idle && !snapshot->beingWritten;
    const Result<Variant> variant =
        snapshot->facts ? trialVariant(trial, *snapshot, study.storedConfig()) : Result<Variant>(snapshot->noFacts);
    const Error* refused = study.document().refused(); // what is set, the device say, is not what is shown
    m_retrain->setEnabled(free && variant.ok() && !refused);
    m_retrain->setToolTip(!variant  ? errorText(variant.error())
                          : !free   ? tr("Can be done when nothing of the study runs")
                          : refused ? errorText(*refused)
                                    : tr("Trains this trial's network with seeds that the search has not seen; Compare shows the runs."));
    for (QPushButton* button : {m_retrain, m_copyCommand}) // another program's trial is none that can be trained here
        m_buttons->setShown(button, snapshot->facts.has_value());
    for (QPushButton* button : {m_export, m_retrain})
        button->setAccessibleName(button->text().simplified());
    m_buttons->refit();
}

void InspectorPanel::retrain()
{
    OpenStudy& study = this->study();
    const StudyTrial* trial = shown();
    const auto snapshot = study.snapshot();
    if (!trial || !snapshot->facts)
        return;
    if (const Error* refused = study.document().refused()) // by the field that this very click has left
        return study.tell({.severity = Severity::Problem, .text = errorText(*refused), .trial = trial->number});
    // The stored study, even if the document was changed; the device is the document's.
    ExperimentConfig config = study.storedConfig();
    config.search.variantSeeds = study.config().search.variantSeeds;
    config.training.device = study.config().training.device;
    config.training.threads = study.config().training.threads;
    const Result<Variant> variant = trialVariant(*trial, *snapshot, config);
    if (!variant)
        return study.tell({.severity = Severity::Problem, .text = errorText(variant.error()), .trial = trial->number});
    study.runner().compare(config, {*variant});
    Q_EMIT bench().comparisonWanted(study.file());
}

void InspectorPanel::exportTrial()
{
    const StudyTrial* trial = shown();
    if (!trial)
        return;
    auto* dialog = new QFileDialog(this, tr("Export trial %1").arg(QLocale().toString(qlonglong(trial->number))));
    dialog->setObjectName(QStringLiteral("exportTrialDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Architecture as JSON (*.json)")});
    dialog->setDirectory(QString::fromStdString(study().file().parent_path().string()));
    dialog->selectFile(QStringLiteral("trial-%1.json").arg(trial->number));
    connect(dialog, &QFileDialog::fileSelected, this,
            [tell = study().teller(), snapshot = study().snapshot(), number = trial->number](const QString& file) {
                const Result<std::string> json = trialJson(*snapshot->trial(number), *snapshot);
                const Status written = json ? writeFileAtomic(file.toStdString(), *json + "\n") : Status(json.error());
                tellOutcome(tell, written, tr("Trial %1 is written to %2.").arg(QLocale().toString(qlonglong(number)), file),
                            "export-trial");
            });
    dialog->open();
}

void InspectorPanel::attach(OpenStudy& study)
{
    m_marks->commit(); // stores typed text in the study it belongs to
    setTitle(tr("Trial"));
    for (const auto signal : {&OpenStudy::snapshotChanged, &OpenStudy::marksChanged, &OpenStudy::selectionChanged, &OpenStudy::stateChanged,
                              &OpenStudy::configChanged})
        connect(&study, signal, this, &InspectorPanel::scheduleRefresh);
    connect(&study.document(), &ExperimentDocument::refusedChanged, this, &InspectorPanel::scheduleRefresh, Qt::UniqueConnection);
    connect(&study, &OpenStudy::epochsChanged, this, [this](const RunKey& key) {
        if (key.trial >= 0 && key.trial == this->study().selection().current())
            scheduleRefresh();
    });
}

void InspectorPanel::refresh()
{
    OpenStudy& study = this->study();
    const std::shared_ptr<const StudySnapshot> snapshot = study.snapshot();
    const std::optional<std::int64_t> current = study.selection().current();
    const StudyTrial* trial = current ? snapshot->trial(*current) : nullptr;
    m_actions->update();
    if (!trial) {
        m_marks->commit();
        m_details = {};
        setTitle(tr("Trial"));
        if (snapshot->trials.empty())
            showEmpty(
                tr("The chosen trial will stand here: its network, its accuracy and how sure that is, the command that trains it again."),
                bench().action("run"));
        else
            showEmpty(tr("Choose a trial in a list, a table or a plot."));
        return;
    }
    const auto trained = snapshot->facts ? study.runEpochs(RunKey::ofTrial(trial->number)) : nullptr;
    m_details = trialDetails(*trial, *snapshot, trained.get());
    showBody();
    setTitle(m_details.title);
    setScope(m_details.scope);
    m_strip->setVisible(!m_details.network.empty());
    m_strip->setBoxes(m_details.network);
    m_facts->setFacts(m_details.facts);
    m_marksOf = &study;
    m_marks->setTrial(trial->number, study.document().marks(trial->number));
    m_copyCommand->setEnabled(m_actions->copyCommand()->isEnabled());
    m_copyJson->setEnabled(m_actions->copyJson()->isEnabled());
    showButtons(*trial);
}

QString InspectorPanel::summary() const
{
    if (m_details.facts.empty())
        return tr("No trial is chosen.");
    QStringList facts;
    for (const TrialDetails::Fact& fact : m_details.facts)
        facts << tr("%1: %2").arg(fact.label, fact.text);
    return tr("%1, %2. %3").arg(m_details.title, m_details.scope, facts.join(QStringLiteral("; ")));
}

FigureTable InspectorPanel::table() const
{
    FigureTable table{.header = {"fact", "value"}, .rows = {}};
    for (const TrialDetails::Fact& fact : m_details.facts)
        table.rows.push_back({fact.key, fact.text});
    return table;
}

void InspectorPanel::retheme()
{
    m_facts->retheme();
}

void InspectorPanel::hideEvent(QHideEvent* event)
{
    m_marks->commit(); // stores typed text before the panel is hidden
    Panel::hideEvent(event);
}

} // namespace reweigh
