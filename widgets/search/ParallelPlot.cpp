// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/ParallelPlot.h"

#include "widgets/help/ToolTipWrap.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/search/AxisText.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reweigh {
namespace {

constexpr double clickReach = 8.0; ///< pixels
constexpr double keyStep = 0.025;  ///< share of an axis' length

} // namespace

ParallelPlot::ParallelPlot(QWidget* parent)
    : QWidget(parent)
    , m_faintJob([this](Picture picture) {
        m_faint = std::move(picture);
        update();
    })
    , m_strongJob([this](Picture picture) {
        m_strong = std::move(picture);
        update();
    })
    , m_zoom(new ViewZoom(*this, Qt::Horizontal | Qt::Vertical,
                          [this] { return m_info->trials.empty() ? QRectF() : wholeFrame(QRectF(rect())).seen; }))
{
    m_zoom->setKept([this](QPointF place) { return axisAt(place).has_value(); }); // there brushes are drawn
    m_zoom->setKeyPans(Qt::Horizontal);
    connect(m_zoom, &ViewZoom::changed, this, &ParallelPlot::renderPictures);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(Theme::instance().grid(20), Theme::instance().grid(10));
    m_publish.setSingleShot(true);
    m_publish.setInterval(30); // during a drag the other views are notified about 30 times per second
    connect(&m_publish, &QTimer::timeout, this, &ParallelPlot::publish);
    connect(&Theme::instance(), &Theme::changed, this, &ParallelPlot::renderPictures);
}

void ParallelPlot::setInfo(std::shared_ptr<const ParallelInfo> info, const QString& valueName)
{
    const bool wasBrushed = m_brushes.any();
    m_brushes = m_brushes.carried(m_info->axes, info->axes);
    if (!std::ranges::equal(m_info->axes, info->axes, {}, &ParameterAxis::name, &ParameterAxis::name))
        m_zoom->release(); // what the user zoomed into were other axes
    m_info = std::move(info);
    m_valueName = valueName;
    m_axis = std::min(m_axis, m_info->axes.empty() ? 0 : m_info->axes.size() - 1);
    m_passes.assign(m_info->lines(), 1);
    m_selected.clear();
    m_drag = {};
    if (wasBrushed)
        m_publish.start();
    renderPictures();
}

void ParallelPlot::mark(const Selection& selection)
{
    m_filtered = selection.filter().has_value();
    m_selected.clear();
    std::vector<char> passes(m_info->lines());
    for (std::size_t line = 0; line < m_info->lines(); ++line) {
        passes[line] = selection.passes(m_info->trials[line]);
        if (!selection.trials().empty() && selection.trials().contains(m_info->trials[line]))
            m_selected.push_back(line);
    }
    if (passes != m_passes) {
        m_passes = std::move(passes);
        renderStrong();
    }
    update();
}

void ParallelPlot::setBrush(std::size_t axis, double from, double to)
{
    m_brushes.set(axis, from, to);
    brushesChanged();
}

void ParallelPlot::dropBrushes()
{
    m_publish.stop();
    m_brushes.clear();
    update();
}

void ParallelPlot::brushesChanged()
{
    if (!m_publish.isActive())
        m_publish.start();
    if (hasFocus())
        setAccessibleDescription(axisWords(m_axis));
    update();
}

void ParallelPlot::publish()
{
    if (!m_brushes.any())
        return Q_EMIT brushed(std::nullopt);
    Selection::Trials trials;
    for (std::size_t line = 0; line < m_info->lines(); ++line)
        if (m_brushes.passes(*m_info, line))
            trials.insert(trials.end(), m_info->trials[line]);
    Q_EMIT brushed(trials);
}

void ParallelPlot::renderPictures()
{
    if (!size().isEmpty())
        m_faintJob.request([info = m_info, places = frame(), ink = ink(false), size = size(), ratio = devicePixelRatioF()] {
            return Picture{linePicture(*info, places, std::vector<char>(info->lines(), 1), true, ink, size, ratio), places};
        });
    renderStrong();
}

void ParallelPlot::renderStrong()
{
    if (m_filtered && !size().isEmpty())
        m_strongJob.request(
            [info = m_info, places = frame(), passes = m_passes, ink = ink(true), size = size(), ratio = devicePixelRatioF()] {
                return Picture{linePicture(*info, places, passes, true, ink, size, ratio), places};
            });
    update();
}

void ParallelPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()));
}

void ParallelPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    renderPictures();
}

std::optional<std::size_t> ParallelPlot::axisAt(QPointF point) const
{
    const ParallelFrame places = frame();
    for (std::size_t axis = 0; axis < places.axes; ++axis)
        if (std::abs(point.x() - places.x(axis)) <= Theme::instance().grid(1.0))
            return axis;
    return std::nullopt;
}

void ParallelPlot::beginDrag(std::size_t axis, double place)
{
    const double edge = clickReach / (frame().bottom - frame().top);
    m_axis = axis;
    m_drag = {.grip = Grip::New, .axis = axis, .start = place, .stretch = {place, place}};
    if (const auto& stretch = m_brushes.at(axis)) {
        m_drag.stretch = *stretch;
        m_drag.grip = std::abs(place - stretch->second) < edge            ? Grip::Upper
                      : std::abs(place - stretch->first) < edge           ? Grip::Lower
                      : place > stretch->first && place < stretch->second ? Grip::Whole
                                                                          : Grip::New;
    }
}

void ParallelPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_info->trials.empty())
        return QWidget::mousePressEvent(event);
    if (const auto axis = axisAt(event->position()))
        return beginDrag(*axis, frame().place(event->position().y()));
    m_pressed = event->position();
}

void ParallelPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag.grip == Grip::None)
        return setCursor(axisAt(event->position()) ? Qt::SplitVCursor : Qt::ArrowCursor);
    const double place = frame().place(event->position().y()), way = place - m_drag.start;
    const auto [low, high] = m_drag.stretch;
    switch (m_drag.grip) {
    case Grip::New: return setBrush(m_drag.axis, m_drag.start, place);
    case Grip::Lower: return setBrush(m_drag.axis, low + way, high);
    case Grip::Upper: return setBrush(m_drag.axis, low, high + way);
    case Grip::Whole: {
        const double kept = std::clamp(way, ParallelInfo::lowestPlace - low, 1.0 - high); // a brush keeps its length
        return setBrush(m_drag.axis, low + kept, high + kept);
    }
    case Grip::None: break;
    }
}

void ParallelPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (const auto pressed = std::exchange(m_pressed, std::nullopt); pressed && !m_zoom->dragged()) { // a click
        const int line = nearestLine(*m_info, frame(), m_passes, *pressed, clickReach);
        if (line >= 0)
            Q_EMIT picked(m_info->trials[std::size_t(line)], event->modifiers() & Qt::ControlModifier);
    }
    if (m_drag.grip == Grip::None)
        return;
    m_drag.grip = Grip::None;
    if (m_publish.isActive()) {
        m_publish.stop();
        publish();
    }
}

void ParallelPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_drag.grip = Grip::None;
    if (const auto axis = axisAt(event->position()))
        m_brushes.clear(*axis);
    else
        m_brushes.clear();
    brushesChanged();
}

void ParallelPlot::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (m_info->trials.empty() || (direction == 0 && event->key() != Qt::Key_Escape && event->key() != Qt::Key_Delete))
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT allWanted();
    if (event->key() == Qt::Key_Delete) {
        m_brushes.clear(m_axis);
        return brushesChanged();
    }
    const auto stretch = m_brushes.at(m_axis);
    if (!stretch)
        return setBrush(m_axis, 0.75, 1.0);
    const double way = direction * keyStep;
    if (event->modifiers() & Qt::ShiftModifier)
        return setBrush(m_axis, std::min(stretch->first + way, stretch->second), stretch->second);
    const double kept = std::clamp(way, ParallelInfo::lowestPlace - stretch->first, 1.0 - stretch->second);
    setBrush(m_axis, stretch->first + kept, stretch->second + kept);
}

bool ParallelPlot::focusNextPrevChild(bool next)
{
    if (!hasFocus() || (next ? m_axis + 1 >= m_info->axes.size() : m_axis == 0))
        return QWidget::focusNextPrevChild(next);
    next ? ++m_axis : --m_axis;
    revealAxis();
    setAccessibleDescription(axisWords(m_axis));
    update();
    return true;
}

