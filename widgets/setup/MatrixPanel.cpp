// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/MatrixPanel.h"

#include "widgets/setup/RecipeWords.h"
#include "widgets/theme/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// Places of the square of cells and of the class names left of it and below it.
struct Geometry {
    Geometry(const QRectF& target, const MatrixInfo& info)
    {
        const Theme& theme = Theme::instance();
        const QFontMetricsF metrics(theme.scopeFont());
        for (const QString& name : info.names)
            nameWidth = std::max(nameWidth, metrics.horizontalAdvance(name));
        nameWidth = std::min({nameWidth, double(theme.grid(11)), target.width() * 0.3}) + 1;
        const double gap = theme.grid(0.75);
        const int k = std::max(1, info.classes());
        const double wide = target.width() - nameWidth - gap - 1;
        const double line = metrics.height(), overhang = line / 2; // room for names that are taller than their row
        // Column names are drawn upright below the cells, if there is room for them.
        below = std::min(nameWidth, target.height() * 0.3);
        side = std::max(1.0, std::min(wide, target.height() - below - gap));
        upright = side / k >= line * 0.9;
        if (!upright)
            side = std::max(1.0, std::min(wide, target.height() - 2 * overhang));
        cells = QRectF(target.left() + nameWidth + gap, target.top() + (side / k < line ? overhang : 0.0), side, side);
        cell = side / k;
    }

    QRectF rect(MatrixCell at) const { return {cells.left() + at.column * cell, cells.top() + at.row * cell, cell, cell}; }

    QRectF cells;
    double side = 0, cell = 0, nameWidth = 0, below = 0;
    bool upright = false;
};

/// Formats a share as ".64", without the leading zero.
QString shortShare(double share)
{
    QString text = QLocale().toString(share, 'f', 2);
    return share < 0.995 ? text.mid(1) : text.left(1);
}

void drawNames(QPainter& painter, const Geometry& at, const MatrixInfo& info, MatrixCell pointed)
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    painter.setFont(theme.scopeFont());
    const double gap = theme.grid(0.75);
    const int every = std::max(1, int(std::ceil(metrics.height() * 0.9 / at.cell)));
    for (int i = 0; i < info.classes(); ++i) {
        const QString& name = info.names[std::size_t(i)];
        if (i % every == 0 || i == pointed.row) {
            const QRectF row(at.cells.left() - gap - at.nameWidth, at.cells.top() + (i + 0.5) * at.cell - metrics.height() / 2,
                             at.nameWidth, metrics.height());
            if (i % every != 0)
                painter.fillRect(row, theme.colour(Role::Panel));
            painter.setPen(theme.colour(i == pointed.row ? Role::Text : Role::Dim));
            painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, at.nameWidth));
        }
        if (at.upright) {
            painter.save();
            painter.translate(at.cells.left() + (i + 0.5) * at.cell, at.cells.bottom() + gap);
            painter.rotate(90);
            painter.setPen(theme.colour(i == pointed.column ? Role::Text : Role::Dim));
            painter.drawText(QRectF(0, -metrics.height() / 2, at.below, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(name, Qt::ElideRight, at.below));
            painter.restore();
        }
    }
}

} // namespace

int MatrixInfo::countAt(int row, int column) const
{
    return int(std::lround(obtainedAt(row, column) * members[std::size_t(row)]));
}

