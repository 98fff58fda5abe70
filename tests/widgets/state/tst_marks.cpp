// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/storage/StudyFolder.h"
#include "widgets/state/TrialMarks.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;

class tst_Marks : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path study(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }

private Q_SLOTS:
    void roundTrip()
    {
        const std::map<std::int64_t, TrialMarks> marks = {{0, {.star = true}},
                                                          {41, {.note = QStringLiteral("größer — 深い\n\"quoted\"")}},
                                                          {7, {.star = true, .note = "n", .tags = {"deep", "tanh, wide"}}},
                                                          {8, {}}};
        QVERIFY(writeMarks(study("a.db"), marks));
        const auto read = readMarks(study("a.db"));
        QVERIFY(read.ok());
        QCOMPARE(read->size(), std::size_t(3)); // empty marks are not stored
        for (const std::int64_t trial : {0, 7, 41})
            QVERIFY(read->at(trial) == marks.at(trial));
        QCOMPARE(QString::fromStdString(StudyFolder::ofFile(study("a.db")).marks().filename().string()), QStringLiteral("a.db.marks.json"));
    }

    void noFileIsNoMarks()
    {
        const auto read = readMarks(study("never.db"));
        QVERIFY(read.ok());
        QVERIFY(read->empty());
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"trials\": [{\"number\": 3, \"st");
        QTest::newRow("another shape") << QByteArray("[1, 2, 3]");
        QTest::newRow("no number") << QByteArray("{\"trials\": [{\"star\": true}]}");
        QTest::newRow("wrong type") << QByteArray("{\"trials\": [{\"number\": 1, \"star\": \"yes\"}]}");
        QTest::newRow("tags of numbers") << QByteArray("{\"trials\": [{\"number\": 1, \"tags\": [1]}]}");
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4);
    }
    void brokenFiles()
    {
        QFETCH(QByteArray, content);
        QVERIFY(writeFileAtomic(StudyFolder::ofFile(study("b.db")).marks(), content.toStdString()));
        const auto read = readMarks(study("b.db"));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::FileCorrupt);
        QCOMPARE(read.error().where, StudyFolder::ofFile(study("b.db")).marks().string());
    }

    void unwritablePlace()
    {
        QVERIFY(writeFileAtomic(study("file"), "x")); // a file cannot contain a file
        const Status written = writeMarks(study("file") / "c.db", {{1, {.star = true}}});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_MAIN(tst_Marks)
#include "tst_marks.moc"
