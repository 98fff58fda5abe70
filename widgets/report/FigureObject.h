// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/Report.h"

#include <QObject>
#include <QTextObjectInterface>

#include <vector>

class QTextCursor;

namespace reweigh {

/// Draws figures inside a text document as what they are: lines, shapes and text.
class FigureObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    /// `scale`: units of the document per point.
    explicit FigureObject(double scale);

    /// Inserts `figure`, which must outlive the document.
    void insert(QTextCursor& cursor, const ReportFigure& figure);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

    static int objectType();

private:
    const double m_scale;
    std::vector<const ReportFigure*> m_figures;
};

} // namespace reweigh
