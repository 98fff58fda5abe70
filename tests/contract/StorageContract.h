// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>
#include <thread>

namespace reweigh::test {

/// A trial's update with parameters of every kind, and with special values and texts in reports and attributes.
inline TrialUpdate richUpdate()
{
    using limits = std::numeric_limits<double>;
    return {
        .parameters = {{"x", FloatDistribution{.low = 1e-5, .high = 1.0, .log = true}, 0.1 + 0.2},
                       {"step", FloatDistribution{.low = 0.0, .high = 1.0, .step = 0.05}, 0.85},
                       {"n", IntDistribution{.low = 8, .high = 512, .log = true}, 64},
                       {"c", CategoricalDistribution{{"loss", 1, nullptr, true, 0.5}}, 2}},
        .intermediate = {{1, 0.25}, {2, limits::quiet_NaN()}, {3, limits::infinity()}, {4, -limits::infinity()}},
        .userAttributes = {{"text", "ä \"quoted\" '; DROP TABLE trials; --"}, {"nested", {{"a", {1, 2.5, nullptr}}}}},
        .systemAttributes = {{"tpe:relative_params:0", "{}"}},
        .study = {.user = {{"seen", 1}}, .system = {{"state", "s"}}},
    };
}

inline bool sameReports(const FrozenTrial& a, const std::vector<std::pair<int, double>>& b)
{
    return std::ranges::equal(a.intermediate, b, [](const auto& left, const auto& right) {
        return left.first == right.first && (left.second == right.second || (std::isnan(left.second) && std::isnan(right.second)));
    });
}

/// Checks what holds for every StudyStorage. `make` makes an empty study; `reopen` closes a study and opens it again.
inline void checkStorage(const std::function<std::shared_ptr<StudyStorage>()>& make,
                         const std::function<std::shared_ptr<StudyStorage>(std::shared_ptr<StudyStorage>)>& reopen)
{
    auto storage = make();
    QVERIFY(storage->trials()->empty());

    const TrialUpdate rich = richUpdate();
    const Result<FrozenTrial> first = storage->createTrial(rich);
    QVERIFY(first.ok());
    QCOMPARE(first->number, 0);
    QVERIFY(first->state == TrialState::Running && first->started && !first->finished);
    QVERIFY(first->parameters == rich.parameters);
    QVERIFY(sameReports(*first, rich.intermediate));
    QVERIFY(first->userAttributes == rich.userAttributes);
    QVERIFY(first->systemAttributes == rich.systemAttributes);

    // Reports and attributes are overwritten by key; a trial that was read earlier does not change.
    QVERIFY(storage->updateTrial(first->trialId, {.intermediate = {{2, 0.5}, {9, 0.75}}, .userAttributes = {{"text", 7}}}).ok());
    QCOMPARE(first->userAttributes.at("text"), nlohmann::json(rich.userAttributes.at("text")));
    const FrozenTrial changed = storage->trials()->front();
    QCOMPARE(changed.userAttributes.at("text"), nlohmann::json(7));
    QCOMPARE(changed.intermediate.size(), std::size_t(5));
    QCOMPARE(changed.intermediate[1].second, 0.5);
    QCOMPARE(changed.intermediate.back().first, 9);

    // A trial that has ended accepts no updates, and a complete trial needs a value that is a number.
    QVERIFY(storage->updateTrial(first->trialId, {.end = TrialEnd{TrialState::Complete, 0.9}}).ok());
    const Status late = storage->updateTrial(first->trialId, {.userAttributes = {{"late", 1}}});
    QVERIFY(!late.ok() && late.error().code == ErrorCode::Internal);
    const FrozenTrial ended = storage->trials()->front();
    QVERIFY(ended.state == TrialState::Complete && ended.value == 0.9 && ended.finished);
    QVERIFY(!ended.userAttributes.contains("late"));
    QVERIFY(!storage->createTrial({.end = TrialEnd{TrialState::Complete, std::nan("")}}).ok());
    QVERIFY(!storage->createTrial({.end = TrialEnd{TrialState::Complete, std::nullopt}}).ok());
    QVERIFY(!storage->updateTrial(987654, {}).ok());
    QCOMPARE(storage->trials()->size(), std::size_t(1));

    // An update is stored completely or not at all: a second parameter "x" is refused, and nothing else of that update is stored.
    const Result<FrozenTrial> second = storage->createTrial({.parameters = {{"x", FloatDistribution{}, 0.5}}});
    QCOMPARE(second->number, 1);
    const Status twice =
        storage->updateTrial(second->trialId, {.parameters = {{"y", FloatDistribution{}, 0.1}, {"x", FloatDistribution{}, 0.2}},
                                               .userAttributes = {{"half", 1}}});
    QVERIFY(!twice.ok());
    QCOMPARE(storage->trials()->back().parameters.size(), std::size_t(1));
    QVERIFY(storage->trials()->back().userAttributes.empty());

    for (const double value : {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), 1e-300, -0.0})
        QVERIFY(storage->createTrial({.end = TrialEnd{TrialState::Complete, value}}).ok());
    QCOMPARE(*storage->trials()->at(2).value, std::numeric_limits<double>::infinity());
    QCOMPARE(storage->trials(storage->trials()->at(3).trialId)->size(), std::size_t(2));

    QVERIFY(storage->setAttributes({.user = {{"seen", 2}, {"more", {1, 2}}}}).ok());
    QCOMPARE(storage->attributes()->user.at("seen"), nlohmann::json(2));
    QCOMPARE(storage->attributes()->system.at("state"), nlohmann::json("s"));

    // Trials that many threads create at the same time get different numbers.
    const std::size_t before = storage->trials()->size();
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 25; ++i)
                    if (!storage->createTrial({.end = TrialEnd{TrialState::Complete, double(i)}}).ok())
                        qFatal("createTrial failed");
            });
    }
    const auto all = storage->trials();
    QCOMPARE(all->size(), before + 200);
    for (std::size_t i = 0; i < all->size(); ++i)
        QCOMPARE(all->at(i).number, std::int64_t(i));

    const auto kept = *all;
    storage = reopen(std::move(storage));
    QVERIFY(storage);
    const auto again = *storage->trials();
    QCOMPARE(again.size(), kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        QVERIFY(sameReports(again[i], kept[i].intermediate));
        QVERIFY(again[i].parameters == kept[i].parameters && again[i].userAttributes == kept[i].userAttributes);
        QVERIFY(again[i].state == kept[i].state && again[i].value == kept[i].value && again[i].started == kept[i].started);
    }
    QCOMPARE(bestTrial(trialRefs(again), Direction::Maximize)->number, std::int64_t(2));
}

} // namespace reweigh::test
