// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TrialTable.h"
#include "tests/support/SearchVectors.h"

using namespace reweigh;

class tst_Split : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsOptuna_data() { test::addVectorFiles(test::VectorForm::Values); }
    void equalsOptuna()
    {
        QFETCH(QString, path);
        const nlohmann::json vectors = test::readVectors(path);
        QVERIFY(!vectors.at("split").empty());
        for (const auto& item : vectors["split"]) {
            const Direction direction = test::directionOf(item["direction"]);
            TrialSplit forwards(item["trials"].size()), backwards(item["trials"].size());
            std::vector<Observation> trials;
            for (const auto& trial : item["trials"])
                trials.push_back(test::outcomeOf(trial));
            for (std::size_t i = 0; i < trials.size(); ++i) {
                forwards.add(trials[i], trials[i].number, direction);
                backwards.add(trials[trials.size() - 1 - i], trials[trials.size() - 1 - i].number, direction);
            }
            QCOMPARE(forwards.finished(), trials.size());
            const auto expected = item["below"].get<std::vector<std::int64_t>>();
            QCOMPARE(forwards.good(item["n_below"]), expected);
            QCOMPARE(backwards.good(item["n_below"]), expected);
        }
    }

    void onlyTheBestAreKept()
    {
        TrialSplit split;
        for (std::int64_t number = 0; number < 1000; ++number)
            split.add({number, TrialState::Complete, double((number * 7919) % 1000), {}, {}, {}}, number, Direction::Minimize);
        std::vector<std::int64_t> expected;
        for (std::int64_t number = 0; number < 1000; ++number)
            if ((number * 7919) % 1000 < 25)
                expected.push_back(number);
        QCOMPARE(split.good(25), expected);
    }
};

QTEST_APPLESS_MAIN(tst_Split)
#include "tst_split.moc"
