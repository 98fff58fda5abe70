// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/ReportDocument.h"

#include "widgets/report/FigureObject.h"
#include "widgets/report/FigureStyle.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace reweigh {
namespace {

constexpr double bodyType = 8.5;

QTextCharFormat letters(double points, bool bold = false, Role role = Role::Text)
{
    QTextCharFormat format;
    format.setFontFamilies({reportFamily});
    format.setFontPointSize(points);
    format.setFontWeight(bold ? QFont::Bold : QFont::Normal);
    format.setForeground(Theme::onPaper(role));
    return format;
}

/// Distances above and below a block, in pixels of 1/96 inch, which the layout scales to the paper.
QTextBlockFormat spaced(double above, double below)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    return format;
}

/// Lets a line break inside long names such as "noise-rate=0.4": after each sign a space of no width.
QString breakable(const QString& text)
{
    QString broken;
    for (const QChar c : text) {
        broken += c;
        if (QStringView(u"-=@+/_").contains(c))
            broken += QChar(0x200B);
    }
    return broken;
}

constexpr double longestNumber = 110.0; ///< points: a longer text of a column of numbers has words, which may be wrapped

/// A header in lines no wider than `room` points, unless a word of it is. Signs stay with their number.
QString stacked(const QString& header, double room)
{
    QString lines, line;
    QString kept = header;
    kept.replace(QStringLiteral("± "), QStringLiteral("±\u00A0")).replace(QStringLiteral(" %"), QStringLiteral("\u00A0%"));
    const QStringList words = kept.split(QLatin1Char(' '));
    for (const QString& word : words) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (line.isEmpty() || textWidth(longer, true) <= room) {
            line = longer;
            continue;
        }
        lines += line + QChar(QChar::LineSeparator);
        line = word;
    }
    return lines + line;
}

/// The header of a column that is not wrapped, in lines that do not make the column much wider than its texts do.
QString headerOf(const ReportTable& table, int column)
{
    double room = 45.0;
    for (const QStringList& row : table.rows)
        if (column < row.size())
            room = std::max(room, std::min(longestNumber, textWidth(row[column])));
    return stacked(table.header.value(column), room);
}

class DocumentWriter {
public:
    DocumentWriter(QTextDocument& document, FigureObject& figures, double width)
        : m_cursor(&document)
        , m_figures(figures)
        , m_width(width)
    {
    }

    void title(const Report& report)
    {
        block(spaced(0, 2), letters(17, true), report.title);
        block(spaced(0, 8), letters(bodyType, false, Role::Dim), report.subtitle);
    }

    void operator()(const ReportHeading& heading)
    {
        const double points = heading.level == 1 ? 13 : heading.level == 2 ? 10.5 : 9;
        QTextBlockFormat format = spaced(heading.level == 1 ? 18 : 12, 4);
        format.setHeadingLevel(heading.level + 1);
        block(format, letters(points, true), heading.text);
    }

    void operator()(const ReportParagraph& paragraph)
    {
        block(spaced(0, 5), paragraph.small ? letters(figureType, false, Role::Dim) : letters(bodyType), paragraph.text);
    }

    void operator()(const ReportList& list)
    {
        for (const QString& item : list.items) {
            QTextBlockFormat format = spaced(0, 3);
            format.setLeftMargin(12);
            format.setTextIndent(-10);
            block(format, letters(bodyType), QStringLiteral("•\u00A0\u00A0") + item);
        }
    }

    void operator()(const ReportTable& table)
    {
        if (!table.title.isEmpty()) {
            QTextBlockFormat format = spaced(10, 3);
            format.setHeadingLevel(4); // it stays with its table
            block(format, letters(bodyType, true), table.title);
        }
        const int columns = int(table.columns.size()), headers = table.header.isEmpty() ? 0 : 1;
        const int rows = headers + int(table.rows.size());
        if (columns > 0 && rows > 0) {
            QTextTableFormat format = plainTable();
            format.setHeaderRowCount(headers);
            QTextTable* made = m_cursor.insertTable(rows, columns, format);
            if (headers > 0) {
                QStringList header = table.header;
                for (int i = 0; i < columns && i < int(header.size()); ++i)
                    if (table.columns[i] != QLatin1Char('l'))
                        header[i] = headerOf(table, i);
                fillRow(*made, 0, header, table.columns, letters(figureType, true));
            }
            for (std::size_t i = 0; i < table.rows.size(); ++i)
                fillRow(*made, headers + int(i), table.rows[i], table.columns, letters(figureType));
            m_cursor.movePosition(QTextCursor::End);
            m_isFresh = m_afterTable = true;
        }
        if (!table.note.isEmpty())
            block(spaced(3, 8), letters(figureType, false, Role::Dim), table.note);
    }

