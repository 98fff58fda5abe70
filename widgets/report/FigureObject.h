// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/Report.h"

#include <QObject>
#include <QTextObjectInterface>

#include <vector>

class QTextCursor;

namespace reweigh {

/// Draws the figures of a text document. Figures side by side, each with its caption below it, are one object: a page never ends between
/// a figure and its caption. `scale`: the document's units per point.
class FigureObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    explicit FigureObject(double scale);

    /// Inserts `abreast`, which must outlive the document, into a row of `width` points, of which each figure has the same share.
    void insert(QTextCursor& cursor, std::vector<const ReportFigure*> abreast, double width);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

    static int objectType();

private:
    struct Row {
        std::vector<const ReportFigure*> figures;
        double width = 0.0, height = 0.0; ///< points

        double share() const { return width / double(figures.size()); }
    };
    const Row& rowOf(const QTextFormat& format) const;

    const double m_scale;
    std::vector<Row> m_rows;
};

} // namespace reweigh
