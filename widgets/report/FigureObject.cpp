// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/FigureObject.h"

#include "widgets/report/FigureStyle.h"

#include <QPainter>
#include <QTextCursor>
#include <QTextLayout>

#include <algorithm>
#include <memory>

namespace reweigh {
namespace {

constexpr int figureIndex = QTextFormat::UserProperty + 1;

/// Distances in points: beside a caption, and between a figure and its caption.
constexpr double captionEdge = 2.0, captionGap = 5.0;

QTextCharFormat captionType(bool bold)
{
    QTextCharFormat format;
    format.setFont(figureFont(bold));
    format.setForeground(Theme::onPaper(bold ? Role::Text : Role::Dim));
    return format;
}

/// The title and the caption of a figure in lines of at most `width` points.
std::unique_ptr<QTextLayout> captionOf(const ReportFigure& figure, double width)
{
    const QString title = figure.title + QStringLiteral(". ");
    auto layout = std::make_unique<QTextLayout>(title + figure.caption, figureFont());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setFormats({{0, int(title.size()), captionType(true)}, {int(title.size()), int(figure.caption.size()), captionType(false)}});
    layout->beginLayout();
    double top = 0.0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(std::max(1.0, width - 2.0 * captionEdge));
        line.setPosition({0.0, top});
        top += lineHeight;
    }
    layout->endLayout();
    return layout;
}

double heightOf(const ReportFigure& figure, double width)
{
    return figure.points.height() + captionGap + lineHeight * captionOf(figure, width)->lineCount();
}

} // namespace

FigureObject::FigureObject(double scale)
    : m_scale(scale)
{
}

int FigureObject::objectType()
{
    return QTextFormat::UserObject + 1;
}

void FigureObject::insert(QTextCursor& cursor, std::vector<const ReportFigure*> abreast, double width)
{
    QTextCharFormat format;
    format.setObjectType(objectType());
    format.setProperty(figureIndex, int(m_rows.size()));
    Row row{.figures = std::move(abreast), .width = width};
    for (const ReportFigure* figure : row.figures)
        row.height = std::max(row.height, heightOf(*figure, row.share()));
    m_rows.push_back(std::move(row));
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

const FigureObject::Row& FigureObject::rowOf(const QTextFormat& format) const
{
    return m_rows.at(std::size_t(format.intProperty(figureIndex)));
}

QSizeF FigureObject::intrinsicSize(QTextDocument*, int, const QTextFormat& format)
{
    const Row& row = rowOf(format);
    return {row.width * m_scale - 1.0, row.height * m_scale}; // a little less than the line, so that it never overflows
}

void FigureObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    const Row& row = rowOf(format);
    painter->save();
    painter->translate(rect.topLeft());
    painter->scale(m_scale, m_scale);
    for (const ReportFigure* figure : row.figures) {
        painter->save();
        figure->draw(*painter);
        painter->restore();
        captionOf(*figure, row.share())->draw(painter, {captionEdge, figure->points.height() + captionGap});
        painter->translate(row.share(), 0.0);
    }
    painter->restore();
}

} // namespace reweigh
