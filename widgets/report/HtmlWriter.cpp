// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/HtmlWriter.h"

#include "widgets/report/FigureStyle.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace reweigh {
namespace {

/// Black on white at any scheme; on paper 8 to 9 points. Long names break rather than widen the page.
const char* const style = R"(
:root { color-scheme: light; }
body { font: 15px/1.45 "DejaVu Sans", Verdana, sans-serif; color: #17202B; background: #FFFFFF; max-width: 64em; margin: 2em auto; padding: 0 1em;
overflow-wrap: break-word; }
h1 { font-size: 1.7em; line-height: 1.2; margin: 0; } h2 { font-size: 1.3em; margin: 2em 0 .4em; border-bottom: 1px solid #DADFE6; }
h3 { font-size: 1.05em; margin: 1.6em 0 .3em; } h4 { font-size: 1em; margin: 1.2em 0 .2em; }
.subtitle, .note, figcaption { color: #5C6776; } .note, figcaption { font-size: .8em; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .8em; margin: .6em 0 .2em; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: .2em 0; } th, td { padding: .2em .6em; border-bottom: 1px solid #ECEFF3; vertical-align: top; }
th { border-bottom: 1px solid #5C6776; } .l { text-align: left; overflow-wrap: anywhere; } .r { text-align: right; white-space: nowrap; }
.s { text-align: left; white-space: nowrap; }
.figures { display: flex; flex-wrap: wrap; gap: 1.5em; margin: 1em 0; } figure { margin: 0; max-width: 100%; } figcaption { max-width: 44em; }
svg { max-width: 100%; height: auto; display: block; }
@media print { @page { size: A4; margin: 15mm; } body { font-size: 9pt; margin: 0; max-width: none; padding: 0; }
table, .note, figcaption { font-size: 8pt; } thead { display: table-header-group; } tr, figure { break-inside: avoid; }
h2, h3, h4, caption { break-after: avoid; } .wide { overflow: visible; } }
)";

QString element(const QString& name, const QString& text, const QString& attributes = {})
{
    return QLatin1Char('<') + name + (attributes.isEmpty() ? QString() : QLatin1Char(' ') + attributes) + QLatin1Char('>')
           + text.toHtmlEscaped() + QStringLiteral("</") + name + QStringLiteral(">\n");
}

QString cellRow(const QString& name, const QStringList& texts, const QString& columns)
{
    QString html = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < texts.size(); ++i)
        html += QStringLiteral("<%1 class=\"%2\">%3</%1>")
                    .arg(name, QString(i < columns.size() ? columns[i] : QChar('l')), texts[i].toHtmlEscaped());
    return html + QStringLiteral("</tr>\n");
}

/// Writes a block; figures are written by writeFigures().
struct BlockHtml {
    QString operator()(const ReportHeading& heading) const { return element(QStringLiteral("h%1").arg(heading.level + 1), heading.text); }

    QString operator()(const ReportParagraph& paragraph) const
    {
        return element(QStringLiteral("p"), paragraph.text, paragraph.small ? QStringLiteral("class=\"note\"") : QString());
    }

    QString operator()(const ReportList& list) const
    {
        QString html = QStringLiteral("<ul>\n");
        for (const QString& item : list.items)
            html += element(QStringLiteral("li"), item);
        return html + QStringLiteral("</ul>\n");
    }

    QString operator()(const ReportTable& table) const
    {
        QString html = QStringLiteral("<div class=\"wide\"><table>\n");
        if (!table.title.isEmpty())
            html += element(QStringLiteral("caption"), table.title);
        if (!table.header.isEmpty())
            html += QStringLiteral("<thead>") + cellRow(QStringLiteral("th"), table.header, table.columns) + QStringLiteral("</thead>\n");
        html += QStringLiteral("<tbody>\n");
        for (const QStringList& row : table.rows)
            html += cellRow(QStringLiteral("td"), row, table.columns);
        html += QStringLiteral("</tbody></table></div>\n");
        return table.note.isEmpty() ? html : html + element(QStringLiteral("p"), table.note, QStringLiteral("class=\"note\""));
    }

    QString operator()(const ReportFigure& figure) const
    {
        return QStringLiteral("<figure>\n") + QString::fromUtf8(svgOf(figure)) + QStringLiteral("<figcaption>")
               + element(QStringLiteral("b"), figure.title) + figure.caption.toHtmlEscaped() + QStringLiteral("</figcaption>\n</figure>\n");
    }
};

} // namespace

QByteArray svgOf(const ReportFigure& figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(72); // a unit is a point
    generator.setSize(figure.points.toSize());
    generator.setViewBox(QRectF(QPointF(), figure.points));
    generator.setTitle(QStringLiteral("figure-title")); // replaced below: whether Qt escapes it depends on its version
    generator.setDescription({});
    QPainter painter(&generator);
    figure.draw(painter);
    painter.end();
    bytes.replace("figure-title", figure.title.toHtmlEscaped().toUtf8());
    // Verdana has nearly the same widths, where DejaVu is not installed.
    bytes.replace("font-family=\"" + reportFamily.toUtf8() + "\"", "font-family=\"" + reportFamily.toUtf8() + ", Verdana, sans-serif\"");
    return bytes.mid(std::max<qsizetype>(0, bytes.indexOf("<svg")));
}

QByteArray htmlOf(const Report& report)
{
    QString html = QStringLiteral("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1\">\n<head>\n"
                                  "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n")
                       .arg(report.language.toHtmlEscaped());
    html += element(QStringLiteral("title"), report.title);
    html += QStringLiteral("<style>") + QString::fromUtf8(style) + QStringLiteral("</style>\n</head>\n<body>\n");
    html += element(QStringLiteral("h1"), report.title);
    html += element(QStringLiteral("p"), report.subtitle, QStringLiteral("class=\"subtitle\""));
    bool amongFigures = false;
    for (const ReportBlock& block : report.blocks) {
        const bool isFigure = std::holds_alternative<ReportFigure>(block);
        if (isFigure != amongFigures)
            html += isFigure ? QStringLiteral("<div class=\"figures\">\n") : QStringLiteral("</div>\n");
        amongFigures = isFigure;
        html += std::visit(BlockHtml(), block);
    }
    html += (amongFigures ? QStringLiteral("</div>\n") : QString()) + QStringLiteral("</body>\n</html>\n");
    return html.toUtf8();
}

} // namespace reweigh
