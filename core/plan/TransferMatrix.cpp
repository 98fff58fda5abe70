// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/TransferMatrix.h"

#include "core/plan/CellValues.h"

#include <string_view>
#include <unordered_map>

namespace reweigh {
namespace {

constexpr const char* metric = "test.accuracy";

/// One column: the networks that were trained in a cell. A matrix has very many entries, most of them empty, so names are looked up by
/// hash.
class TrainedIn {
public:
    explicit TrainedIn(const CellState& cell)
        : m_cell(cell)
        , m_own(cellValues(cell, searchedVariant, metric))
    {
        for (const PlanVariant& variant : cell.variants)
            m_variants.emplace(variant.name, &variant);
    }

    /// The difference of the network called `name` from the cell's own, paired by seed.
    PairedTest test(const std::string& name) const
    {
        const auto found = m_variants.find(name);
        if (found == m_variants.end())
            return pairedTest({});
        const SeedPairs pairs = pairBySeed(seedValues(resultOf(m_cell, *found->second), metric), m_own);
        return pairedTest(pairs.differences, pairs.scale);
    }

    /// Whether the network called `name` is the cell's own.
    bool isOwn(const std::string& name) const
    {
        const auto found = m_variants.find(name), own = m_variants.find(searchedVariant);
        return found != m_variants.end() && own != m_variants.end() && isSameTraining(m_cell, *found->second, *own->second);
    }

private:
    const CellState& m_cell;
    SeedValues m_own;
    std::unordered_map<std::string_view, const PlanVariant*> m_variants;
};

} // namespace

TransferMatrix transferMatrix(const PlanState& state)
{
    TransferMatrix matrix;
    std::vector<TrainedIn> columns;
    for (const CellState& cell : state.cells)
        if (isTransferring(*state.plan, *cell.cell)) {
            matrix.cells.push_back(&cell);
            columns.emplace_back(cell);
        }
    const std::size_t size = matrix.cells.size();
    std::vector<PairedTest> tests;
    matrix.same.assign(size, std::vector<bool>(size));
    matrix.difference.resize(size);
    for (std::size_t found = 0; found < size; ++found) {
        const std::string name = std::string(searchedVariant) + "@" + matrix.cells[found]->cell->name;
        for (std::size_t trained = 0; trained < size; ++trained) {
            const PairedTest test = found == trained ? pairedTest({}) : columns[trained].test(name);
            matrix.same[found][trained] = found != trained && columns[trained].isOwn(name);
            matrix.difference[found].push_back(test.interval);
            tests.push_back(matrix.same[found][trained] ? pairedTest({}) : test); // what is equal by construction is no test
        }
    }
    const std::vector<JudgedAs> verdicts = verdictsOf(tests);
    for (std::size_t found = 0; found < size; ++found) {
        const auto row = verdicts.begin() + std::ptrdiff_t(found * size);
        matrix.verdict.emplace_back(row, row + std::ptrdiff_t(size));
    }
    return matrix;
}

} // namespace reweigh
