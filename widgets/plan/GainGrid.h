// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PhaseMap.h"
#include "core/plan/TransferMatrix.h"
#include "widgets/panel/FigureTable.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace reweigh {

/// A matrix of judged differences as it is drawn: a phase map, or the transfer of networks.
struct GainGrid {
    struct Cell {
        const CellState* cell = nullptr; ///< what a double click opens; null: the plan has no such cell
        QString value, spread;           ///< "✓ +1.20" and "± 0.50"; of a cell without a value "–", "own" or "the same", and nothing
        double shade = 0.0;              ///< in [-1, 1]: positive where the first of the pair is better
        bool open = false;               ///< there is a value, and nothing is decided
        bool next = false;               ///< a further seed tells most here
        QString words;                   ///< all of it, for tool tips and screen readers
    };
    QStringList columns, rows; ///< labels, from the left and from the top
    QString across, upwards;   ///< names of the axes
    std::vector<Cell> cells;   ///< row by row
    QString nextWords;         ///< what the ring says; empty if there is none

    bool empty() const { return cells.empty(); }
};

/// The grid of a phase map; its first row is at the bottom.
GainGrid phaseGrid(const PhaseMap& map, const Plan& plan);
/// The grid of a transfer matrix; a row for each cell that a network was found in.
GainGrid transferGrid(const TransferMatrix& matrix, const Plan& plan);

/// The same with untranslated column names, for CSV files.
FigureTable phaseTable(const PhaseMap& map);
FigureTable transferTable(const TransferMatrix& matrix);

} // namespace reweigh
