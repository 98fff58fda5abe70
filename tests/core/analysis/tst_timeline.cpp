// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TimelineInfo.h"
#include "core/study/StudyLoop.h"
#include "core/study/TrialTimes.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;

class tst_Timeline : public QObject {
    Q_OBJECT

    static Timestamp at(int seconds) { return Timestamp(std::chrono::seconds(1000 + seconds)); }
    static FrozenTrial trial(std::int64_t number, int from, std::optional<int> to, TrialState state = TrialState::Complete)
    {
        FrozenTrial made;
        made.number = number;
        made.state = state;
        made.started = at(from);
        if (to)
            made.finished = at(*to);
        return made;
    }

private Q_SLOTS:
    /// Two workers: 0 and 1 begin at once, 2 follows 1, 3 follows 0 at the same moment; 4 is the third at a time.
    void lanes()
    {
        const std::vector<FrozenTrial> trials = {trial(0, 0, 10), trial(1, 0, 4, TrialState::Pruned), trial(2, 4, 12), trial(3, 10, 20),
                                                 trial(4, 11, 13, TrialState::Failed)};
        const TimelineInfo info = timelineInfo(trialRefs(trials), std::nullopt);
        QCOMPARE(info.bars.size(), std::size_t(5));
        QCOMPARE(*info.begin, at(0));
        const int expected[] = {0, 1, 1, 0, 2};
        for (const TimelineInfo::Bar& bar : info.bars)
            QCOMPARE(bar.lane, expected[bar.number]);
        QCOMPARE(info.lanes, 3);
        QCOMPARE(info.left, 0);
        QCOMPARE(info.bars[1].state, TrialState::Pruned);
        QCOMPARE(info.bars[2].from, 4.0);
        QCOMPARE(info.bars[2].to, 12.0);
        QCOMPARE(info.busy(), (10.0 + 4.0 + 8.0 + 10.0 + 2.0) / (3 * 20.0));
    }

    /// A running trial ends now, unless nobody runs it; one that waits has no bar.
    void whatHasNotEnded()
    {
        FrozenTrial waiting;
        waiting.state = TrialState::Waiting;
        const std::vector<FrozenTrial> trials = {trial(0, 5, std::nullopt, TrialState::Running), waiting};
        const TimelineInfo running = timelineInfo(trialRefs(trials), at(9));
        QCOMPARE(running.bars.size(), std::size_t(1));
        QVERIFY(running.bars[0].open);
        QCOMPARE(running.bars[0].to, 4.0);
        QCOMPARE(running.left, 1);
        const TimelineInfo interrupted = timelineInfo(trialRefs(trials), std::nullopt);
        QVERIFY(interrupted.bars.empty());
        QVERIFY(!interrupted.begin);
        QCOMPARE(interrupted.left, 2);
        QCOMPARE(interrupted.busy(), 0.0);
    }

    /// A pause of 90 s is no time in which the worker trained: two bars with a gap, and 10 of 100 s used.
    void aPauseIsAGap()
    {
        std::vector<FrozenTrial> trials = {trial(0, 0, 100)};
        trials[0].systemAttributes[continuedKey] = nlohmann::json::array({nlohmann::json::array({96.0, 6.0})});
        const TimelineInfo info = timelineInfo(trialRefs(trials), std::nullopt);
        QCOMPARE(info.bars.size(), std::size_t(2));
        QVERIFY(!info.bars[0].last && info.bars[1].last);
        QCOMPARE(info.bars[0].to, 6.0);
        QCOMPARE(info.bars[1].from, 96.0);
        QCOMPARE(info.bars[1].to, 100.0);
        QCOMPARE(info.bars[1].seconds, 10.0);
        QCOMPARE(info.lanes, 1);
        QCOMPARE(info.busy(), 0.1);
    }

    /// Of trials of an earlier version only beginning and end are known, unless their files say how long they trained.
    void pausesThatNobodyStored()
    {
        std::vector<FrozenTrial> trials = {trial(0, 0, 100), trial(1, 0, 100)};
        for (FrozenTrial& own : trials)
            own.systemAttributes[ownTrialKey] = true;
        trials[1].trained = 95.0;
        const TimelineInfo info = timelineInfo(trialRefs(trials), std::nullopt);
        QCOMPARE(info.bars.size(), std::size_t(2));
        QCOMPARE(info.whole, 1);
        QCOMPARE(info.left, 0);
        QCOMPARE(info.bars[0].seconds, 100.0);
        QCOMPARE(info.bars[1].seconds, 95.0);
    }

    /// Trials are not always in the order in which they began: an enqueued one has a low number.
    void byBeginning()
    {
        const std::vector<FrozenTrial> trials = {trial(0, 7, 9), trial(1, 0, 8)};
        const TimelineInfo info = timelineInfo(trialRefs(trials), std::nullopt);
        QCOMPARE(info.bars[0].number, std::int64_t(1));
        QCOMPARE(info.bars[0].lane, 0);
        QCOMPARE(info.bars[1].lane, 1);
        QCOMPARE(info.bars[1].from, 7.0);
    }

    void ranks()
    {
        using Shares = std::vector<double>;
        QCOMPARE(rankShares({0.3, 0.1, 0.2}, Direction::Maximize), (Shares{1.0, 0.0, 0.5}));
        QCOMPARE(rankShares({0.3, 0.1, 0.2}, Direction::Minimize), (Shares{0.0, 1.0, 0.5}));
        QCOMPARE(rankShares({2.0, 1.0, 2.0}, Direction::Maximize), (Shares{0.75, 0.0, 0.75})); // ranks 2 and 3 share 2.5
        QCOMPARE(rankShares({5.0}, Direction::Maximize), Shares{1.0});
        QCOMPARE(rankShares({-INFINITY, 0.0, INFINITY}, Direction::Maximize), (Shares{0.0, 0.5, 1.0}));
        const Shares odd = rankShares({1.0, std::nan(""), 2.0}, Direction::Maximize);
        QVERIFY(std::isnan(odd[1]));
        QCOMPARE(odd[0], 0.0);
        QCOMPARE(odd[2], 1.0);
        QVERIFY(rankShares({}, Direction::Maximize).empty());
    }
};

QTEST_APPLESS_MAIN(tst_Timeline)
#include "tst_timeline.moc"