MatrixView::MatrixView(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MatrixView::setInfo(MatrixInfo info)
{
    if (info.classes() != m_info.classes()) {
        m_chosen = {};
        point({});
    }
    m_info = std::move(info);
    update();
    Q_EMIT pointedChanged();
}

void MatrixView::setChosen(MatrixCell cell)
{
    m_chosen = cell;
    update();
}

QRectF MatrixView::cellRect(MatrixCell cell) const
{
    return Geometry(rect(), m_info).rect(cell);
}

void MatrixView::paint(QPainter& painter, const QRectF& target, const MatrixInfo& info, MatrixCell pointed, MatrixCell chosen)
{
    if (info.classes() == 0)
        return;
    const Theme& theme = Theme::instance();
    const Geometry at(target, info);
    const QFontMetricsF metrics(theme.scopeFont());
    const bool figures = at.cell >= metrics.horizontalAdvance(shortShare(0.64)) + 3 && at.cell >= metrics.height();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(theme.scopeFont());
    const double border = at.cell > 6 ? 0.5 : 0.0;
    for (int row = 0; row < info.classes(); ++row)
        for (int column = 0; column < info.classes(); ++column) {
            const double share = info.obtainedAt(row, column);
            if (share <= 0.0)
                continue;
            // The colour follows the square root of the share, so that small shares remain visible when noise is spread over all
            // classes.
            const QColor ground = theme.tint(row == column ? Role::Right : Role::Wrong, 0.9 * std::sqrt(share));
            const QRectF rect = at.rect({row, column});
            painter.fillRect(rect.adjusted(border, border, -border, -border), ground);
            if (figures && share >= 0.005) {
                painter.setPen(Theme::inkOn(ground));
                painter.drawText(rect, Qt::AlignCenter, shortShare(share));
            }
        }
    painter.setPen(theme.colour(Role::Line));
    painter.drawLine(at.cells.topLeft(), at.cells.bottomLeft());
    painter.drawLine(at.cells.bottomLeft(), at.cells.bottomRight());
    drawNames(painter, at, info, pointed);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [cell, width] : {std::pair(pointed, 1.2), std::pair(chosen, 2.2)})
        if (cell.valid()) {
            painter.setPen(QPen(theme.colour(Role::Selection), width));
            painter.drawRect(at.rect(cell));
        }
    painter.restore();
}

QSize MatrixView::minimumSizeHint() const
{
    return {Theme::instance().grid(20), Theme::instance().grid(11)};
}

QSize MatrixView::sizeHint() const
{
    return {Theme::instance().grid(40), Theme::instance().grid(40)};
}

void MatrixView::point(MatrixCell cell)
{
    if (cell == m_pointed)
        return;
    m_pointed = cell;
    update();
    Q_EMIT pointedChanged();
}

MatrixCell MatrixView::cellAt(QPointF at) const
{
    if (m_info.classes() == 0)
        return {};
    const Geometry geometry(rect(), m_info);
    if (!geometry.cells.contains(at))
        return {};
    const int last = m_info.classes() - 1;
    return {std::min(last, int((at.y() - geometry.cells.top()) / geometry.cell)),
            std::min(last, int((at.x() - geometry.cells.left()) / geometry.cell))};
}

void MatrixView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_info, m_pointed, m_chosen);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::instance().tint(Role::Selection, 0.5), 1.0));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void MatrixView::mouseMoveEvent(QMouseEvent* event)
{
    point(cellAt(event->position()));
}

void MatrixView::mousePressEvent(QMouseEvent* event)
{
    if (const MatrixCell cell = cellAt(event->position()); cell.valid() && event->button() == Qt::LeftButton)
        Q_EMIT chosen(cell);
}

void MatrixView::leaveEvent(QEvent*)
{
    if (!hasFocus())
        point({});
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    const int last = m_info.classes() - 1;
    const MatrixCell from = m_pointed.valid() ? m_pointed : MatrixCell{0, 0};
    const auto go = [&](int down, int right) {
        point(m_pointed.valid() ? MatrixCell{std::clamp(from.row + down, 0, last), std::clamp(from.column + right, 0, last)} : from);
    };
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up: return go(-1, 0);
    case Qt::Key_Down: return go(1, 0);
    case Qt::Key_Left: return go(0, -1);
    case Qt::Key_Right: return go(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pointed.valid())
            Q_EMIT chosen(m_pointed);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

MatrixPanel::MatrixPanel(Workbench& bench, SampleChoice& choice, QWidget* parent)
    : Panel(QStringLiteral("matrix"), tr("Transition matrix"), bench, parent)
    , m_choice(choice)
    , m_view(new MatrixView)
    , m_cell(new QLabel)
    , m_hint(new QLabel(tr("click: show these images")))
{
    m_view->setObjectName(QStringLiteral("matrix-view"));
    m_view->setAccessibleName(tr("Transition matrix, rows true classes, columns observed labels"));
    m_cell->setObjectName(QStringLiteral("matrix-cell"));
    m_cell->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_view, 1);
    column->addWidget(m_cell);
    column->addWidget(m_hint);
    setBody(body);
    connect(m_view, &MatrixView::pointedChanged, this, &MatrixPanel::showWords);
    connect(m_view, &MatrixView::chosen, &m_choice, [this](MatrixCell cell) { m_choice.set(cell.column, cell.row); });
    connect(&m_choice, &SampleChoice::changed, this, [this] {
        m_view->setChosen(m_choice.truly() ? MatrixCell{*m_choice.truly(), *m_choice.given()} : MatrixCell{});
    });
}

