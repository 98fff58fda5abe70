// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/LabelErrorsPanel.h"

#include "widgets/labels/LabelTruth.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/theme/Theme.h"
#include "widgets/watch/LabelErrorDelegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {
namespace {

constexpr int retryMs = 1000;

} // namespace

LabelErrorsPanel::LabelErrorsPanel(Workbench& bench, QWidget* parent)
    : CursorPanel(QStringLiteral("label-errors"), tr("Likely label errors"), bench, parent)
    , m_model(new LabelErrorModel(this))
    , m_list(new QListView)
    , m_pages(new QStackedWidget)
    , m_card(new SampleCard)
    , m_controls(new QWidget)
    , m_order(new QComboBox)
    , m_class(new QComboBox)
    , m_note(new QLabel)
    , m_top(new QLabel)
    , m_keys(new QLabel)
    , m_job([this](Loaded loaded) { take(std::move(loaded)); })
{
    keepLastPicture();
    m_list->setObjectName(QStringLiteral("labelErrorList"));
    m_list->setAccessibleName(tr("Samples by weight"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LabelErrorDelegate(m_list));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the number of columns stays constant while rows are added
    m_list->viewport()->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_note->setObjectName(QStringLiteral("labelErrorNote"));
    m_note->setWordWrap(true);
    m_top->setObjectName(QStringLiteral("labelErrorTop"));
    m_top->setWordWrap(true);
    m_keys->setObjectName(QStringLiteral("labelErrorKeys"));
    m_keys->setWordWrap(true);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_card);
    makeControls();
    makeMenus();

    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_controls);
    column->addWidget(m_note);
    column->addWidget(m_top);
    column->addWidget(m_pages, 1);
    column->addWidget(m_keys);
    setBody(body);
    setFocusProxy(m_list); // the keys stay with the images wherever the panel is clicked
}

void LabelErrorsPanel::makeControls()
{
    m_order->setObjectName(QStringLiteral("labelErrorOrder"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("lowest weight first"), true);
    m_order->addItem(tr("highest weight first"), false);
    m_class->setObjectName(QStringLiteral("labelErrorClass"));
    m_class->setAccessibleName(tr("Observed label"));
    for (QComboBox* box : {m_order, m_class}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
            m_model->setLowestFirst(m_order->currentData().toBool());
            const QVariant given = m_class->currentData();
            m_model->setGiven(given.isValid() ? std::optional(given.toInt()) : std::nullopt);
            scheduleRefresh();
        });
    }
    auto* row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::instance().grid());
    row->addWidget(m_order, 1);
    row->addWidget(m_class, 1);
}

void LabelErrorsPanel::attach(OpenStudy& study)
{
    CursorPanel::attach(study);
    m_job.cancel();
    m_wanted = {};
    m_loaded = false;
    forgetSamples();
    m_model->setSource(nullptr);
    openCard(false);
    connect(&study, &OpenStudy::previewChanged, this, &LabelErrorsPanel::scheduleRefresh);
    connect(&study, &OpenStudy::snapshotChanged, this, &LabelErrorsPanel::scheduleRefresh); // the snapshot says where a trial's folder is
}

void LabelErrorsPanel::load()
{
    const Wanted wanted{.folder =
                            cursor().trial() ? runFolder(*study().snapshot(), RunKey::ofTrial(*cursor().trial())) : std::filesystem::path(),
                        .epoch = cursor().trained() && !cursor().trained()->epochs.empty() ? cursor().trained()->epochs.back().epoch : 0,
                        .running = cursor().running()};
    if (wanted == m_wanted)
        return;
    if (wanted.folder != m_wanted.folder)
        m_loaded = false;
    m_wanted = wanted;
    m_job.request([wanted] {
        Loaded loaded{.of = wanted, .samples = nullptr};
        if (auto samples = readSampleWeights(wanted.folder)) {
            std::ranges::stable_sort(*samples, {}, &SampleWeight::weight);
            loaded.samples = std::make_shared<const SampleWeights>(std::move(*samples));
        }
        return loaded;
    });
}

void LabelErrorsPanel::take(Loaded loaded)
{
    if (loaded.of.folder != m_wanted.folder)
        return;
    m_loaded = true;
    if (!loaded.samples && loaded.of.running && loaded.of.epoch > 0) // a training writes them a moment after it has told of its epoch
        QTimer::singleShot(retryMs, this, [this, of = loaded.of] {
            if (m_wanted == of) {
                m_wanted = {};
                scheduleRefresh();
            }
        });
    if (loaded.samples) {
        const int place = m_list->verticalScrollBar()->value(); // a new epoch keeps the scroll position, and the image that is looked at
        const std::optional<std::uint32_t> image = currentRow() >= 0 ? std::optional(m_model->sample(currentRow()).index) : std::nullopt;
        m_model->setSamples(std::move(loaded.samples));
        m_samplesOf = loaded.of.folder;
        m_list->doItemsLayout();
        if (image)
            setRow(m_model->rowOf(*image));
        m_list->verticalScrollBar()->setValue(place);
    }
    scheduleRefresh();
}

void LabelErrorsPanel::forgetSamples()
{
    m_model->setSamples(nullptr);
    m_samplesOf.clear();
    m_shownTrial.reset();
}

