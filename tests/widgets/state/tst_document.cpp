// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Presets.h"
#include "widgets/state/ExperimentDocument.h"

#include <QSignalSpy>
#include <QtTest>

using namespace reweigh;

class tst_Document : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsUndone()
    {
        ExperimentDocument document;
        QSignalSpy changed(&document, &ExperimentDocument::configChanged);
        const ExperimentConfig before = document.config();
        QVERIFY(document.set("noise-rate", 0.25, "Noise rate"));
        QVERIFY(document.set("trials", 40, "Trials"));
        QCOMPARE(document.undoStack().count(), 2);
        QCOMPARE(document.undoStack().undoText(), QStringLiteral("Trials"));
        document.undoStack().undo();
        QCOMPARE(document.config().search.trials, before.search.trials);
        QCOMPARE(document.config().data.noiseRate, 0.25);
        document.undoStack().undo();
        QCOMPARE(document.config(), before);
        document.undoStack().redo();
        document.undoStack().redo();
        QCOMPARE(document.config().data.noiseRate, 0.25);
        QCOMPARE(document.config().search.trials, 40);
        QCOMPARE(changed.size(), 6);
    }

    void wrongValuesChangeNothing()
    {
        ExperimentDocument document;
        QSignalSpy changed(&document, &ExperimentDocument::configChanged);
        const ExperimentConfig before = document.config();
        QCOMPARE(document.set("noise-rate", 1.5, "Noise rate").error().code, ErrorCode::ValueOutOfRange);
        QCOMPARE(document.set("noise-rat", 0.5, "Noise rate").error().code, ErrorCode::UnknownKey);
        QCOMPARE(document.set("noise-type", "loud", "Noise").error().code, ErrorCode::UnknownValue);
        QVERIFY(document.set("noise-rate", before.data.noiseRate, "Noise rate")); // the old value
        QCOMPARE(document.config(), before);
        QCOMPARE(document.undoStack().count(), 0);
        QCOMPARE(changed.size(), 0);
    }

    void refusedEntriesAreTakenBackNewestFirst()
    {
        ExperimentDocument document;
        QVERIFY(!document.takeBackRefused());
        QVERIFY(document.set("noise-rate", 0.25, "Noise rate"));
        QVERIFY(!document.set("val-per-class", -7, "Validation"));
        QVERIFY(!document.set("batch-size", "many", "Batch"));
        QVERIFY(!document.set("val-per-class", -8, "Validation"));
        std::vector<std::string> back;
        connect(&document, &ExperimentDocument::refusedTakenBack, this, [&](const std::string& key) { back.push_back(key); });
        QVERIFY(document.takeBackRefused());
        QVERIFY(document.refused());
        QVERIFY(document.takeBackRefused());
        QVERIFY(!document.refused() && !document.takeBackRefused());
        QVERIFY((back == std::vector<std::string>{"val-per-class", "batch-size"}));
        QCOMPARE(document.config().data.noiseRate, 0.25);
    }

    /// It took the older entry back, and left the newer change as it was.
    void whatWasChangedAfterARefusedEntryIsUndoneFirst()
    {
        ExperimentDocument document;
        QVERIFY(!document.set("val-per-class", -7, "Validation"));
        QVERIFY(document.refusedIsNewest());
        QVERIFY(document.set("noise-rate", 0.25, "Noise rate"));
        QVERIFY(!document.refusedIsNewest());
        QVERIFY(!document.takeBackRefused());
        QVERIFY(document.refused());
        document.undoStack().undo();
        QVERIFY(document.takeBackRefused());
        QVERIFY(!document.refused());
    }

    void aDragIsOneStep()
    {
        ExperimentDocument document;
        const double before = document.config().data.noiseRate;
        const int drag = ExperimentDocument::newGesture();
        for (const double rate : {0.41, 0.45, 0.5, 0.55})
            QVERIFY(document.set("noise-rate", rate, "Noise rate", drag));
        QCOMPARE(document.undoStack().count(), 1);
        const int next = ExperimentDocument::newGesture();
        QVERIFY(next != drag);
        QVERIFY(document.set("noise-rate", 0.6, "Noise rate", next));
        QVERIFY(document.set("noise-rate", 0.7, "Noise rate")); // a typed value has no gesture
        QVERIFY(document.set("noise-rate", 0.8, "Noise rate"));
        QCOMPARE(document.undoStack().count(), 4);
        for (const double rate : {0.7, 0.6, 0.55, before}) {
            document.undoStack().undo();
            QCOMPARE(document.config().data.noiseRate, rate);
        }
        document.undoStack().redo();
        QCOMPARE(document.config().data.noiseRate, 0.55); // the whole drag again
    }

    void aDragBackIsNoStep()
    {
        ExperimentDocument document;
        const ExperimentConfig before = document.config();
        const int drag = ExperimentDocument::newGesture();
        QVERIFY(document.set("noise-rate", 0.6, "Noise rate", drag));
        QVERIFY(document.set("noise-rate", before.data.noiseRate, "Noise rate", drag));
        QCOMPARE(document.config(), before);
        QVERIFY(!document.undoStack().canUndo());
        QCOMPARE(document.undoStack().count(), 0);
    }

    void aPresetIsOneStep()
    {
        ExperimentDocument document;
        const ExperimentConfig before = document.config();
        ExperimentConfig preset = before;
        preset.data.noiseRate = 0.2;
        preset.training.epochs = 3;
        document.setConfig(preset, "2-minute demo");
        document.setConfig(preset, "again"); // nothing new
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QCOMPARE(document.config(), before);
    }

    void marksAreUndone()
    {
        ExperimentDocument document;
        QSignalSpy changed(&document, &ExperimentDocument::marksChanged);
        document.setMarks(7, {.star = true, .note = "look again", .tags = {"deep"}}, "Star");
        document.setMarks(7, {.star = true, .note = "look again", .tags = {"deep"}}, "Star"); // nothing new
        document.setMarks(9, {.note = "odd"}, "Note");
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        QVERIFY(document.marks(9).empty());
        QCOMPARE(document.marks(7).note, QStringLiteral("look again"));
        document.undoStack().undo();
        QVERIFY(document.marks(7).empty());
        document.undoStack().redo();
        QVERIFY(document.marks(7).star);
        QCOMPARE(changed.size(), 5);
        QVERIFY(document.marks(12345).empty());
    }

    void anOpenedDocumentHasNothingToUndo()
    {
        ExperimentDocument document;
        QVERIFY(document.set("noise-rate", 0.25, "Noise rate"));
        ExperimentConfig config;
        config.data.seed = 5;
        document.load(config, {{3, {.star = true}}});
        QVERIFY(!document.undoStack().canUndo());
        QCOMPARE(document.config().data.seed, std::uint64_t(5));
        QVERIFY(document.marks(3).star);
        QCOMPARE(document.allMarks().size(), std::size_t(1));
    }
};

QTEST_MAIN(tst_Document)
#include "tst_document.moc"
