// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ImageFiles.h"
#include "widgets/labels/VerifyQueue.h"

#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace reweigh;
using namespace reweigh::test;

/// The order in which images are offered to be checked, what is still missing, and the list that comes of it.
class tst_VerifyQueue : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QUndoStack m_undo;

    Result<DataSource> load(const QString& folder, const std::string& clean = {}) const
    {
        DataOptions options;
        options.dataset = "folder";
        options.dataDir = m_dir.filePath(folder).toStdString();
        options.imageSize = 8;
        options.clean = clean;
        return loadDataSet(options);
    }

    VerifyQueue queue(const QString& folder, std::uint64_t seed, const std::string& clean = {}) const
    {
        return {std::make_shared<const DataSource>(*load(folder, clean)), seed};
    }

    std::shared_ptr<LabelMarks> noMarks() const
    {
        return std::make_shared<LabelMarks>(std::filesystem::path(m_dir.filePath("marks.csv").toStdString()), true);
    }

    void mark(LabelMarks& marks, const VerifyQueue& queue, std::size_t image, LabelVerdict verdict)
    {
        marks.mark(m_undo, queue.path(image), LabelMark{queue.className(image), verdict});
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeImageFolder(m_dir.filePath("one"), {"cat", "dog"}, 40);
        writeImageFolder(m_dir.filePath("two/train"), {"cat", "dog"}, 12);
        writeImageFolder(m_dir.filePath("two/test"), {"cat", "dog"}, 4, 1);
    }

    void init() { QFile::remove(m_dir.filePath("marks.csv")); }

    /// The reader takes floor(n / 5) of n checked images for tests, at least one of two: 75 - 15 = 60, 74 - 14 = 60, 73 - 14 = 59.
    void aFifthIsForTests_data()
    {
        QTest::addColumn<int>("held");
        QTest::addColumn<bool>("testsToo");
        QTest::addColumn<int>("needed");
        QTest::newRow("a folder of tests") << 60 << false << 60;
        QTest::newRow("60") << 60 << true << 74;
        QTest::newRow("4: 5 - 1") << 4 << true << 5;
        QTest::newRow("1: 2 - 1") << 1 << true << 1; // of one image none is taken for tests
        QTest::newRow("2: 3 - 1") << 2 << true << 3;
        QTest::newRow("none") << 0 << true << 0;
    }

    void aFifthIsForTests()
    {
        QFETCH(int, held);
        QFETCH(bool, testsToo);
        QFETCH(int, needed);
        QCOMPARE(checkedImagesNeeded(held, testsToo), needed);
    }

    /// Ten of one class, then ten of the next; all images once, also those that were split off for tests.
    void tenOfAClassInTurn()
    {
        const VerifyQueue queue = this->queue("one", 3);
        QCOMPARE(queue.size(), std::size_t(80));
        std::set<std::string> seen;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            QCOMPARE(queue.label(i), int(i / 10 % 2));
            QVERIFY(seen.insert(queue.path(i)).second);
        }
        QCOMPARE(this->queue("two", 3).size(), std::size_t(24)); // those of test/ are not offered
    }

    void theSeedDecidesTheOrder()
    {
        const VerifyQueue first = queue("one", 3), again = queue("one", 3), other = queue("one", 4);
        const auto paths = [](const VerifyQueue& queue) {
            std::vector<std::string> list;
            for (std::size_t i = 0; i < queue.size(); ++i)
                list.push_back(queue.path(i));
            return list;
        };
        QVERIFY(paths(first) == paths(again));
        QVERIFY(paths(first) != paths(other));
        std::vector<std::string> sorted = paths(first);
        std::ranges::sort(sorted);
        QVERIFY(sorted != paths(first));
    }

    /// A class that has enough is passed over; one that is chosen is not.
    void whatIsMissingIsOffered()
    {
        const VerifyQueue queue = this->queue("two", 1);
        const auto marks = noMarks();
        std::map<int, int> right;
        for (int i = 0; i < 7; ++i) {
            const auto next = queue.next(*marks, 3, std::nullopt);
            if (!next)
                break;
            const bool wrong = i == 0; // the first cat is none, so four cats are offered
            mark(*marks, queue, *next, wrong ? LabelVerdict::Wrong : LabelVerdict::Right);
            right[queue.label(*next)] += !wrong;
        }
        QCOMPARE(right[0], 3);
        QCOMPARE(right[1], 3);
        QVERIFY(!queue.next(*marks, 3, std::nullopt));
        const auto more = queue.next(*marks, 3, 1);
        QVERIFY(more && queue.label(*more) == 1 && !queue.isRight(*more, *marks));
        const std::vector<ClassProgress> progress = queue.progress(*marks);
        QCOMPARE(progress[0].right, 3);
        QCOMPARE(progress[0].looked, 4);
        QCOMPARE(progress[0].images, 12);
        QCOMPARE(progress[1].looked, 3);
    }

    /// The list is one that the data set takes, and it checks these images alone.
    void theListIsTakenAsChecked()
    {
        const VerifyQueue queue = this->queue("two", 1);
        const auto marks = noMarks();
        std::set<std::string> right;
        for (std::size_t i = 0; i < 6; ++i) {
            const LabelVerdict verdict = i % 3 == 0 ? LabelVerdict::Right : i % 3 == 1 ? LabelVerdict::Wrong : LabelVerdict::Unsure;
            mark(*marks, queue, i, verdict);
            if (verdict == LabelVerdict::Right)
                right.insert(queue.path(i));
        }
        QCOMPARE(right.size(), std::size_t(2));
        const QString file = m_dir.filePath("checked.csv");
        writeBytes(file, QByteArray::fromStdString(queue.checkedList(*marks)));
        const Result<DataSource> source = load("two", file.toStdString());
        QVERIFY2(source.ok(), source.ok() ? "" : source.error().hint.c_str());
        std::set<std::string> checked;
        for (const std::uint32_t image : source->checked)
            checked.insert(source->train.files[image]);
        QVERIFY(checked == right);

        // What a list has checked before stays in the next one, unless somebody says otherwise now.
        const VerifyQueue later(std::make_shared<const DataSource>(*source), 1);
        const auto others = std::make_shared<LabelMarks>(std::filesystem::path(m_dir.filePath("others.csv").toStdString()), true);
        QCOMPARE(later.checkedList(*others), queue.checkedList(*marks));
        for (std::size_t i = 0; i < later.size(); ++i)
            if (later.path(i) == *right.begin())
                mark(*others, later, i, LabelVerdict::Wrong);
        QVERIFY(later.checkedList(*others).find(*right.begin()) == std::string::npos);
        QVERIFY(later.checkedList(*others).find(*right.rbegin()) != std::string::npos);
    }

    void thePaceIsTheMedian()
    {
        MarkingPace pace;
        for (const double seconds : {1.0, 2.0, 100.0, 9.0, 3.0}) { // 100 s was a pause
            QVERIFY(!pace.seconds());
            pace.add(seconds);
        }
        QVERIFY(!pace.seconds());
        pace.add(4.0);
        QCOMPARE(pace.seconds(), std::optional(3.0)); // of 1 2 3 4 9
        pace.add(5.0);
        QCOMPARE(pace.seconds(), std::optional(3.5)); // of 1 2 3 4 5 9
        for (std::size_t i = 0; i < MarkingPace::most; ++i)
            pace.add(8.0);
        QCOMPARE(pace.seconds(), std::optional(8.0));
    }
};

QTEST_MAIN(tst_VerifyQueue)
#include "tst_verifyqueue.moc"
