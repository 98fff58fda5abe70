// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PlanCost.h"
#include "core/plan/PlanProgress.h"
#include "tests/core/plan/MadePlan.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;
using test::MadePlan;

/// What is left of a plan, counted by hand: steps, evaluations, trainings.
class tst_PlanCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsOfEachCell()
    {
        MadePlan made({"ce", "fixed"}, test::grid({{"noise-rate", {0.1, 0.2, 0.3}}}));
        for (PlanCell& cell : made.plan.cells) {
            cell.config.training.batchSize = 10;
            cell.config.training.epochs = 2;
        }
        made.state.cells[0].missingTrials = 4;
        PlanRecipes recipes;
        recipes.cells = {{.cell = &made.state.cells[0], .trainImages = 95, .evaluatedImages = 30},
                         {.cell = &made.state.cells[1], .error = Error{ErrorCode::ClassWouldBeEmpty, {}, {}, {}}}};
        // An epoch: 10 steps of 0.1 s and 30 images of 0.01 s. 4 trials and 2 x 3 trainings of 2 epochs; none of the second cell; the third
        // cell, of which nothing is known, takes as long as the first for its 6 trainings.
        const auto same = [](const TrainOptions&) { return TrainingRate{.step = 0.1, .image = 0.01}; };
        QVERIFY(test::near(trainingSeconds(made.state, recipes, same), (10 + 6) * 2 * 1.3));
        // Without a meta step a step takes a fifth: 3 of the 10 trainings of the first cell, and 3 of the third cell's 6, are "ce".
        const auto byMethod = [](const TrainOptions& training) {
            return TrainingRate{.step = training.weighting == "none" ? 0.02 : 0.1, .image = 0.01};
        };
        QVERIFY(test::near(trainingSeconds(made.state, recipes, byMethod), (7 + 3) * 2 * 1.3 + (3 + 3) * 2 * 0.5));
        made.state.cells[2].variants[0].impossible = true;
        QVERIFY(test::near(trainingSeconds(made.state, recipes, same), (10 + 3) * 2 * 1.3));
    }

    void whatIsWorthMeasuring()
    {
        QVERIFY(isWorthMeasuring(10000, false, false) && !isWorthMeasuring(100, false, false));
        QVERIFY(!isWorthMeasuring(10000, false, true)); // a quiet run tells no time
        QVERIFY(isWorthMeasuring(100, true, true));
    }

    /// Whether it is worth measuring is asked with what is left, before the engine is opened.
    void whetherToMeasureIsAskedFirst()
    {
        MadePlan made({"ce", "fixed"}, test::grid({{"noise-rate", {0.1}}}));
        TrainOptions& training = made.plan.cells[0].config.training;
        training.batchSize = 10;
        training.epochs = 2;
        PlanRecipes recipes;
        recipes.cells = {{.cell = &made.state.cells[0], .trainImages = 95, .evaluatedImages = 30}};
        recipes.first = PreparedData();
        double asked = 0.0;
        const auto cost = planCost(made.state, recipes, 1, {}, [&](double steps) {
            asked = steps;
            return false;
        });
        QVERIFY(cost.ok() && !cost->measured && !std::isfinite(cost->seconds));
        QVERIFY(test::near(asked, 6 * 2 * (10 + 3))); // 2 x 3 trainings of 2 epochs of 10 steps and 30 images in batches of 10
    }

    /// The counter ended short where another process trained a part, and where two variants turned out to be the same training.
    void countsWhatIsStored()
    {
        MadePlan made({"searched", "fixed", "ce"}, test::grid({{"noise-rate", {0.1}}}));
        PlanCell& cell = made.plan.cells[0];
        cell.config.search.trials = 2;
        made.state.cells[0].missingTrials = 2;
        PlanProgress progress(made.state);
        QCOMPARE(progress.all(), 2 + 3 * 3);
        QCOMPARE(progress.ended(), 0);
        progress.begin();
        progress.trialEnded(cell); // the other trial is another process's
        QCOMPARE(progress.ended(), 1);
        progress.comparisonBegins(cell, {test::planted("searched", {.5, .6}), test::planted("ce", {.4})});
        QCOMPARE(progress.all(), 2 + 2 * 3);
        QCOMPARE(progress.ended(), 2 + 3);
        for (int run = 0; run < 3; ++run)
            progress.runEnded(cell, "ce");
        QCOMPARE(progress.ended(), progress.all());
    }
};

QTEST_GUILESS_MAIN(tst_PlanCost)
#include "tst_plancost.moc"
