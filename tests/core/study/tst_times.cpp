// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/StudyLoop.h"
#include "core/study/TrialTimes.h"

#include <QtTest>

using namespace reweigh;

/// How long a trial ran, which is not how long ago it was begun.
class tst_Times : public QObject {
    Q_OBJECT

    static Timestamp at(int seconds) { return Timestamp(std::chrono::seconds(1000 + seconds)); }

    /// Begun at 0 and ended at `to`; with these continuations where it is of this version.
    static FrozenTrial trial(std::optional<int> to, const nlohmann::json& continued)
    {
        FrozenTrial made;
        made.state = to ? TrialState::Complete : TrialState::Running;
        made.started = at(0);
        if (to)
            made.finished = at(*to);
        made.systemAttributes[ownTrialKey] = true;
        if (!continued.is_null())
            made.systemAttributes[continuedKey] = continued;
        return made;
    }

private Q_SLOTS:
    void withoutInterruption()
    {
        const FrozenTrial whole = trial(30, nlohmann::json::array());
        QCOMPARE(runningSeconds(whole), std::optional(30.0));
        QCOMPARE(trialParts(whole).size(), std::size_t(1));
        const FrozenTrial running = trial({}, nlohmann::json::array());
        QVERIFY(!runningSeconds(running) && trialParts(running).empty());
        QCOMPARE(runningSeconds(running, at(7)), std::optional(7.0));
    }

    /// Paused after 3 s and continued 15 min later; the second one also killed, of which it keeps 4 s, and continued at 1990 s.
    void pausesAreNoPartOfIt()
    {
        const FrozenTrial paused = trial(902, nlohmann::json::array({nlohmann::json::array({900.0, 3.0})}));
        QCOMPARE(runningSeconds(paused), std::optional(5.0));
        const auto parts = trialParts(paused);
        QCOMPARE(parts.size(), std::size_t(2));
        QCOMPARE(parts[0].to, 3.0);
        QCOMPARE(parts[1].from, 900.0);
        QCOMPARE(parts[1].to, 902.0);

        nlohmann::json twice = continuedAt(trial(2000, nlohmann::json::array()), at(900), 3.0);
        const FrozenTrial again = trial(2000, continuedAt(trial(2000, twice), at(1990), 7.0));
        QCOMPARE(runningSeconds(again), std::optional(17.0));
        QCOMPARE(trialParts(again).size(), std::size_t(3));
        QCOMPARE(trialParts(again)[1].to, 904.0);
        QCOMPARE(runningSeconds(trial({}, twice), at(901)), std::optional(4.0)); // while it runs
    }

    /// An earlier version did not store when it interrupted a trial: what nobody knows is not said.
    void earlierVersions()
    {
        FrozenTrial old = trial(930, nullptr);
        QVERIFY(!runningSeconds(old) && trialParts(old).empty());
        old.trained = 5.0; // its checkpoint says so
        QCOMPARE(runningSeconds(old), std::optional(5.0));
        QVERIFY(trialParts(old).empty());
        old.trained = 925.0;
        QCOMPARE(trialParts(old).size(), std::size_t(1));
        old.systemAttributes.clear(); // another program's
        QCOMPARE(runningSeconds(old), std::optional(930.0));
    }

    void nonsenseIsNotBelieved()
    {
        const auto parsed = [](const char* text) { return nlohmann::json::parse(text); };
        for (const char* text : {"[[5, -1]]", "[[-5, 1]]", "[[5]]", "[5]", "[[\"5\", 1]]", "[[9, 1], [5, 2]]", "{}", "7"})
            QVERIFY2(!runningSeconds(trial(10, parsed(text))), text);
    }
};

QTEST_APPLESS_MAIN(tst_Times)
#include "tst_times.moc"
