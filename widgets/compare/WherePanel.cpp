// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/WherePanel.h"

#include "widgets/compare/CompareText.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/compare/WhereMap.h"
#include "widgets/panel/Hatching.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr double leastFull = 0.01; ///< one percentage point; if all differences are smaller, their colours stay pale

QString figure(double value)
{
    return QLocale().toString(value, 'g', 6);
}

} // namespace

WhereMapView::WhereMapView(QWidget* parent)
    : PaintedView(QStringLiteral("where-view"), tr("Searched minus fixed by noise rate and imbalance factor"), parent)
    , m_zoom(new ViewZoom(*this, Qt::Horizontal | Qt::Vertical, [this] { return m_map.cells.empty() ? QRectF() : gridIn(rect()); }))
{
}

/// Height of the tick labels and the name of the imbalance factor below the cells.
double WhereMapView::axisHeight()
{
    return 2 * QFontMetricsF(Theme::instance().scopeFont()).height() + Theme::instance().grid();
}

void WhereMapView::setMap(WhereMap map)
{
    m_map = std::move(map);
    m_most = leastFull;
    for (const WhereMap::Cell& cell : m_map.cells)
        m_most = std::max(m_most, std::abs(cell.interval.mean));
    m_zoom->setWhole(Qt::Horizontal, 0.0, double(m_map.factors.size()));
    m_zoom->setWhole(Qt::Vertical, 0.0, double(m_map.rates.size()));
    contentChanged();
}

QRectF WhereMapView::gridIn(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    double widest = 0.0;
    for (const double rate : m_map.rates)
        widest = std::max(widest, metrics.horizontalAdvance(figure(rate)));
    const double left = metrics.height() + widest + theme.grid(1.5);
    QRectF grid = target.adjusted(left, 1, -1, -axisHeight());
    // Limits the size of cells if there are few.
    grid.setWidth(std::min(grid.width(), double(m_map.factors.size()) * theme.grid(24)));
    grid.setHeight(std::min(grid.height(), double(m_map.rates.size()) * theme.grid(14)));
    return grid;
}

QRectF WhereMapView::cellAt(const QRectF& grid, std::size_t rate, std::size_t factor) const
{
    // The highest noise rate is at the top.
    const QPointF top(m_zoom->x(double(factor), grid), m_zoom->y(double(rate + 1), grid));
    const QPointF bottom(m_zoom->x(double(factor + 1), grid), m_zoom->y(double(rate), grid));
    return m_zoom->moved() ? QRectF(top, bottom).intersected(grid) : QRectF(top, bottom);
}

int WhereMapView::heightFor(int) const
{
    const double line = QFontMetricsF(Theme::instance().bodyFont()).height();
    return int(std::ceil(axisHeight() + 1 + double(m_map.rates.size()) * (line + Theme::instance().grid())));
}

void WhereMapView::paint(QPainter& painter, const QRectF& target) const
{
    if (m_map.cells.empty())
        return;
    const Theme& theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF grid = gridIn(target);
    for (std::size_t rate = 0; rate < m_map.rates.size(); ++rate)
        for (std::size_t factor = 0; factor < m_map.factors.size(); ++factor) {
            const QRectF place = cellAt(grid, rate, factor);
            if (place.isEmpty())
                continue;
            if (const WhereMap::Cell* cell = m_map.at(m_map.rates[rate], m_map.factors[factor])) {
                paintCell(painter, place, *cell);
            } else {
                painter.setPen(QPen(theme.colour(Role::Line), 1, Qt::DotLine));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(place.adjusted(1.5, 1.5, -1.5, -1.5));
            }
        }
    paintAxes(painter, target, grid);
}

