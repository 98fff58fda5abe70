// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/plan/PlanState.h"
#include "core/storage/SqlStorage.h"
#include "tests/support/PlantedVariants.h"

#include <QTemporaryDir>
#include <QtGlobal>

#include <map>

namespace reweigh::test {

/// A plan file in a temporary folder, and studies of its cells, made by hand. Its variants need no search unless the test says so.
struct StoredPlan {
    QTemporaryDir dir;
    nlohmann::json json = {{"settings", {{"dataset", "synthetic"}, {"epochs", 2}, {"objective-epochs", 1}, {"trials", 2}}},
                           {"cells", {{"imbalance-factor", {1, 5}}, {"noise-rate", {0.0, 0.4}}}}, // JSON objects are sorted
                           {"seeds", 3},
                           {"variants", {"fixed", "ce"}}};

    StoredPlan() { write(); }

    std::filesystem::path file() const { return std::filesystem::path(dir.path().toStdString()) / "made.json"; }

    void write() const { writeText(json.dump()); }
    void writeText(const std::string& text) const
    {
        if (!writeFileAtomic(file(), text))
            qFatal("the plan cannot be written");
    }

    Plan read() const
    {
        Result<Plan> plan = readPlan(file());
        if (!plan)
            qFatal("%s: %s", plan.error().where.c_str(), plan.error().detail.c_str());
        return std::move(plan).value();
    }

    /// The study of a cell, by its place in the plan.
    std::filesystem::path study(std::size_t cell) const { return StudyFolder::of(read().cells.at(cell).config).file(); }

    /// Stores these test accuracies, of seeds from 1, in a cell's study, which it makes if need be.
    void give(std::size_t cell, const std::map<std::string, std::vector<double>>& accuracies) const
    {
        const Plan plan = read();
        const PlanCell& at = plan.cells.at(cell);
        const std::filesystem::path file = StudyFolder::of(at.config).file();
        if (!makeFolder(file.parent_path()))
            qFatal("no folder");
        const auto storage =
            isThere(file) ? SqlStorage::open(file, StorageMode::Write) : SqlStorage::create(file, "study", Direction::Maximize);
        if (!storage)
            qFatal("%s", storage.error().detail.c_str());
        const StudyFacts facts{.config = toJson(at.config),
                               .fingerprintCode = "AAAA-BBBB",
                               .fingerprint = {{"dataset", {{"name", "synthetic"}, {"pixels", "pixels"}}}},
                               .space = {},
                               .program = "0.2.0",
                               .engine = "none"};
        StoredVariants kept{.threads = 1};
        for (const Variant& variant : plan.variants)
            if (const auto given = accuracies.find(variant.name); given != accuracies.end())
                kept.list.push_back(planted(variant.name, given->second, resolveVariant(variant, {.study = at.config})->hash));
        Attributes attributes = toAttributes(facts);
        attributes[attribute::variants] = toJson(kept);
        if (!(*storage)->setAttributes({.user = attributes}))
            qFatal("nothing is stored");
    }
};

} // namespace reweigh::test
