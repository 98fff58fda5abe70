// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/TransferMatrix.h"
#include "tests/core/plan/MadePlan.h"

#include <QtTest>

using namespace reweigh;
using test::diverged;
using test::MadePlan;
using test::near;

/// Networks found in one cell and trained in others.
class tst_Transfer : public QObject {
    Q_OBJECT

    static std::vector<nlohmann::json> threeNoises() { return test::grid({{"noise-rate", {0.0, 0.2, 0.4}}}); }

private Q_SLOTS:
    void rowsFoundInColumnsTrainedIn()
    {
        MadePlan plan({"searched", "fixed"}, threeNoises());
        plan.plan.transfers = true;
        for (std::size_t cell = 0; cell < 3; ++cell)
            plan.give(cell, "searched", {.6, .7, .8});
        plan.give(1, "searched@c0", {.59, .688, .789}); // differences -0.010, -0.012, -0.011: p = 0.0027
        plan.give(0, "searched@c1", {.62, diverged, .86});
        plan.give(2, "searched@c1", {.61});
        const TransferMatrix matrix = transferMatrix(plan.state);
        QCOMPARE(matrix.cells.size(), std::size_t(3));
        QVERIFY(matrix.cells[2] == &plan.state.cells[2]);
        QVERIFY(near(matrix.difference[0][1].mean, -0.011) && matrix.difference[0][1].n == 3);
        QCOMPARE(matrix.verdict[0][1], JudgedAs::Worse);
        QVERIFY(near(matrix.difference[1][0].mean, 0.04) && matrix.difference[1][0].n == 2);
        QCOMPARE(matrix.verdict[1][0], JudgedAs::CannotTell);
        QVERIFY(matrix.difference[1][2].n == 1 && near(matrix.difference[1][2].mean, 0.01));
        for (const auto& [found, trained] : {std::pair(0U, 0U), std::pair(0U, 2U), std::pair(1U, 1U), std::pair(2U, 0U)}) {
            QCOMPARE(matrix.difference[found][trained].n, 0);
            QCOMPARE(matrix.verdict[found][trained], JudgedAs::CannotTell);
        }
    }

    /// p = 0.0351 alone (1 - t / sqrt(t^2 + 2) with t = 5.196), 0.0702 beside a second test.
    void holmOverTheMatrix()
    {
        MadePlan plan({"searched"}, threeNoises());
        plan.plan.transfers = true;
        for (std::size_t cell = 0; cell < 3; ++cell)
            plan.give(cell, "searched", {.5, .5, .5});
        plan.give(1, "searched@c0", {.52, .53, .54});
        QCOMPARE(transferMatrix(plan.state).verdict[0][1], JudgedAs::Better);
        plan.makeSame(2, "searched@c1", "searched"); // equal by construction: no test
        QCOMPARE(transferMatrix(plan.state).verdict[0][1], JudgedAs::Better);
        plan.give(1, "searched@c2", {.5, .51, .49});
        QCOMPARE(transferMatrix(plan.state).verdict[0][1], JudgedAs::CannotTell);
    }

    /// Two cells may find the same network: then there is nothing to tell apart.
    void theSameNetwork()
    {
        MadePlan plan({"searched"}, threeNoises());
        plan.plan.transfers = true;
        plan.give(0, "searched", {.5, .6, .7});
        plan.makeSame(0, "searched@c1", "searched");
        const TransferMatrix matrix = transferMatrix(plan.state);
        QVERIFY(matrix.difference[1][0].n == 3 && matrix.difference[1][0].mean == 0.0);
        QVERIFY(matrix.same[1][0] && !matrix.same[0][1] && !matrix.same[0][0]);
        QCOMPARE(matrix.verdict[1][0], JudgedAs::CannotTell);
    }

    void onlyCellsThatTakePart()
    {
        MadePlan plan({"searched"}, threeNoises());
        QVERIFY(transferMatrix(plan.state).cells.empty());
        plan.plan.transfers = true;
        plan.plan.transferCells.settings["noise-rate"] = {0.0, 0.4};
        const TransferMatrix matrix = transferMatrix(plan.state);
        QVERIFY((matrix.cells == std::vector<const CellState*>{&plan.state.cells[0], &plan.state.cells[2]}));
        QVERIFY(matrix.difference.size() == 2 && matrix.verdict[1].size() == 2);
    }
};

QTEST_APPLESS_MAIN(tst_Transfer)
#include "tst_transfer.moc"
