// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>

/// The plan of the house, checked: every #include must be an edge of the table that CMake writes (reweigh_room), torch stays in its
/// rooms and Qt outside them, files stay short. CMake cannot do this: static libraries may form cycles.
class tst_Layering : public QObject {
    Q_OBJECT

    struct Room {
        QString kind;          ///< "plain", "torch", "qt"
        std::set<QString> may; ///< the rooms it may include; every room may include itself
    };
    std::map<QString, Room> m_rooms; ///< by folder

    /// The room of a file: core/search for core/search/tpe/TruncNormal.h. Empty if it is in none.
    QString roomOf(const QString& path) const
    {
        QString folder = path;
        while (!folder.isEmpty() && !m_rooms.contains(folder))
            folder = folder.left(std::max(qsizetype(0), folder.lastIndexOf('/')));
        return folder;
    }

    QString kindOf(const QString& room) const
    {
        const auto found = m_rooms.find(room);
        return found == m_rooms.end() ? QString() : found->second.kind;
    }

    struct Source {
        QString path, room;
        QStringList includes;
        int lines = 0;
    };

    std::vector<Source> sources() const
    {
        const QDir root(REWEIGH_SOURCE_DIR);
        static const QRegularExpression include("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
        std::vector<Source> found;
        for (const QString top : {"core", "widgets", "app"}) {
            QDirIterator it(root.filePath(top), {"*.h", "*.cpp", "*.cu"}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                Source source;
                source.path = root.relativeFilePath(file.fileName());
                source.room = roomOf(source.path);
                while (!file.atEnd()) {
                    ++source.lines;
                    const auto match = include.match(QString::fromUtf8(file.readLine()));
                    if (match.hasMatch())
                        source.includes << match.captured(1);
                }
                found.push_back(source);
            }
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile table(QStringLiteral(REWEIGH_BINARY_DIR "/rooms.txt"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        for (const QString& line : QString::fromUtf8(table.readAll()).split('\n', Qt::SkipEmptyParts)) {
            const QStringList sides = line.split(':'), name = sides[0].split(' ');
            QVERIFY2(sides.size() == 2 && name.size() == 2, qPrintable(line));
            const QStringList may = sides[1].split(' ', Qt::SkipEmptyParts);
            m_rooms[name[0]] = {name[1], {may.begin(), may.end()}};
        }
        QVERIFY(m_rooms.size() > 30);
        QCOMPARE(roomOf("core/search/tpe/TruncNormal.h"), QString("core/search"));
        QCOMPARE(kindOf("core/engine/models"), QString("torch"));
    }

    void tableIsAcyclic()
    {
        std::set<QString> done;
        for (size_t before = 1, after = 0; before != after;) {
            before = done.size();
            for (const auto& [path, room] : m_rooms)
                if (std::all_of(room.may.begin(), room.may.end(), [&](const QString& dep) { return done.contains(dep); }))
                    done.insert(path);
            after = done.size();
        }
        QCOMPARE(done.size(), m_rooms.size());
    }

    void everyIncludeIsAnEdge()
    {
        const auto all = sources();
        QVERIFY(!all.empty());
        QStringList wrong;
        for (const Source& source : all) {
            if (source.room.isEmpty()) {
                wrong << source.path + ": in no room of the table";
                continue;
            }
            for (const QString& include : source.includes) {
                if (!include.startsWith("core/") && !include.startsWith("widgets/") && !include.startsWith("app/"))
                    continue;
                const QString room = roomOf(include);
                if (room != source.room && !m_rooms.at(source.room).may.contains(room))
                    wrong << source.path + " includes " + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void torchAndQtKeepApart()
    {
        static const QRegularExpression torch("^(torch|ATen|c10|caffe2)/");
        static const QRegularExpression qt("^(Q[A-Z]|Qt)");
        static const QRegularExpression gui("^(QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QPainter|QImage|QColor|qcustomplot)");
        QStringList wrong;
        for (const Source& source : sources())
            for (const QString& include : source.includes) {
                if (torch.match(include).hasMatch() && kindOf(source.room) != "torch")
                    wrong << source.path + ": torch outside its rooms: " + include;
                if (include == "torch/torch.h" && source.path.endsWith(".h"))
                    wrong << source.path + ": torch/torch.h in a header";
                if (qt.match(include).hasMatch() && kindOf(source.room) != "qt")
                    wrong << source.path + ": Qt in a Qt-free room: " + include;
                if (gui.match(include).hasMatch() && source.room.startsWith("core/"))
                    wrong << source.path + ": a window's type in core: " + include;
            }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    /// Json.h reads integers in its own way: a file that takes the library's would be given now the one, now the other.
    void jsonIsIncludedInOneWay()
    {
        QStringList wrong;
        for (const Source& source : sources())
            if (source.includes.contains("nlohmann/json.hpp") && !source.path.endsWith("core/base/Json.h"))
                wrong << source.path + ": include core/base/Json.h in its place";
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    /// An exception that leaves a thread ends the program, with all that it trains: whoever starts one catches what it throws.
    void noExceptionLeavesAThread()
    {
        static const QRegularExpression starts(
            "std::jthread\\b|std::thread\\(|\\bQThread \\w+;|\\bQtConcurrent\\b|globalInstance\\(\\)->start\\(");
        static const QSet<QString> harmless = {
            "app/SignalWatch",           // only waits for signals
            "core/storage/SqlConnection" // each job is a std::packaged_task, which hands an exception to whoever waits for it
        };
        std::map<QString, QString> texts; // of a header and its source together
        for (const Source& source : sources()) {
            QFile file(QDir(REWEIGH_SOURCE_DIR).filePath(source.path));
            QVERIFY(file.open(QIODevice::ReadOnly));
            texts[source.path.left(source.path.lastIndexOf('.'))] += QString::fromUtf8(file.readAll());
        }
        QStringList wrong;
        int seen = 0;
        for (const auto& [name, text] : texts)
            if (starts.match(text).hasMatch() && !harmless.contains(name) && ++seen && !text.contains("catch (...)"))
                wrong << name;
        QVERIFY(seen > 8);
        QVERIFY2(wrong.isEmpty(), qPrintable("no catch (...) for what a thread throws: " + wrong.join(' ')));
    }

    /// A comment or guide that names a file of the project names one that is there.
    void namedFilesExist()
    {
        const QDir root(REWEIGH_SOURCE_DIR);
        static const QRegularExpression named("(?<![\\w/.])(?:core|widgets|app|tests|packaging)/[\\w./-]*\\w\\.(?:h|cpp|cu|cmake|md)\\b");
        QStringList wrong;
        int seen = 0;
        for (const QString top : {"core", "widgets", "app", "tests", "packaging", "."}) {
            const auto deep = top == "." ? QDirIterator::NoIteratorFlags : QDirIterator::Subdirectories;
            QDirIterator it(root.filePath(top), {"*.h", "*.cpp", "*.cu", "*.md", "*.txt"}, QDir::Files, deep);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto match = named.globalMatch(text); match.hasNext(); ++seen)
                    if (const QString path = match.next().captured(); !root.exists(path))
                        wrong << root.relativeFilePath(file.fileName()) + " names " + path;
            }
        }
        QVERIFY(seen > 1000);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void filesAreShort()
    {
        constexpr int longest = 500, median = 200;
        std::vector<int> lengths;
        QStringList wrong;
        for (const Source& source : sources()) {
            lengths.push_back(source.lines);
            if (source.lines > longest)
                wrong << QString("%1 has %2 lines, more than %3").arg(source.path).arg(source.lines).arg(longest);
        }
        std::nth_element(lengths.begin(), lengths.begin() + lengths.size() / 2, lengths.end());
        if (lengths[lengths.size() / 2] > median)
            wrong << QString("the median file has %1 lines, more than %2").arg(lengths[lengths.size() / 2]).arg(median);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
};

QTEST_APPLESS_MAIN(tst_Layering)
#include "tst_layering.moc"
