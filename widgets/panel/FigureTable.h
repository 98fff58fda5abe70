// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariant>

#include <vector>

namespace reweigh {

/// The data behind a view, for CSV and for readers who cannot see it. Numbers are doubles or integers; CSV writes them in
/// the C locale, NaN as an empty cell.
struct FigureTable {
    QStringList header;
    std::vector<QVariantList> rows;

    QByteArray toCsv() const;
};

} // namespace reweigh
