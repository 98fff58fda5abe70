// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/ClippedDevice.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <optional>

namespace reweigh {
namespace {

/// The part of the line from `a` to `b` that lies in `box` (Liang and Barsky 1984); none if it misses it.
std::optional<QLineF> lineWithin(QPointF a, QPointF b, const QRectF& box)
{
    const QPointF way = b - a;
    double from = 0.0, to = 1.0;
    const double steps[] = {-way.x(), way.x(), -way.y(), way.y()};
    const double rooms[] = {a.x() - box.left(), box.right() - a.x(), a.y() - box.top(), box.bottom() - a.y()};
    for (int side = 0; side < 4; ++side) {
        if (steps[side] == 0.0) {
            if (rooms[side] < 0.0)
                return std::nullopt;
            continue;
        }
        const double place = rooms[side] / steps[side];
        (steps[side] < 0.0 ? from : to) = steps[side] < 0.0 ? std::max(from, place) : std::min(to, place);
    }
    if (from > to)
        return std::nullopt;
    return QLineF(a + from * way, a + to * way);
}

/// The lines of `path`, curves as polygons, as far as they lie in `box`.
QPainterPath outlineWithin(const QPainterPath& path, const QRectF& box)
{
    QPainterPath inside;
    const QList<QPolygonF> polygons = path.toSubpathPolygons();
    for (const QPolygonF& polygon : polygons)
        for (qsizetype i = 1; i < polygon.size(); ++i)
            if (const auto line = lineWithin(polygon[i - 1], polygon[i], box)) {
                if (inside.elementCount() == 0 || inside.currentPosition() != line->p1())
                    inside.moveTo(line->p1());
                inside.lineTo(line->p2());
            }
    return inside;
}

class ClippedEngine : public QPaintEngine {
public:
    explicit ClippedEngine(QPainter& target)
        : QPaintEngine(AllFeatures)
        , m_target(target)
        , m_base(target.transform())
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    /// Takes over the whole state, whatever has changed: after a restore() the flags do not tell all.
    void updateState(const QPaintEngineState& now) override
    {
        m_target.setTransform(now.transform() * m_base);
        m_target.setPen(now.pen());
        m_target.setBrush(now.brush());
        m_target.setBrushOrigin(now.brushOrigin());
        m_target.setFont(now.font());
        m_target.setOpacity(now.opacity());
        m_target.setRenderHints(m_target.renderHints(), false);
        m_target.setRenderHints(now.renderHints());
    }

    void drawPath(const QPainterPath& path) override
    {
        const std::optional<QRectF> box = clip();
        if (!box || box->contains(path.controlPointRect()))
            return m_target.drawPath(path);
        if (!box->intersects(path.controlPointRect().adjusted(-1, -1, 1, 1))) // a straight line has an empty rectangle
            return;
        const QPen pen = m_target.pen();
        if (m_target.brush().style() != Qt::NoBrush) {
            QPainterPath area;
            area.addRect(*box);
            m_target.setPen(Qt::NoPen);
            m_target.drawPath(path.intersected(area));
            m_target.setPen(pen);
        }
        if (pen.style() != Qt::NoPen) {
            const QBrush brush = m_target.brush();
            m_target.setBrush(Qt::NoBrush);
            m_target.drawPath(outlineWithin(path, *box));
            m_target.setBrush(brush);
        }
    }

    using QPaintEngine::drawPolygon;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QPolygonF polygon(QList<QPointF>(points, points + count));
        QPainterPath path;
        path.addPolygon(polygon);
        if (mode != PolylineMode) {
            path.closeSubpath();
            path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
            return drawPath(path);
        }
        const QBrush brush = m_target.brush(); // a line of points encloses nothing
        m_target.setBrush(Qt::NoBrush);
        drawPath(path);
        m_target.setBrush(brush);
    }

    void drawTextItem(const QPointF& place, const QTextItem& item) override
    {
        if (const std::optional<QRectF> box = clip(); box && !box->contains(place))
            return;
        const QFont font = m_target.font();
        m_target.setFont(item.font());
        m_target.drawText(place, item.text());
        m_target.setFont(font);
    }

    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override { m_target.drawPixmap(place, pixmap, part); }

    void drawImage(const QRectF& place, const QImage& image, const QRectF& part, Qt::ImageConversionFlags flags) override
    {
        m_target.drawImage(place, image, part, flags);
    }

private:
    /// The clipping rectangle in the painter's units; none if nothing is clipped.
    std::optional<QRectF> clip() const
    {
        const QPainter& source = *painter();
        return source.hasClipping() ? std::optional(source.clipBoundingRect()) : std::nullopt;
    }

    QPainter& m_target;
    const QTransform m_base; ///< of the target before anything is drawn
};

} // namespace

ClippedDevice::ClippedDevice(QPainter& target)
    : m_target(target)
    , m_engine(std::make_unique<ClippedEngine>(target))
{
}

ClippedDevice::~ClippedDevice() = default;

QPaintEngine* ClippedDevice::paintEngine() const
{
    return m_engine.get();
}

int ClippedDevice::metric(PaintDeviceMetric metric) const
{
    const QPaintDevice& device = *m_target.device();
    switch (metric) {
    case PdmWidth: return device.width();
    case PdmHeight: return device.height();
    case PdmWidthMM: return device.widthMM();
    case PdmHeightMM: return device.heightMM();
    case PdmNumColors: return device.colorCount();
    case PdmDepth: return device.depth();
    case PdmDpiX: return device.logicalDpiX();
    case PdmDpiY: return device.logicalDpiY();
    case PdmPhysicalDpiX: return device.physicalDpiX();
    case PdmPhysicalDpiY: return device.physicalDpiY();
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
    }
    return QPaintDevice::metric(metric);
}

} // namespace reweigh
