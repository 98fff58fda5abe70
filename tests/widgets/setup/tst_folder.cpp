// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/setup/SetupFixture.h"

#include "tests/support/ImageFiles.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace reweigh;
using namespace reweigh::test;

/// Tests of the field in which somebody types the path of a folder of own images.
class tst_Folder : public QObject {
    Q_OBJECT

    static QStringList saying(const SetupFixture& fixture, const QString& words)
    {
        QStringList found;
        for (const QLabel* label : fixture.window.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                found << label->objectName();
        return found;
    }

private Q_SLOTS:
    /// It stood in five panels, as a sentence about a file.
    void whatIsWrongIsSaidAtTheField()
    {
        SetupFixture fixture;
        QVERIFY(fixture.document().set("dataset", "folder", {}));
        QVERIFY(fixture.document().set("data-dir", "/nowhere/pictures", {}));
        QTRY_COMPARE(fixture.problem("data-dir").section(' ', 1), QStringLiteral("There is no folder /nowhere/pictures; check the path."));
        QTRY_COMPARE(saying(fixture, QStringLiteral("/nowhere/pictures")), QStringList{QStringLiteral("data-dir-problem")});
        const QString elsewhere = QStringLiteral("The data set cannot be read; Recipe says why.");
        QCOMPARE(fixture.find<Panel>("classes")->summary(), elsewhere);
        QCOMPARE(fixture.find<Panel>("matrix")->summary(), elsewhere);
        QTRY_COMPARE(fixture.find<QLabel>("start-hint")->text().section(' ', 1), elsewhere);
    }

    /// The size of the data set appeared above the field, and with it the field moved away under the cursor.
    void aTypedPathLeavesFieldAndCursorWhereTheyAre()
    {
        QTemporaryDir folder;
        writeImageFolder(folder.path(), {"apple", "kiwi"}, 40);
        SetupFixture fixture;
        auto* line = fixture.find<QLineEdit>("data-dir");
        const auto* size = fixture.find<QLabel>("set-size");
        QVERIFY(fixture.document().set("dataset", "folder", {}));
        QVERIFY(fixture.document().set("image-size", 8, {}));
        QTRY_VERIFY(line->isVisible() && !size->isVisible() && !fixture.problem("data-dir").isEmpty());
        QCoreApplication::processEvents();
        const auto place = [&] { return line->mapTo(&fixture.window, QPoint()).y(); };
        const int before = place();
        line->setFocus();
        QTest::keyClicks(line, folder.path().mid(1));
        QTest::keyClick(line, Qt::Key_Home);
        QTest::keyClicks(line, QStringLiteral("/"));
        QTRY_COMPARE(fixture.config().data.dataDir, folder.path().toStdString());
        QTRY_VERIFY(fixture.previewed() && !fixture.study().preview()->error && size->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(place(), before);
        QCOMPARE(line->text(), folder.path());
        QCOMPARE(line->cursorPosition(), 1);
    }

    /// Own images have labels of their own: choosing them takes the benchmark's noise and imbalance away, which one line says and one undo
    /// brings back. What the user then asks for is done.
    void ownImagesAreTakenAsTheyAre()
    {
        SetupFixture fixture;
        QTemporaryDir folder;
        writeImageFolder(folder.path(), {"apple", "kiwi"}, 40);
        const DataOptions before = fixture.config().data;
        QVERIFY(before.noiseType == NoiseType::Uniform && before.imbalanceType == ImbalanceType::Exponential);
        QUndoStack& undo = fixture.document().undoStack();
        const int steps = undo.count();
        auto* set = fixture.find<QComboBox>("dataset");
        QVERIFY(set);
        set->setCurrentIndex(set->findData(QStringLiteral("folder")));
        Q_EMIT set->activated(set->currentIndex());
        QVERIFY(fixture.config().data.dataset == "folder");
        QVERIFY(fixture.config().data.noiseType == NoiseType::None && fixture.config().data.imbalanceType == ImbalanceType::None);
        QCOMPARE(undo.count(), steps + 1);
        for (const auto& [key, value] : {std::pair("meta-per-class", 4), std::pair("val-per-class", 4), std::pair("image-size", 8)})
            QVERIFY2(fixture.document().set(key, value, {}), key);
        QVERIFY(fixture.document().set("data-dir", folder.path().toStdString(), {}));
        const auto* changes = fixture.find<QLabel>("data-changes");
        QTRY_VERIFY2(changes->isVisible() && changes->text().startsWith(QLatin1String("labels as they are, every image kept")),
                     qPrintable(changes->text()));
        QVERIFY(changes->text().contains(QLatin1String("but the 16 of 64 that are held out"))
                && !fixture.find<QLabel>("few-train")->isVisible());
        QVERIFY(fixture.document().set("noise-type", "uniform", {}));
        QTRY_VERIFY2(changes->text().contains(QLatin1String("labels made wrong (uniform 0.4)")), qPrintable(changes->text()));
        undo.setIndex(steps);
        QVERIFY(fixture.config().data == before);
    }

    /// Meta and validation images took most of a small class, and the views said that every image was kept and that the sizes were those of
    /// the folder.
    void whatHeldOutImagesLeaveIsSaid()
    {
        SetupFixture fixture;
        QTemporaryDir folder;
        writeImageFolder(folder.path(), {"apple"}, 40);
        writeImageFolder(folder.path(), {"kiwi"}, 20);
        for (const auto& [key, value] :
             {std::pair("dataset", "folder"), std::pair("noise-type", "none"), std::pair("imbalance-type", "none")})
            QVERIFY2(fixture.document().set(key, value, {}), key);
        for (const auto& [key, value] : {std::pair("meta-per-class", 4), std::pair("val-per-class", 10), std::pair("image-size", 8)})
            QVERIFY2(fixture.document().set(key, value, {}), key);
        QVERIFY(fixture.document().set("data-dir", folder.path().toStdString(), {}));
        const auto* few = fixture.find<QLabel>("few-train");
        QTRY_VERIFY(fixture.previewed() && !fixture.study().preview()->error && few->isVisible());
        QVERIFY2(few->text().contains(QStringLiteral("take 14 of the 16 of kiwi, the smallest class; lower “Validation, per class”")),
                 qPrintable(few->text()));
        QVERIFY(fixture.find<QLabel>("data-changes")->text().contains(QLatin1String("but the 28 of 48 that are held out")));
        const Panel* classes = fixture.find<Panel>("classes");
        for (const char* words : {"keeps 2 of its 16 image(s) to train on", "observed 9 ", "IF 2 of all training images"})
            QVERIFY2(classes->summary().contains(QLatin1String(words)), qPrintable(classes->summary()));
        QTRY_VERIFY2(classes->scope().startsWith(QLatin1String("images trained on")), qPrintable(classes->scope()));
        QVERIFY(fixture.document().set("val-per-class", 4, {}));
        QTRY_VERIFY(fixture.previewed() && !few->isVisible()); // 8 of 16
    }

    /// The views call no label right that nobody has checked; the CSV beside their figures did.
    void numbersOfFiguresClaimNoTruth()
    {
        SetupFixture fixture;
        QTemporaryDir folder;
        writeImageFolder(folder.path(), {"apple", "kiwi"}, 40);
        QVERIFY(fixture.document().set("dataset", "folder", {}));
        QVERIFY(fixture.document().set("data-dir", folder.path().toStdString(), {}));
        QVERIFY(fixture.document().set("meta-per-class", 4, {}));
        QVERIFY(fixture.document().set("val-per-class", 4, {}));
        const auto columns = [&] {
            QStringList all;
            for (const char* id : {"classes", "matrix", "samples"})
                all += fixture.find<Panel>(id)->table().header;
            return all;
        };
        QTRY_VERIFY(fixture.previewed() && !fixture.study().preview()->error);
        QTRY_COMPARE(columns().count("original"), 3);
        for (const char* claim : {"true", "right", "wrong", "purity"})
            QVERIFY2(!columns().contains(claim), claim);
        QVERIFY(fixture.document().set("clean", "all", {})); // now somebody says so
        QTRY_COMPARE(columns().count("true"), 3);
        QVERIFY(columns().contains("purity"));
    }
};

QTEST_MAIN(tst_Folder)
#include "tst_folder.moc"
