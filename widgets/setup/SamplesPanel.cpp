// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/SamplesPanel.h"

#include "widgets/setup/RecipeWords.h"
#include "widgets/theme/Theme.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace reweigh {
namespace {

/// Wraps the data set's bytes without copying them.
QImage imageOf(const ImageSet& set, std::size_t index)
{
    const uchar* bytes = set.pixels.data() + index * set.imageBytes();
    return {bytes, set.width, set.height, set.width * set.channels, set.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8};
}

} // namespace

SampleGrid::SampleGrid(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateScroll();
        viewport()->update();
    });
}

void SampleGrid::setSamples(const PreparedData& prepared, std::vector<std::size_t> samples, bool truth)
{
    m_data = prepared;
    m_truth = truth;
    m_samples = std::move(samples);
    updateScroll();
    viewport()->update();
}

QString SampleGrid::caption(std::size_t sample) const
{
    return (m_truth ? tr("truly %1") : tr("came as %1"))
        .arg(QString::fromStdString(m_data.source->classNames[m_data.plan->trueLabel[sample]]));
}

QSize SampleGrid::minimumSizeHint() const
{
    return {Theme::instance().grid(18), Theme::instance().grid(11)};
}

SampleGrid::Cells SampleGrid::cells(int width) const
{
    const Theme& theme = Theme::instance();
    const int caption = QFontMetrics(theme.scopeFont()).height();
    const int wanted = theme.grid(11.5);
    const int columns = std::max(1, width / wanted);
    const int cell = width / columns;
    const int image = std::min(cell - theme.grid(1.5), theme.grid(12));
    return {columns, cell, image + caption + theme.grid(1.25), image};
}

void SampleGrid::updateScroll()
{
    const Cells size = cells(viewport()->width());
    const int rows = (int(m_samples.size()) + size.columns - 1) / size.columns;
    verticalScrollBar()->setRange(0, std::max(0, rows * size.height - viewport()->height()));
    verticalScrollBar()->setSingleStep(size.height);
    verticalScrollBar()->setPageStep(std::max(size.height, viewport()->height() / size.height * size.height));
}

void SampleGrid::paintSample(QPainter& painter, const QRect& cell, int image, std::size_t sample) const
{
    const Theme& theme = Theme::instance();
    const bool right = m_data.plan->trueLabel[sample] == m_data.plan->observedLabel[sample];
    const QRect frame(cell.left() + 2, cell.top() + 2, image, image);
    painter.drawImage(frame, imageOf(m_data.source->train, m_data.plan->train[sample]));
    QPen pen(theme.colour(right ? Role::Right : Role::Wrong), theme.grid(0.35), right ? Qt::SolidLine : Qt::CustomDashLine, Qt::FlatCap,
             Qt::MiterJoin);
    if (!right)
        pen.setDashPattern({3.0, 1.6});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    painter.setPen(theme.colour(Role::Dim));
    const QFontMetrics metrics(theme.scopeFont());
    painter.drawText(QRect(frame.left(), frame.bottom() + theme.grid(0.4), cell.width() - theme.grid(0.5), metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(caption(sample), Qt::ElideRight, cell.width() - theme.grid(0.5)));
}

void SampleGrid::paintRows(QPainter& painter, const QRect& target, int scroll) const
{
    if (!m_data.plan)
        return;
    const Cells size = cells(target.width());
    painter.setFont(Theme::instance().scopeFont());
    const int first = scroll / size.height, last = (scroll + target.height()) / size.height;
    for (int row = first; row <= last; ++row)
        for (int column = 0; column < size.columns; ++column) {
            const std::size_t place = std::size_t(row * size.columns + column);
            if (place >= m_samples.size())
                return;
            const QRect cell(target.left() + column * size.width, target.top() + row * size.height - scroll, size.width, size.height);
            paintSample(painter, cell, size.image, m_samples[place]);
        }
}

void SampleGrid::paint(QPainter& painter, const QRect& target) const
{
    const Cells size = cells(target.width());
    paintRows(painter, {target.topLeft(), QSize(target.width(), std::max(1, target.height() / size.height * size.height - 1))}, 0);
}

void SampleGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    paintRows(painter, viewport()->rect(), verticalScrollBar()->value());
    if (hasFocus()) {
        painter.setPen(QPen(Theme::instance().tint(Role::Selection, 0.5), 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void SampleGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScroll();
}

bool SampleGrid::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_data.plan)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Cells size = cells(viewport()->width());
    const int column = help->pos().x() / size.width, row = (help->pos().y() + verticalScrollBar()->value()) / size.height;
    const std::size_t place = std::size_t(row * size.columns + column);
    if (column >= size.columns || place >= m_samples.size()) {
        QToolTip::hideText();
        return true;
    }
    const std::size_t sample = m_samples[place];
    const auto name = [&](int c) { return QString::fromStdString(m_data.source->classNames[std::size_t(c)]); };
    QToolTip::showText(help->globalPos(),
                       (m_truth ? tr("Image %1: truly %2, labelled %3") : tr("Image %1: came as %2, labelled %3"))
                           .arg(QLocale().toString(m_data.plan->train[sample]), name(m_data.plan->trueLabel[sample]),
                                name(m_data.plan->observedLabel[sample])),
                       this);
    return true;
}

void SampleGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Home)
        return verticalScrollBar()->setValue(0);
    if (event->key() == Qt::Key_End)
        return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    QAbstractScrollArea::keyPressEvent(event);
}

