// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"
#include "tests/support/DataFiles.h"
#include "widgets/labels/LabelMarks.h"
#include "widgets/labels/MarkFiles.h"
#include "widgets/state/RunLog.h"

#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// Marks on labels: their file, undo, import.
class tst_Marks : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(QLatin1String(name)).toStdString(); }

    static std::optional<std::string> cat(const std::string& image)
    {
        return image.starts_with("cat/") ? std::optional<std::string>("cat") : std::nullopt;
    }

private Q_SLOTS:
    void aMarkIsOfALabel()
    {
        QUndoStack undo;
        const auto marks = std::make_shared<LabelMarks>(file("label.csv"), true);
        marks->mark(undo, "cat/1.png", LabelMark{"cat", LabelVerdict::Right});
        QVERIFY(marks->verdict("cat/1.png", "cat") == LabelVerdict::Right);
        QVERIFY(!marks->verdict("cat/1.png", "dog")); // under another recipe the image may carry another label
        QVERIFY(!marks->verdict("cat/2.png", "cat"));
    }

    void undoTakesBack()
    {
        QUndoStack undo;
        const auto marks = std::make_shared<LabelMarks>(file("undo.csv"), true);
        QVERIFY(!LabelMarks::isNext(undo));
        marks->mark(undo, "cat/1.png", LabelMark{"cat", LabelVerdict::Right});
        marks->mark(undo, "cat/1.png", LabelMark{"cat", LabelVerdict::Wrong});
        marks->mark(undo, "cat/1.png", std::nullopt);
        QVERIFY(marks->all().empty());
        QVERIFY(LabelMarks::isNext(undo));
        undo.undo();
        QVERIFY(marks->verdict("cat/1.png", "cat") == LabelVerdict::Wrong);
        undo.undo();
        QVERIFY(marks->verdict("cat/1.png", "cat") == LabelVerdict::Right);
        undo.undo();
        QVERIFY(marks->all().empty() && !LabelMarks::isNext(undo));
        undo.redo();
        QVERIFY(marks->verdict("cat/1.png", "cat") == LabelVerdict::Right);
        undo.push(new QUndoCommand(QStringLiteral("something else")));
        QVERIFY(!LabelMarks::isNext(undo));
    }

    /// What the window forgets lies in the file.
    void marksOutliveTheWindow()
    {
        QUndoStack undo;
        {
            const auto marks = std::make_shared<LabelMarks>(file("kept/deep.csv"), true);
            marks->mark(undo, "cat/a, \"b\".png", LabelMark{"cat", LabelVerdict::Unsure});
            marks->mark(undo, "dog/1.png", LabelMark{"dog", LabelVerdict::Wrong});
        }
        const LabelMarks again(file("kept/deep.csv"), true);
        QVERIFY(!again.problem());
        QCOMPARE(again.all().size(), std::size_t(2));
        QVERIFY(again.verdict("cat/a, \"b\".png", "cat") == LabelVerdict::Unsure);
        QVERIFY(again.verdict("dog/1.png", "dog") == LabelVerdict::Wrong);
        QCOMPARE(readBytes(m_dir.filePath("kept/deep.csv")),
                 QByteArray("path,observed,mark\n\"cat/a, \"\"b\"\".png\",cat,unsure\ndog/1.png,dog,wrong\n"));
    }

    /// A file that is not understood is left as it is, and the user is told.
    void aBrokenFileIsLeftAlone()
    {
        const QByteArray text = "path,mark\ncat/1.png,maybe\n";
        writeBytes(m_dir.filePath("broken.csv"), text);
        QUndoStack undo;
        const auto marks = std::make_shared<LabelMarks>(file("broken.csv"), true);
        QVERIFY(marks->problem() && marks->problem()->code == ErrorCode::CsvLineWrong);
        QCOMPARE(marks->problem()->detail, std::string("2"));
        marks->mark(undo, "cat/1.png", LabelMark{"cat", LabelVerdict::Right});
        QVERIFY(marks->verdict("cat/1.png", "cat") == LabelVerdict::Right);
        QCOMPARE(readBytes(m_dir.filePath("broken.csv")), text);
    }

    void filesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("byPath");
        QTest::addColumn<int>("rows"); ///< -1: an error
        QTest::addColumn<int>("code");
        const auto none = int(ErrorCode::Internal);
        QTest::newRow("rows without a mark") << QByteArray("mark,path\nright,a\n,b\nwrong,c\n") << true << 2 << none;
        QTest::newRow("of a benchmark") << QByteArray("index,path,mark\n7,,unsure\n") << false << 1 << none;
        QTest::newRow("no path") << QByteArray("index,mark\n7,wrong\n") << true << -1 << int(ErrorCode::CsvColumnMissing);
        QTest::newRow("of a folder, for a benchmark")
            << QByteArray("path,index,mark\nKreis/074.png,7,wrong\n") << false << -1 << int(ErrorCode::LabelsOfOtherImages);
        QTest::newRow("no mark") << QByteArray("path,label\na,cat\n") << true << -1 << int(ErrorCode::CsvColumnMissing);
        QTest::newRow("another mark") << QByteArray("path,mark\na,Wrong\n") << true << -1 << int(ErrorCode::CsvLineWrong);
    }

    void filesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, byPath);
        QFETCH(int, rows);
        QFETCH(int, code);
        const auto read = parseMarks(text.toStdString(), "marks.csv", byPath);
        QCOMPARE(read.ok() ? int(read->size()) : -1, rows);
        if (!read.ok())
            QCOMPARE(int(read.error().code), code);
    }

    /// None of the marks of a file in Latin-1 was taken, and a tick said that it was done.
    void nothingImportedIsAWarning()
    {
        QUndoStack undo;
        RunLog log;
        const LogTeller tell = [&log](LogEntry entry) { log.add(std::move(entry)); };
        const auto marks = std::make_shared<LabelMarks>(file("none.csv"), true);
        writeBytes(m_dir.filePath("latin1.csv"), "path,mark\nGr\xf6\xdf"
                                                 "e/1.png,wrong\n");
        readMarksAndTell(file("latin1.csv"), *marks, undo, tell, cat);
        QVERIFY(marks->all().empty() && undo.count() == 0);
        QVERIFY(log.entries().back().severity == Severity::Warning);
        const QString said = log.entries().back().text;
        QVERIFY2(said.startsWith("0 mark(s) imported") && said.contains("Gr\\xF6\\xDFe/1.png is not UTF-8"), qPrintable(said));
        writeBytes(m_dir.filePath("others.csv"), "path,mark\nbird/1.png,wrong\n");
        readMarksAndTell(file("others.csv"), *marks, undo, tell, cat);
        QVERIFY(log.entries().back().severity == Severity::Warning && !log.entries().back().text.contains("UTF-8"));
        writeBytes(m_dir.filePath("both.csv"), "path,mark\nGr\xf6\xdf"
                                               "e/1.png,wrong\ncat/1.png,wrong\n");
        readMarksAndTell(file("both.csv"), *marks, undo, tell, cat);
        QVERIFY(log.entries().back().severity == Severity::Info && log.entries().back().text.contains("is not UTF-8"));
        QVERIFY(log.entries().front().settled); // the import is done now
    }

    void importIsOneStep()
    {
        QUndoStack undo;
        RunLog log;
        const LogTeller tell = [&log](LogEntry entry) { log.add(std::move(entry)); };
        const auto marks = std::make_shared<LabelMarks>(file("import.csv"), true);
        marks->mark(undo, "cat/1.png", LabelMark{"cat", LabelVerdict::Right});
        writeBytes(m_dir.filePath("theirs.csv"), "path,mark,note\ncat/1.png,wrong,\ncat/2.png,unsure,blurred\nbird/1.png,wrong,\n");
        readMarksAndTell(file("theirs.csv"), *marks, undo, tell, cat);
        QVERIFY(marks->verdict("cat/1.png", "cat") == LabelVerdict::Wrong);
        QVERIFY(marks->verdict("cat/2.png", "cat") == LabelVerdict::Unsure);
        QCOMPARE(marks->all().size(), std::size_t(2));
        QCOMPARE(log.entries().size(), std::size_t(1));
        QVERIFY2(log.entries()[0].text.startsWith("2 mark(s) imported") && log.entries()[0].text.contains(" 1 are of images"),
                 qPrintable(log.entries()[0].text));
        undo.undo();
        QVERIFY(marks->verdict("cat/1.png", "cat") == LabelVerdict::Right);
        QCOMPARE(marks->all().size(), std::size_t(1));
        readMarksAndTell(file("nowhere.csv"), *marks, undo, tell, cat);
        QVERIFY(log.entries().back().severity == Severity::Problem);
        QCOMPARE(marks->all().size(), std::size_t(1));
        log.problem("the disk is full");
        QVERIFY(!log.entries()[1].settled);
        readMarksAndTell(file("theirs.csv"), *marks, undo, tell, cat); // the import is done, the disk is still full
        QVERIFY(log.entries()[1].settled && !log.entries()[2].settled);
    }
};

QTEST_MAIN(tst_Marks)
#include "tst_marks.moc"