    /// Figures side by side, each with its caption below it.
    void figures(std::vector<const ReportFigure*> abreast)
    {
        block(spaced(4, 6), letters(figureType), {});
        m_figures.insert(m_cursor, std::move(abreast), m_width);
    }

private:
    /// Appends a block. The document's first one, and the one after a table, exist already and are empty. A table begins where the block
    /// before it ends. The layout leaves out the distance above a block after a table, so a block of that height stands between them.
    void block(QTextBlockFormat format, const QTextCharFormat& type, const QString& text)
    {
        if (m_isFresh && m_afterTable) {
            QTextBlockFormat gap;
            gap.setLineHeight(std::max(1.0, format.topMargin()), QTextBlockFormat::FixedHeight);
            m_cursor.setBlockFormat(gap);
            m_cursor.insertText(QString(QChar(0x00A0)), letters(1));
            format.setTopMargin(0);
            m_isFresh = false;
        }
        m_afterTable = false;
        if (m_isFresh)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_cursor.setBlockCharFormat(type);
        m_cursor.insertText(text, type);
        m_isFresh = false;
    }

    static QTextTableFormat plainTable()
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(3);
        format.setMargin(0);
        return format;
    }

    static void fillRow(QTextTable& table, int row, const QStringList& texts, const QString& columns, const QTextCharFormat& type)
    {
        for (int column = 0; column < int(columns.size()) && column < int(texts.size()); ++column) {
            QTextTableCell cell = table.cellAt(row, column);
            const bool isHeader = row < table.format().headerRowCount(), words = columns[column] == QLatin1Char('l');
            QTextTableCellFormat room = cell.format().toTableCellFormat();
            room.setLeftPadding(4);
            room.setRightPadding(4);
            if (isHeader) {
                room.setBackground(Theme::onPaper(Role::Grid));
                room.setVerticalAlignment(QTextCharFormat::AlignBottom);
            }
            cell.setFormat(room);
            QTextBlockFormat format;
            format.setAlignment(columns[column] == QLatin1Char('r') ? Qt::AlignRight : Qt::AlignLeft);
            format.setNonBreakableLines(!words && (isHeader || textWidth(texts[column]) <= longestNumber));
            QTextCursor cursor = cell.firstCursorPosition();
            cursor.setBlockFormat(format);
            cursor.insertText(words ? breakable(texts[column]) : texts[column], type);
        }
    }

    QTextCursor m_cursor;
    FigureObject& m_figures;
    const double m_width;      ///< of the text, points
    bool m_isFresh = true;     ///< the block at the cursor is there already
    bool m_afterTable = false; ///< and stands after a table
};

} // namespace

void writeDocument(const Report& report, QTextDocument& document, FigureObject& figures, double width)
{
    QFont font(reportFamily);
    font.setPointSizeF(bodyType);
    font.setHintingPreference(QFont::PreferNoHinting);
    document.setUndoRedoEnabled(false);
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
    document.setUseDesignMetrics(true);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(wrapping);

    QTextCursor whole(&document);
    whole.beginEditBlock();
    DocumentWriter writer(document, figures, width);
    writer.title(report);
    for (std::size_t i = 0; i < report.blocks.size();) {
        const std::size_t abreast = figuresAbreast(report.blocks, i, width);
        if (abreast == 0) {
            std::visit(
                [&](const auto& block) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(block)>, ReportFigure>)
                        writer(block);
                },
                report.blocks[i]);
            ++i;
            continue;
        }
        std::vector<const ReportFigure*> beside;
        for (std::size_t end = i + abreast; i < end; ++i)
            beside.push_back(std::get_if<ReportFigure>(&report.blocks[i]));
        writer.figures(std::move(beside));
    }
    whole.endEditBlock();
}

} // namespace reweigh