SamplesPanel::SamplesPanel(Workbench& bench, SampleChoice& choice, QWidget* parent)
    : Panel(QStringLiteral("samples"), tr("Samples"), bench, parent)
    , m_choice(choice)
    , m_class(new QComboBox(this))
    , m_grid(new SampleGrid(this))
{
    m_class->setObjectName(QStringLiteral("sample-class"));
    m_class->setAccessibleName(tr("Observed label of the images shown"));
    m_class->setToolTip(m_class->accessibleName());
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_class->setMinimumContentsLength(7);
    m_class->setFocusPolicy(Qt::StrongFocus);
    addTitleWidget(m_class);
    m_grid->setObjectName(QStringLiteral("sample-grid"));
    m_grid->setAccessibleName(tr("Training images"));
    setBody(m_grid);
    connect(m_class, &QComboBox::activated, &m_choice, [this](int index) { m_choice.set(index); });
    connect(&m_choice, &SampleChoice::changed, this, &SamplesPanel::scheduleRefresh);
}

void SamplesPanel::attach(OpenStudy& study)
{
    connect(&study, &OpenStudy::previewChanged, this, &SamplesPanel::scheduleRefresh);
}

void SamplesPanel::refresh()
{
    const auto preview = study().preview();
    m_class->setVisible(preview && !preview->error);
    if (!preview || preview->error)
        return showEmpty(missingSentence(preview.get()));
    const DataPlan& plan = *preview->data.plan;
    const auto inside = [&](std::optional<int> c) { return c && *c < plan.classes ? c : std::nullopt; };
    const int given = inside(m_choice.given()).value_or(rarestClass(preview->info));
    const std::optional<int> truly = inside(m_choice.given()) ? inside(m_choice.truly()) : std::nullopt;
    fillClasses(*preview, given);

    std::vector<std::size_t> samples;
    m_right = 0;
    for (std::size_t i = 0; i < plan.train.size(); ++i)
        if (plan.observedLabel[i] == given && (!truly || plan.trueLabel[i] == *truly)) {
            samples.push_back(i);
            m_right += plan.trueLabel[i] == given;
        }
    const QString count = QLocale().toString(int(samples.size()));
    const bool truth = !truthIsUnknown(*preview);
    const QString both = truth ? tr("truly %1, labelled %2 · %3") : tr("came as %1, labelled %2 · %3");
    const QString label = className(*preview, given), before = truly ? className(*preview, *truly) : QString();
    if (truly)
        setScope(both.arg(before, label, count), QStringLiteral("%1 → %2 · %3").arg(before, label, count));
    else
        setScope(tr("observed label · %1").arg(count));
    m_grid->setSamples(preview->data, std::move(samples), truth);
    m_grid->setAccessibleDescription(summary());
    showBody();
}

void SamplesPanel::fillClasses(const RecipePreview& preview, int chosen)
{
    QStringList names, shown;
    for (int c = 0; c < preview.data.plan->classes; ++c)
        names << className(preview, c);
    for (int c = 0; c < m_class->count(); ++c)
        shown << m_class->itemText(c);
    if (names != shown) {
        m_class->clear();
        m_class->addItems(names);
    }
    m_class->setCurrentIndex(chosen);
}

QString SamplesPanel::summary() const
{
    const auto preview = study().preview();
    const bool truth = !preview || !truthIsUnknown(*preview);
    const int images = int(m_grid->samples().size());
    return (truth ? tr("%Ln image(s); the label of %1 is right. %2", nullptr, images)
                  : tr("%Ln image(s); the label of %1 is the one that it came with. %2", nullptr, images))
        .arg(QLocale().toString(m_right), scope());
}

FigureTable SamplesPanel::table() const
{
    FigureTable table{.header = {"image", "true", "given"}, .rows = {}};
    const auto preview = study().preview();
    if (!preview || preview->error)
        return table;
    if (truthIsUnknown(*preview))
        table.header[1] = "original";
    const DataPlan& plan = *preview->data.plan;
    for (const std::size_t i : m_grid->samples())
        if (i < plan.train.size())
            table.rows.push_back({plan.train[i], className(*preview, plan.trueLabel[i]), className(*preview, plan.observedLabel[i])});
    return table;
}

void SamplesPanel::paintFigure(QPainter& painter, const QRect& target)
{
    m_grid->paint(painter, target);
}

} // namespace reweigh
