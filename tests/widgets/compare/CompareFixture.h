// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigJson.h"
#include "tests/support/PlantedVariants.h"
#include "widgets/compare/ComparePanels.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/panel/Panel.h"
#include "widgets/state/Workbench.h"

#include <QAction>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace reweigh::test {

/// Settings of a test go where nobody else's are.
inline void isolateSettings(const QTemporaryDir& folder)
{
    QCoreApplication::setOrganizationName(QStringLiteral("reweigh-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

inline StudyFacts factsOf(const ExperimentConfig& config)
{
    return {.config = toJson(config), .fingerprintCode = "AAAA-BBBB", .program = "0.1.0", .engine = "none"};
}

/// A study that holds these results and no run folder.
inline std::shared_ptr<StudySnapshot> studyWith(std::vector<VariantResult> variants, const ExperimentConfig& config = {})
{
    auto study = std::make_shared<StudySnapshot>();
    study->file = "/nowhere/planted/study.db";
    study->facts = factsOf(config);
    study->variants = std::move(variants);
    return study;
}

/// An epoch of a scripted run.
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

/// Lets `study` hear of a run of a planted variant as its runner would tell of it: begun, and so many of its epochs.
inline void tellRun(OpenStudy& study, const std::string& name, int seed, int epochs, int told, double accuracy, double tailAuroc = 0.8)
{
    const RunKey key = RunKey::ofVariant(name, name, seed);
    Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = epochs}, std::make_shared<StepQueue>());
    for (int epoch = 1; epoch <= told; ++epoch)
        Q_EMIT study.runner().epochFinished(key, epochOf(epoch, accuracy, tailAuroc));
    if (told == epochs)
        Q_EMIT study.runner().runFinished(key);
}

/// The panel `id` of a workbench, shown.
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
