// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigJson.h"
#include "tests/support/OwnFolders.h"
#include "tests/support/PlantedVariants.h"
#include "widgets/compare/ComparePanels.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/panel/Panel.h"
#include "widgets/state/Workbench.h"

#include <QAction>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

namespace reweigh::test {

inline StudyFacts factsOf(const ExperimentConfig& config)
{
    return {.config = toJson(config), .fingerprintCode = "AAAA-BBBB", .program = "0.1.0", .engine = "none"};
}

/// A study snapshot with these results and without run folders.
inline std::shared_ptr<StudySnapshot> studyWith(std::vector<VariantResult> variants, const ExperimentConfig& config = {})
{
    auto study = std::make_shared<StudySnapshot>();
    study->file = "/nowhere/planted/study.db";
    study->facts = factsOf(config);
    study->variants = std::move(variants);
    return study;
}

/// Figures of an epoch with the given accuracy in all splits and 3 classes; the last 2 of 10 bins of the curve have no samples.
inline std::shared_ptr<const EpochFigures> epochOf(int epoch, double accuracy, double tailAuroc = 0.8)
{
    auto figures = std::make_shared<EpochFigures>();
    figures->epoch = epoch;
    for (SplitFigures* split : {&figures->train, &figures->meta, &figures->validation, &figures->test}) {
        split->accuracy = accuracy;
        split->recall = {accuracy + 0.1, accuracy, accuracy - 0.1};
    }
    for (int i = 0; i < 10; ++i) {
        figures->curve.loss.push_back(0.25f + 0.5f * float(i));
        figures->curve.weight.push_back(1.0f / (1.0f + float(i)));
        figures->curve.rightDensity.push_back(i < 8 ? 0.125f : 0.0f);
        figures->curve.wrongDensity.push_back(i < 8 ? 0.125f : 0.0f);
    }
    figures->detection.aurocByGroup = {0.9, 0.85, tailAuroc};
    return figures;
}

/// Emits the signals with which the runner of `study` would report a run of a variant: its start and `told` of its `epochs` epochs;
/// also its end if these are all.
inline void tellRun(OpenStudy& study, const std::string& name, int seed, int epochs, int told, double accuracy, double tailAuroc = 0.8)
{
    const RunKey key = RunKey::ofVariant(name, name, seed);
    Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = epochs}, std::make_shared<StepQueue>());
    for (int epoch = 1; epoch <= told; ++epoch)
        Q_EMIT study.runner().epochFinished(key, epochOf(epoch, accuracy, tailAuroc));
    if (told == epochs)
        Q_EMIT study.runner().runFinished(key);
}

/// Makes the compare panels and shows the one named `id`.
inline Panel* shown(Workbench& bench, QWidget& parent, const QString& id)
{
    Panel* wanted = nullptr;
    for (Panel* panel : makeComparePanels(bench, &parent)) {
        panel->hide();
        if (panel->id() == id)
            wanted = panel;
    }
    wanted->resize(700, 420);
    wanted->show();
    parent.resize(700, 420);
    parent.show();
    return wanted;
}

} // namespace reweigh::test
