// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/PdfWriter.h"

#include "widgets/report/FigureObject.h"
#include "widgets/report/FigureStyle.h"
#include "widgets/report/ReportDocument.h"
#include "widgets/report/StablePdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QHashSeed>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>

#include <cmath>

namespace reweigh {
namespace {

struct PdfWriterWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

constexpr int resolution = 1200;
constexpr double perPoint = resolution / 72.0;
constexpr double margin = 42.5; ///< 15 mm

/// While it lives, tables of Qt have the same order in every process; Qt writes a file's fonts in such an order.
class FixedHashOrder {
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashOrder(const FixedHashOrder&) = delete;
    FixedHashOrder& operator=(const FixedHashOrder&) = delete;
};

/// The page on which a block's first line stands.
int firstPage(const QTextBlock& block, double pageHeight)
{
    const QTextLayout& lines = *block.layout(); // laid out by blockBoundingRect()
    const double top = block.document()->documentLayout()->blockBoundingRect(block).top();
    return int((top + (lines.lineCount() > 0 ? lines.lineAt(0).y() : 0.0) + perPoint) / pageHeight);
}

/// Whether the heading `block` stands at the end of a page and what it heads on the next one.
bool isParted(const QTextBlock& block, double pageHeight)
{
    return block.blockFormat().headingLevel() > 0 && block.next().isValid()
           && firstPage(block, pageHeight) != firstPage(block.next(), pageHeight);
}

/// Begins a page with `heading`, or with the first of the headings right above it.
void beginPage(const QTextBlock& heading)
{
    QTextBlock first = heading;
    while (first.previous().isValid() && first.previous().blockFormat().headingLevel() > 0)
        first = first.previous();
    QTextBlockFormat format = first.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(first).setBlockFormat(format);
}

/// Qt's layout rounds places to 1/64 of a page. A table that ends within the last half of that counts as one that ends on the next page,
/// and the line below it is cut in two by the end of this one. The block `gap` below such a table (ReportDocument) is made higher, until
/// what follows does stand on the next page.
void moveOn(const QTextBlock& gap, double tableEnd, double pageHeight)
{
    const double below = pageHeight - std::fmod(tableEnd, pageHeight);
    if (below > pageHeight / 120.0)
        return;
    QTextBlockFormat format = gap.blockFormat();
    format.setLineHeight(below / perPoint * 96.0 / 72.0 + 1.0, QTextBlockFormat::FixedHeight);
    QTextCursor(gap).setBlockFormat(format);
}

/// Mends what Qt's layout does at the ends of pages, from the first page on; `moves`: how many headings may be moved to what they head.
void mendPages(QTextDocument& document, double pageHeight, int& moves)
{
    QTextFrame* table = nullptr; // right before the block
    for (QTextFrame::iterator part = document.rootFrame()->begin(); !part.atEnd(); ++part) {
        const QTextBlock block = part.currentBlock();
        if (table && block.isValid())
            moveOn(block, document.documentLayout()->frameBoundingRect(table).bottom(), pageHeight);
        table = part.currentFrame();
        if (!table && moves > 0 && isParted(block, pageHeight)) {
            beginPage(block);
            --moves;
        }
    }
}

/// Lays the pages out. Every heading that moves lays out all that follows, so in long reports only the first ones are moved. A layout that
/// goes on from the middle rounds the place where it begins, too: so it is made once more from the first page, and looked through again.
void layOut(QTextDocument& document, double pageHeight)
{
    int moves = document.pageCount() > 40 ? 4 : 16;
    mendPages(document, pageHeight, moves);
    document.markContentsDirty(0, document.characterCount());
    mendPages(document, pageHeight, moves);
}

void drawFooter(QPainter& painter, const QRectF& place, const QString& title, int page, int pages)
{
    QFont font(reportFamily);
    font.setPointSizeF(figureType);
    painter.setFont(font);
    painter.setPen(Theme::onPaper(Role::Dim));
    const QString number = PdfWriterWords::tr("page %1 of %2").arg(page).arg(pages);
    const QFontMetricsF metrics(font, painter.device());
    const double room = place.width() - metrics.horizontalAdvance(number) - 20 * perPoint;
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), metrics.elidedText(title, Qt::ElideMiddle, room));
    painter.drawText(place, int(Qt::AlignRight | Qt::AlignVCenter), number);
}

} // namespace

QByteArray pdfOf(const Report& report)
{
    const FixedHashOrder order;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(report.title);
    writer.setCreator(QStringLiteral("Reweigh " REWEIGH_VERSION));
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    const QSizeF paper = QSizeF(writer.pageLayout().fullRectPixels(resolution).size());
    const double edge = margin * perPoint;
    const QSizeF page(paper.width() - 2 * edge, paper.height() - 2 * edge);

    FigureObject figures(perPoint);
    QTextDocument document;
    writeDocument(report, document, figures, page.width() / perPoint);
    document.documentLayout()->registerHandler(FigureObject::objectType(), &figures);
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(page);
    layOut(document, page.height());

    QPainter painter(&writer);
    const int pages = document.pageCount();
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        const QRectF part(0, i * page.height(), page.width(), page.height());
        painter.save();
        painter.translate(edge, edge - part.top());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part.adjusted(0, 0.5 * perPoint, 0, -0.5 * perPoint); // without lines that only touch the page, above it or below
        context.palette.setColor(QPalette::Text, Theme::onPaper(Role::Text));
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        drawFooter(painter, QRectF(edge, paper.height() - edge, page.width(), edge), report.title, i + 1, pages);
    }
    painter.end();
    return withoutTime(bytes);
}

} // namespace reweigh