/// Moves the part that is shown to where the axis with the keyboard focus is.
void ParallelPlot::revealAxis()
{
    const ParallelFrame whole = wholeFrame(QRectF(rect()));
    const double stop = (whole.x(m_axis) - whole.seen.left()) / whole.seen.width();
    const double beside = 0.05 * m_zoom->range(Qt::Horizontal).size(); // an axis at the very edge is not seen
    m_zoom->reveal(Qt::Horizontal, stop - beside, stop + beside);
}

void ParallelPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason)
        m_axis = 0;
    if (event->reason() == Qt::BacktabFocusReason && !m_info->axes.empty())
        m_axis = m_info->axes.size() - 1;
    if (m_axis < m_info->axes.size()) {
        if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
            revealAxis();
        setAccessibleDescription(axisWords(m_axis));
    }
    update();
}

QString ParallelPlot::axisWords(std::size_t index) const
{
    const auto& stretch = m_brushes.at(index);
    if (!stretch)
        return tr("%1: not brushed").arg(axisName(index));
    const ParameterAxis& axis = m_info->axes[index];
    const auto text = [&](double place) {
        const double last = axis.categorical ? double(axis.categories.size()) - 1.0 : 0.0;
        const double value = axis.categorical ? std::clamp(valueAt(axis, place), 0.0, last) : valueAt(axis, std::max(0.0, place));
        return isValueAxis(axis) ? objectiveValueText(value) : axisValueText(axis, value);
    };
    return tr("%1: brushed from %2 to %3").arg(axisName(index), text(stretch->first), text(stretch->second));
}

bool ParallelPlot::namesFit(const ParallelFrame& frame, std::size_t index) const
{
    const ParameterAxis& axis = m_info->axes[index];
    const QFontMetricsF metrics(Theme::instance().scopeFont());
    const QStringList words = valueWords(index);
    double widest = 0.0;
    for (const QString& word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word));
    const double room = index + 1 < frame.axes ? frame.x(index + 1) - 2 - frame.x(index) - Theme::instance().grid(0.5) : 1e6;
    const double step = words.size() < 2 ? 1e6 : frame.y(placeOf(axis, 0.0)) - frame.y(placeOf(axis, 1.0));
    const bool level = widest <= room && step >= 0.8 * metrics.height();
    return level || (widest <= step - 3 && metrics.height() <= room); // or turned along the axis
}

ParallelPlot::ValueKey ParallelPlot::valueKey(const QRectF& target) const
{
    ValueKey key{.numbered = std::vector<char>(m_info->axes.size())};
    if (target == QRectF(rect()) || m_zoom->moved())
        return key;
    for (int pass = 0; pass < 2; ++pass) { // what the key takes of the height may leave another axis' names without room
        const ParallelFrame frame = wholeFrame(target.adjusted(0.0, 0.0, 0.0, -key.height));
        QStringList lines;
        for (std::size_t axis = 0; axis < m_info->axes.size(); ++axis) {
            if (!m_info->axes[axis].categorical || (!key.numbered[axis] && namesFit(frame, axis)))
                continue;
            key.numbered[axis] = 1;
            QStringList names;
            for (const QString& word : valueWords(axis)) { // a name is not broken, nor parted from its number
                QString name = QStringLiteral("%1 %2").arg(QLocale().toString(names.size() + 1), word);
                names << name.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
            }
            lines << tr("%1: %2", "an axis, the names of its numbers").arg(axisName(axis), names.join(QStringLiteral(" · ")));
        }
        const int words = wrappedHeight(Theme::instance().scopeFont(), lines.join(QLatin1Char('\n')), int(target.width()));
        key.text = lines.join(QLatin1Char('\n'));
        key.height = lines.isEmpty() ? 0.0 : words + Theme::instance().grid(0.5);
    }
    if (key.height > target.height() / 2) // a height from the user, which has no room for it
        return {.numbered = std::vector<char>(m_info->axes.size())};
    return key;
}

QString ParallelPlot::saysAt(const QPointF& place) const
{
    if (const auto axis = axisAt(place))
        return axisWords(*axis);
    const int line = nearestLine(*m_info, frame(), m_passes, place, clickReach);
    return line < 0 ? QString()
                    : tr("trial %1: %2")
                          .arg(QLocale().toString(qint64(m_info->trials[std::size_t(line)])),
                               objectiveValueText(m_info->values[std::size_t(line)]));
}

bool ParallelPlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const QString said = saysAt(help->pos()); !said.isEmpty())
        QToolTip::showText(help->globalPos(), wrappedTip(said), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace reweigh