void MatrixPanel::attach(OpenStudy& study)
{
    connect(&study, &OpenStudy::previewChanged, this, &MatrixPanel::scheduleRefresh);
}

void MatrixPanel::refresh()
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return showEmpty(missingSentence(preview.get()));
    MatrixInfo info;
    for (int c = 0; c < preview->data.plan->classes; ++c)
        info.names.push_back(className(*preview, c));
    if (!preview->data.plan->changes.fromFile())
        info.asked = preview->data.plan->transitionAsked;
    info.obtained = preview->info.transitionObtained;
    info.members = preview->info.trueCount;
    info.changedOnly = truthIsUnknown(*preview);
    m_view->setInfo(std::move(info));
    setScope(axesText());
    showBody();
}

QString MatrixView::cellSentence(MatrixCell cell) const
{
    if (!cell.valid() || m_info.classes() == 0)
        return {};
    const QLocale locale;
    const QString real = m_info.names[std::size_t(cell.row)], given = m_info.names[std::size_t(cell.column)];
    const QString obtained = locale.toString(m_info.obtainedAt(cell.row, cell.column), 'f', 3);
    const QString count = locale.toString(m_info.countAt(cell.row, cell.column)),
                  members = locale.toString(m_info.members[std::size_t(cell.row)]);
    if (m_info.asked.empty())
        return MatrixPanel::tr("%1 → %2: %3 (%4 of %5)").arg(real, given, obtained, count, members);
    return MatrixPanel::tr("%1 → %2: requested %3, actual %4 (%5 of %6)")
        .arg(real, given, locale.toString(m_info.askedAt(cell.row, cell.column), 'f', 3), obtained, count, members);
}

void MatrixPanel::showWords()
{
    const MatrixCell cell = m_view->pointed();
    const bool shown = cell.valid() && m_view->info().classes() > 0;
    m_cell->setText(shown                          ? m_view->cellSentence(cell)
                    : m_view->info().asked.empty() ? tr("hover: actual rate")
                                                   : tr("hover: requested and actual rate"));
    m_view->setAccessibleDescription(m_cell->text());
}

QString MatrixPanel::summary() const
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return missingSentence(preview.get());
    return (m_view->info().changedOnly ? tr("%1 of the labels are as they came; rows are labels as they came, columns those they have now.")
                                       : tr("%1 of the labels are right; rows are true classes, columns observed labels."))
        .arg(percent(1.0 - preview->info.actualNoiseRate));
}

FigureTable MatrixPanel::table() const
{
    const MatrixInfo& info = m_view->info();
    FigureTable table{.header = {info.changedOnly ? "original" : "true", "given", "asked", "obtained", "count", "of"}, .rows = {}};
    for (int row = 0; row < info.classes(); ++row)
        for (int column = 0; column < info.classes(); ++column)
            table.rows.push_back({info.names[std::size_t(row)], info.names[std::size_t(column)],
                                  info.asked.empty() ? std::nan("") : info.askedAt(row, column), info.obtainedAt(row, column),
                                  info.countAt(row, column), info.members[std::size_t(row)]});
    return table;
}

void MatrixPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const Theme& theme = Theme::instance();
    const int foot = QFontMetrics(theme.scopeFont()).height();
    MatrixView::paint(painter, target.adjusted(0, 0, 0, -foot - theme.grid(0.5)), m_view->info());
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    painter.drawText(target, int(Qt::AlignLeft | Qt::AlignBottom), axesText());
}

int MatrixPanel::figureHeight(int width) const
{
    return width * 3 / 4; // cells are squares
}

/// What rows and columns are.
QString MatrixPanel::axesText() const
{
    return m_view->info().changedOnly ? tr("row: label as it came, column: label now") : tr("row: true, column: observed");
}

void MatrixPanel::retheme()
{
    for (const auto& [label, role] : {std::pair(m_cell, Role::Dim), std::pair(m_hint, Role::Selection)}) {
        setInk(*label, role);
        label->setFont(Theme::instance().scopeFont());
    }
}

} // namespace reweigh