void WhereMapView::paintCell(QPainter& painter, const QRectF& place, const WhereMap::Cell& cell) const
{
    const Theme& theme = Theme::instance();
    const QColor ground = theme.diverging(cell.interval.mean / m_most);
    const QRectF inside = place.adjusted(1, 1, -1, -1);
    QColor ink = Theme::inkOn(ground);
    if (cell.open())
        paintHatched(painter, inside, ground, Theme::hatchOn(ground), 1.0);
    else
        painter.fillRect(inside, ground);
    const QString n = tr("n %1").arg(QLocale().toString(cell.interval.n));
    const QFontMetricsF body(theme.bodyFont());
    const bool both = inside.height() >= 2 * body.height();
    const QString value = pointsText(cell.interval.mean);
    QRectF text(0, 0, std::max(body.horizontalAdvance(value), body.horizontalAdvance(n)) + theme.grid(), (both ? 2 : 1) * body.height());
    text.moveCenter(inside.center());
    if (m_zoom->moved() && (text.width() > place.width() || text.height() > place.height())) // the tool tip says it
        return;
    if (cell.open()) // numbers get a plain background, not the hatched one
        painter.fillRect(text.intersected(inside), ground);
    painter.setFont(theme.bodyFont());
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop, value);
    if (both)
        painter.drawText(text, Qt::AlignHCenter | Qt::AlignBottom, n);
}

void WhereMapView::paintAxes(QPainter& painter, const QRectF& target, const QRectF& grid) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    painter.setPen(theme.colour(Role::Line));
    painter.drawLine(grid.bottomLeft(), grid.bottomRight());
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    const double gap = theme.grid(0.75);
    for (std::size_t rate = 0; rate < m_map.rates.size(); ++rate) {
        const double top = std::max(grid.top(), m_zoom->y(double(rate + 1), grid)),
                     bottom = std::min(grid.bottom(), m_zoom->y(double(rate), grid));
        if (m_zoom->moved() && bottom - top < metrics.height()) // what is seen of the row is lower than its name
            continue;
        painter.drawText(QRectF(target.left(), top, grid.left() - gap - target.left(), bottom - top), Qt::AlignRight | Qt::AlignVCenter,
                         figure(m_map.rates[rate]));
    }
    for (std::size_t factor = 0; factor < m_map.factors.size(); ++factor) {
        const double left = std::max(grid.left(), m_zoom->x(double(factor), grid)),
                     right = std::min(grid.right(), m_zoom->x(double(factor + 1), grid));
        const QString name = figure(m_map.factors[factor]);
        if (m_zoom->moved() && right - left < metrics.horizontalAdvance(name))
            continue;
        painter.drawText(QRectF(left, grid.bottom() + theme.grid(0.5), right - left, metrics.height()), Qt::AlignCenter, name);
    }
    painter.drawText(QRectF(grid.left(), grid.bottom() + metrics.height() + theme.grid(0.75), grid.width(), metrics.height()),
                     Qt::AlignCenter, tr("imbalance factor"));
    painter.save();
    painter.translate(target.left(), grid.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, grid.height(), metrics.height()), Qt::AlignCenter,
                     m_map.ownLabels ? tr("noise added") : tr("noise rate"));
    painter.restore();
}

QString WhereMapView::tipAt(const QPointF& place) const
{
    const QRectF grid = gridIn(rect());
    for (std::size_t rate = 0; rate < m_map.rates.size(); ++rate)
        for (std::size_t factor = 0; factor < m_map.factors.size(); ++factor)
            if (const WhereMap::Cell* cell = m_map.at(m_map.rates[rate], m_map.factors[factor]);
                cell && cellAt(grid, rate, factor).contains(place))
                return (m_map.ownLabels ? tr("Noise added %1, imbalance factor %2: %3 points, n %4, studies %5")
                                        : tr("Noise rate %1, imbalance factor %2: %3 points, n %4, studies %5"))
                    .arg(figure(cell->rate), figure(cell->factor), pointsInterval(cell->interval), QLocale().toString(cell->interval.n),
                         QLocale().toString(cell->studies));
    return {};
}

WherePanel::WherePanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("where"), tr("Where it helps"), bench, parent)
    , m_view(new WhereMapView)
    , m_note(new QLabel)
    , m_reader(std::make_shared<SiblingStudies>())
    , m_job([this](std::vector<WhereStudy> studies) {
        m_siblings = std::move(studies);
        scheduleRefresh();
    })
{
    m_note->setObjectName(QStringLiteral("where-note"));
    m_note->setWordWrap(true);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_view->scrolled(), 1);
    column->addWidget(m_note);
    setBody(body);
    connect(&bench, &Workbench::studiesChanged, this, &WherePanel::followAll);
}

