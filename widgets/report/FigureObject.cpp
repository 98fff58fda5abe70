// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/FigureObject.h"

#include <QPainter>
#include <QTextCursor>

namespace reweigh {
namespace {

constexpr int figureIndex = QTextFormat::UserProperty + 1;

} // namespace

FigureObject::FigureObject(double scale)
    : m_scale(scale)
{
}

int FigureObject::objectType()
{
    return QTextFormat::UserObject + 1;
}

void FigureObject::insert(QTextCursor& cursor, const ReportFigure& figure)
{
    QTextCharFormat format;
    format.setObjectType(objectType());
    format.setProperty(figureIndex, int(m_figures.size()));
    m_figures.push_back(&figure);
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

QSizeF FigureObject::intrinsicSize(QTextDocument*, int, const QTextFormat& format)
{
    return m_figures.at(std::size_t(format.intProperty(figureIndex)))->points * m_scale;
}

void FigureObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    painter->save();
    painter->translate(rect.topLeft());
    painter->scale(m_scale, m_scale);
    m_figures.at(std::size_t(format.intProperty(figureIndex)))->draw(*painter);
    painter->restore();
}

} // namespace reweigh
