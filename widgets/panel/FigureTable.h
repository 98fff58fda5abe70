// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariant>

#include <vector>

namespace reweigh {

/// The data of a view as a table, for CSV files and for users who cannot see the drawing. Numbers are doubles or integers; toCsv()
/// writes them in the C locale, and NaN as an empty cell.
struct FigureTable {
    QStringList header;
    std::vector<QVariantList> rows;

    QByteArray toCsv() const;
    /// The same with tabs instead of commas, which spreadsheets take from the clipboard as cells.
    QByteArray toTabbed() const;
};

} // namespace reweigh