void WherePanel::attach(OpenStudy& study)
{
    m_siblings.clear();
    m_job.cancel();
    followVariants(study, this, [this] { scheduleRefresh(); });
    followAll();
    connect(&study, &OpenStudy::titleChanged, this, &WherePanel::readSiblings); // the study has another file
    connect(&study, &OpenStudy::finished, this, &WherePanel::readSiblings);     // neighbours may have finished too
    readSiblings();
}

/// Follows all open studies, because each may fill a cell.
void WherePanel::followAll()
{
    for (const auto& open : bench().studies())
        connect(open.get(), &OpenStudy::snapshotChanged, this, &WherePanel::scheduleRefresh, Qt::UniqueConnection);
    scheduleRefresh();
}

void WherePanel::readSiblings()
{
    const std::filesystem::path file = study().file();
    if (!file.empty())
        m_job.request([reader = m_reader, file] { return reader->read(file); });
}

std::vector<WhereStudy> WherePanel::openStudies() const
{
    std::vector<WhereStudy> studies;
    for (const auto& open : bench().studies())
        studies.push_back(whereStudy(*open->snapshot(), comparedConfig(*open)));
    return studies;
}

void WherePanel::refresh()
{
    std::vector<WhereStudy> studies = openStudies(); // open studies come first, because they are newer than their files
    studies.insert(studies.end(), m_siblings.begin(), m_siblings.end());
    const ExperimentConfig config = comparedConfig(study());
    m_view->setMap(whereMap(studies, config, dataFingerprint(*study().snapshot())));
    if (m_view->map().cells.empty()) {
        showEmpty(
            tr("By how much the searched architecture beats the fixed one, by noise rate and imbalance factor, will be here: a cell for "
               "every study that has a comparison."),
            bench().action(QStringLiteral("compare")));
        return;
    }
    setScope(tr("searched minus fixed, points · hatched: cannot tell, Holm over the map"));
    m_note->setText(note());
    m_note->setVisible(!m_note->text().isEmpty());
    showBody();
}

QString WherePanel::note() const
{
    const WhereMap& map = m_view->map();
    QStringList lines;
    if (map.studies == 1)
        lines << tr(
            "One study fills one cell: studies in neighbouring folders, at other noise rates and imbalance factors, fill the others.");
    else
        lines << tr(
            "%n studies of the same data that differ in nothing but noise rate, imbalance factor, seeds, number of trials and pruner",
            nullptr, map.studies);
    if (const QString left = leftOut(); !left.isEmpty())
        lines << left;
    return lines.join(QLatin1Char('\n'));
}

/// The studies that are not on the map, and why: "Left out, as they differ in: Epochs (2), Classifier (1)"; empty if there is none.
QString WherePanel::leftOut() const
{
    QStringList settings;
    for (const ConfigField& field : configFields())
        if (const auto left = m_view->map().leftOut.find(field.key); left != m_view->map().leftOut.end())
            settings << tr("%1 (%2)", "a setting, how many studies have another value")
                            .arg(QCoreApplication::translate("Settings", field.label), QLocale().toString(left->second));
    return settings.isEmpty() ? QString() : tr("Left out, as they differ in: %1", "studies").arg(settings.join(QStringLiteral(", ")));
}

void WherePanel::retheme()
{
    m_note->setFont(Theme::instance().scopeFont());
    setInk(*m_note, Role::Dim);
}

QString WherePanel::summary() const
{
    QStringList said;
    for (const WhereMap::Cell& cell : m_view->map().cells)
        said << (m_view->map().ownLabels ? tr("noise added %1, imbalance factor %2: %3 points, n %4")
                                         : tr("noise rate %1, imbalance factor %2: %3 points, n %4"))
                    .arg(QLocale().toString(cell.rate), QLocale().toString(cell.factor), pointsInterval(cell.interval),
                         QLocale().toString(cell.interval.n));
    if (said.isEmpty())
        return tr("No study has both variants yet.");
    if (const QString left = leftOut(); !left.isEmpty())
        said << left;
    return said.join(QStringLiteral("; "));
}

FigureTable WherePanel::table() const
{
    return m_view->map().table();
}

int WherePanel::figureHeight(int width) const
{
    return m_view->heightFor(width);
}

void WherePanel::paintFigure(QPainter& painter, const QRect& target)
{
    m_view->paint(painter, target);
}

} // namespace reweigh
