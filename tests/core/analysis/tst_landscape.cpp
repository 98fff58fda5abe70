// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LandscapeInfo.h"
#include "tests/core/analysis/AnalysisFixture.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace reweigh;
using namespace reweigh::test;

class tst_Landscape : public QObject {
    Q_OBJECT

    static ParameterAxis depth() { return {.name = "hidden_layers", .low = 1, .high = 3, .step = 1}; }
    static ParameterAxis input() { return {.name = "input", .categorical = true, .categories = {"loss", "stage3"}}; }

    static std::vector<FrozenTrial> study()
    {
        std::vector<FrozenTrial> trials;
        const auto add = [&](double layers, std::size_t choiceIndex, double value, TrialState state = TrialState::Complete) {
            trials.push_back(trial(std::int64_t(trials.size()), value,
                                   {whole("hidden_layers", 1, 3, layers), choice("input", {"loss", "stage3"}, choiceIndex)}, state));
        };
        add(1, 0, 0.5);
        add(1, 0, 0.9);
        add(1, 0, 0.6);
        add(3, 1, 0.7);
        add(3, 1, 0.8);
        add(2, 0, 1.0, TrialState::Pruned);
        add(2, 1, 1.0, TrialState::Failed);
        add(2, 1, 1.0, TrialState::Running);
        return trials;
    }

private Q_SLOTS:
    void cellsByHand()
    {
        const auto trials = study();
        const LandscapeInfo info = landscapeInfo(trialRefs(trials), Direction::Maximize, depth(), input());
        QCOMPARE(info.x.cells(), 3);
        QCOMPARE(info.y.cells(), 2);
        QCOMPARE(info.x.edges, (std::vector<double>{0.5, 1.5, 2.5, 3.5}));
        QCOMPARE(info.x.labels, (std::vector<std::string>{"1", "2", "3"}));
        QCOMPARE(info.y.labels, (std::vector<std::string>{"loss", "stage3"}));
        QCOMPARE(info.cells.size(), std::size_t(6));
        QCOMPARE(info.at(0, 0).n, 3);
        QCOMPARE(info.at(0, 0).median, 0.6);
        QCOMPARE(info.at(0, 0).trials, (std::vector<std::int64_t>{0, 1, 2}));
        QCOMPARE(info.at(2, 1).n, 2);
        QCOMPARE(info.at(2, 1).median, 0.75);
        QCOMPARE(info.at(1, 1).n, 0);
        QVERIFY(std::isnan(info.at(1, 1).median)); // never tried to an end
        QCOMPARE(info.bestCell, 0);
        QCOMPARE(landscapeInfo(trialRefs(trials), Direction::Minimize, input(), depth()).bestCell, 0);
    }

    void theBestIsFeasible()
    {
        auto trials = study();
        trials[1].systemAttributes["constraints"] = {0.5};
        const LandscapeInfo info = landscapeInfo(trialRefs(trials), Direction::Maximize, depth(), input());
        QCOMPARE(info.bestCell, 5); // 0.8
        QCOMPARE(info.at(0, 0).n, 3);
    }

    void whoLacksAParameterIsNowhere()
    {
        auto trials = study();
        trials[1].parameters.pop_back(); // the best
        const LandscapeInfo info = landscapeInfo(trialRefs(trials), Direction::Maximize, depth(), input());
        QCOMPARE(info.at(0, 0).n, 2);
        QCOMPARE(info.bestCell, -1);
    }

    void wideRangesAreBinned()
    {
        const ParameterAxis lr{.name = "meta_lr", .log = true, .low = 1e-4, .high = 1e-1};
        const LandscapeInfo info = landscapeInfo({}, Direction::Maximize, lr, depth(), 6);
        QCOMPARE(info.x.cells(), 6);
        for (std::size_t i = 0; i < info.x.edges.size(); ++i)
            QVERIFY(std::abs(std::log10(info.x.edges[i]) - (-4 + 0.5 * double(i))) < 1e-12);
        QCOMPARE(info.x.labels[0], std::string("0.0001–0.000316"));
        QCOMPARE(info.bestCell, -1);
    }

    /// Every value of an integer axis lies in one cell, and its label says so.
    void wholeValues_data()
    {
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("log");
        QTest::newRow("widths") << 8 << 512 << 1 << true;
        QTest::newRow("from one, more bins than low values") << 1 << 1000 << 1 << true;
        QTest::newRow("linear") << 0 << 100 << 1 << false;
        QTest::newRow("steps of eight") << 8 << 256 << 8 << false;
        QTest::newRow("just a cell each") << 1 << 18 << 1 << false;
        QTest::newRow("just not") << 1 << 19 << 1 << false;
    }
    void wholeValues()
    {
        QFETCH(int, low);
        QFETCH(int, high);
        QFETCH(int, step);
        QFETCH(bool, log);
        const ParameterAxis axis{.name = "n", .log = log, .low = double(low), .high = double(high), .step = double(step)};
        std::vector<FrozenTrial> trials;
        for (int n = low; n <= high; n += step)
            trials.push_back(trial(std::int64_t(trials.size()), n,
                                   {{"n", IntDistribution{.low = low, .high = high, .log = log, .step = step}, double(n)}}));
        const LandscapeInfo info = landscapeInfo(trialRefs(trials), Direction::Maximize, axis, axis);
        const int values = int(trials.size());
        QVERIFY(values <= 18 ? info.x.cells() == values : info.x.cells() <= 9 && info.x.cells() >= 6);
        std::size_t placed = 0;
        for (int cell = 0; cell < info.x.cells(); ++cell) {
            const auto& members = info.at(cell, cell).trials;
            QVERIFY(!members.empty());
            placed += members.size();
            const QString first = QString::number(low + step * members.front()), last = QString::number(low + step * members.back());
            QCOMPARE(QString::fromStdString(info.x.labels[std::size_t(cell)]),
                     first == last ? first : first + QString::fromUtf8("–") + last);
        }
        QCOMPARE(placed, trials.size());
        QCOMPARE(info.bestCell, int(info.cells.size()) - 1);
    }

    void derivedAxis()
    {
        const auto trials = architectures(300, 3);
        const auto axes = parameterAxes(trialRefs(trials));
        QCOMPARE(axes[1].name, std::string(parameter::nodes));
        const LandscapeInfo info = landscapeInfo(trialRefs(trials), Direction::Maximize, axes[0], axes[1]);
        std::set<std::int64_t> seen;
        for (const auto& cell : info.cells) {
            QCOMPARE(cell.n, int(cell.trials.size()));
            seen.insert(cell.trials.begin(), cell.trials.end());
        }
        QCOMPARE(seen.size(), trials.size());
        QVERIFY(info.bestCell >= 0);

        const auto alone = architectures(1, 3); // one width seen: a cell around it
        const auto few = parameterAxes(trialRefs(alone));
        QCOMPARE(landscapeInfo(trialRefs(alone), Direction::Maximize, few[0], few[1]).y.cells(), 1);
        QVERIFY(landscapeInfo(trialRefs(alone), Direction::Maximize, few[0], few[1]).bestCell >= 0);
    }
};

QTEST_APPLESS_MAIN(tst_Landscape)
#include "tst_landscape.moc"