void LabelErrorsPanel::refresh()
{
    load();
    if (!epochOrExcuse(tr("Here you will see the images whose labels the weights trust least. Run a study, or open one."))) {
        if (!isPale())
            forgetSamples();
        return;
    }
    const std::int64_t trial = *cursor().trial();
    if (!m_model->samples() || m_samplesOf != m_wanted.folder) {
        const bool comes = !m_loaded || m_wanted.running;
        if (comes && m_shownTrial && showPale(tr("trial #%1, until the weights of #%2 are there").arg(*m_shownTrial).arg(trial)))
            return;
        forgetSamples();
        return showEmpty(!m_loaded          ? tr("The samples' weights are being read.")
                         : m_wanted.running ? tr("The samples' weights come with the end of an epoch.")
                                            : tr("This trial's folder keeps no weights of single samples."));
    }
    m_shownTrial = trial;
    m_model->setTruthKnown(truthIsKnown(study()));
    takeMarks();
    showNote();
    fillClasses();
    fitGrid();
    const int all = m_model->count();
    if (m_model->truthKnown())
        setScope((m_model->lowestFirst() ? tr("lowest weight first · %1 wrong of %2") : tr("highest weight first · %1 wrong of %2"))
                     .arg(QLocale().toString(m_model->wrongCount()), QLocale().toString(all)));
    else
        setScope(m_model->lowestFirst() ? tr("lowest weight first · %Ln image(s)", nullptr, all)
                                        : tr("highest weight first · %Ln image(s)", nullptr, all));
    showTop();
    m_keys->setText(QStringLiteral("%1\n%2").arg(legend(), tr("R right, W wrong, U unsure, Backspace takes back, Enter large view")));
    showCard();
    showBody();
}

/// What the signs between two labels mean (LabelErrorDelegate).
QString LabelErrorsPanel::legend() const
{
    return m_model->truthKnown() ? tr("Under an image stands its label, and behind → the true one if that is another.")
                                 : tr("Under an image stands its label, and behind · with ? the classifier's answer if that is another.");
}

void LabelErrorsPanel::showNote()
{
    const auto preview = study().preview();
    const auto snapshot = study().snapshot();
    const bool ours =
        preview && preview->data.plan && snapshot->facts && preview->data.plan->fingerprintCode == snapshot->facts->fingerprintCode;
    if (ours)
        m_model->setSource(preview->data.source); // kept if the recipe is changed later, because the study's images stay the same
    m_note->setVisible(!m_model->source());
    if (m_model->source())
        return;
    m_note->setText(!preview ? tr("Images are being read.")
                    : !preview->data.source
                        ? tr("The data set cannot be read here: labels only.")
                        : tr("The recipe in Set up is not this study's: labels only. Undo its changes to see the images."));
}

/// Uses as many columns as fit and divides the remaining width among them.
void LabelErrorsPanel::fitGrid()
{
    QSize cell = LabelErrorDelegate::cellSize();
    const int width = m_list->viewport()->width() - 1;
    cell.setWidth(width / std::max(1, width / cell.width()));
    if (cell != m_list->gridSize())
        m_list->setGridSize(cell);
}

bool LabelErrorsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == m_list->viewport())
        fitGrid();
    if (event->type() == QEvent::KeyPress && watched == m_list && listKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return CursorPanel::eventFilter(watched, event);
}

void LabelErrorsPanel::fillClasses()
{
    int classes = m_model->source() ? m_model->source()->classes() : 0;
    if (!classes)
        for (const SampleWeight& sample : *m_model->samples())
            classes = std::max(classes, sample.observedLabel + 1);
    if (m_class->count() == classes + 1 && m_class->itemText(classes) == m_model->className(classes - 1))
        return;
    const QSignalBlocker blocker(m_class);
    const QVariant chosen = m_class->currentData();
    m_class->clear();
    m_class->addItem(tr("every label"));
    for (int label = 0; label < classes; ++label)
        m_class->addItem(m_model->className(label), label);
    m_class->setCurrentIndex(std::max(0, m_class->findData(chosen)));
    const QVariant given = m_class->currentData();
    m_model->setGiven(given.isValid() ? std::optional(given.toInt()) : std::nullopt);
}

void LabelErrorsPanel::retheme()
{
    const Theme& theme = Theme::instance();
    for (QLabel* label : {m_note, m_keys}) {
        setInk(*label, Role::Dim);
        label->setFont(theme.scopeFont());
    }
    m_top->setFont(theme.bodyFont());
}

QString LabelErrorsPanel::summary() const
{
    return m_model->samples() && m_model->count() > 0 ? scope() + QStringLiteral(". ") + m_top->text() : scope();
}

FigureTable LabelErrorsPanel::table() const
{
    FigureTable table = emptyTable();
    for (int row = 0; !isPale() && row < m_model->count(); ++row)
        table.rows.push_back(cells(m_model->rank(row)));
    return table;
}

int LabelErrorsPanel::legendHeight(int width) const
{
    return figureLegend() && m_model->count() > 0 ? PaintedView::noteHeight(Theme::instance().scopeFont(), legend(), width) : 0;
}

int LabelErrorsPanel::figureHeight(int width) const
{
    return m_model->count() > 0 ? LabelErrorDelegate::cellSize().height() + legendHeight(width) : 0;
}

void LabelErrorsPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const int below = legendHeight(target.width());
    if (below > 0) {
        painter.setFont(Theme::instance().scopeFont());
        painter.setPen(Theme::instance().colour(Role::Dim));
        drawWrapped(painter, target, Qt::AlignLeft | Qt::AlignBottom, legend());
    }
    const QSize cell = LabelErrorDelegate::cellSize();
    const int columns = std::max(1, target.width() / cell.width()), rows = std::max(1, (target.height() - below) / cell.height());
    for (int i = 0; i < std::min(columns * rows, m_model->rowCount()); ++i)
        LabelErrorDelegate::paintCell(
            painter, QRect(target.topLeft() + QPoint(i % columns * cell.width(), i / columns * cell.height()), cell), m_model->index(i));
}

} // namespace reweigh
