// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>
#include <utility>
#include <variant>
#include <vector>

class QPainter;

namespace reweigh {

/// The parts of a report, neutral of how it is written: as HTML (HtmlWriter.h) or as PDF (PdfWriter.h).
struct ReportHeading {
    QString text;
    int level = 1; ///< 1: a chapter, 2: a section, 3: a part of one
};

struct ReportParagraph {
    QString text;
    bool small = false; ///< notes
};

struct ReportList {
    QStringList items;
};

/// A table of texts. Every row has as many entries as `columns`.
struct ReportTable {
    QString title;
    QString columns; ///< for each column 'l' for words, 'r' for numbers, aligned to the right, 's' for a status; only words are wrapped
    QStringList header;
    std::vector<QStringList> rows;
    QString note; ///< stands below the table; may be empty
};

/// A drawing. `draw` draws with lengths in points (1/72 inch) into a rectangle of `points` with its upper left corner at (0, 0). It draws
/// lines, filled shapes and text only, so that every writer keeps them as such.
struct ReportFigure {
    QString title, caption;
    QSizeF points;
    std::function<void(QPainter& painter)> draw;
};

/// The report's figure of a DotFigure or a MatrixFigure.
template <typename Figure> ReportFigure reportFigure(Figure figure, const QString& title, const QString& caption)
{
    const QSizeF size = figure.size();
    return {.title = title, .caption = caption, .points = size, .draw = [drawn = std::move(figure)](QPainter& painter) {
                drawn.draw(painter);
            }};
}

using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportList, ReportTable, ReportFigure>;

struct Report {
    QString title;
    QString subtitle;
    QString language; ///< of its text: "en"
    std::vector<ReportBlock> blocks;
};

/// Figures that follow each other, from block `first` on: those that fit side by side on a page of `width` points. 0 if that block is no
/// figure, else at least 1.
std::size_t figuresAbreast(const std::vector<ReportBlock>& blocks, std::size_t first, double width);

/// Widths of figures in points: one column of a paper of two columns, 3.3 inches, and both.
inline constexpr double columnWidth = 238.0;
inline constexpr double pageWidth = 490.0;

} // namespace reweigh
