// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>

/// The house's plan, checked: every #include must be an edge of the table, torch stays in its rooms and
/// Qt outside them, files stay short. CMake cannot do this: static libraries may form cycles.
class tst_Layering : public QObject {
    Q_OBJECT

    using Rooms = std::map<QString, std::set<QString>>;

    static std::set<QString> with(std::set<QString> rooms, const std::set<QString>& more)
    {
        rooms.insert(more.begin(), more.end());
        return rooms;
    }

    /// The torch-free words that every part of the window shares.
    static std::set<QString> vocabulary()
    {
        return {"core/base", "core/config", "core/progress", "core/data", "core/search", "core/study"};
    }

    /// What a room of views may include: never another's.
    static std::set<QString> viewRooms()
    {
        return with(vocabulary(), {"core/storage", "core/runfiles", "core/engine", "core/experiment", "core/live", "core/analysis",
                                   "widgets/text", "widgets/theme", "widgets/state", "widgets/panel", "widgets/plots"});
    }

    /// Room to the rooms it may include; every room may include itself.
    static const Rooms& table()
    {
        static const Rooms rooms = {
            {"core/base", {}},
            {"core/config", {"core/base", "core/search", "core/study"}},
            {"core/progress", {"core/base"}},
            {"core/data", {"core/base", "core/config"}},
            {"core/fetch", {"core/base", "core/config"}},
            {"core/runfiles", {"core/base", "core/config", "core/progress", "core/data"}},
            {"core/search", {"core/base"}},
            {"core/study", {"core/base", "core/search", "core/progress"}},
            {"core/storage", {"core/base", "core/config", "core/search", "core/study"}},
            {"core/analysis", {"core/base", "core/progress", "core/search", "core/study"}},
            {"core/engine", {"core/base", "core/config", "core/progress", "core/data"}},
            {"core/experiment", {"core/base", "core/config", "core/progress", "core/data", "core/search", "core/study",
                                 "core/storage", "core/runfiles", "core/analysis", "core/engine"}},
            {"core/live", {"core/base", "core/config", "core/progress", "core/data", "core/runfiles", "core/search", "core/study",
                           "core/storage", "core/analysis", "core/engine", "core/experiment"}},
            {"core/simd", {}},
            {"core/kernels", {"core/base", "core/simd", "core/data"}},
            {"core/models", {"core/base", "core/config", "core/kernels"}},
            {"core/methods", {"core/base", "core/config", "core/simd", "core/kernels", "core/models"}},
            {"core/reweighting", {"core/base", "core/config", "core/kernels", "core/models", "core/methods"}},
            {"core/training", {"core/base", "core/config", "core/progress", "core/data", "core/runfiles", "core/kernels",
                               "core/models", "core/methods", "core/reweighting", "core/engine"}},
            {"widgets/text", {"core/base", "core/data"}},
            {"widgets/theme", {}},
            {"widgets/state", with(vocabulary(), {"core/runfiles", "core/storage", "core/engine", "core/experiment", "core/live", "widgets/text"})},
            {"widgets/panel", with(vocabulary(), {"widgets/theme", "widgets/state", "widgets/text"})},
            {"widgets/plots", {"core/base", "widgets/theme", "widgets/panel"}},
            {"widgets/setup", viewRooms()},
            {"widgets/watch", viewRooms()},
            {"widgets/trials", viewRooms()},
            {"widgets/landscape", viewRooms()},
            {"widgets/compare", viewRooms()},
            {"widgets/window", with(viewRooms(), {"widgets/setup", "widgets/watch", "widgets/trials", "widgets/landscape", "widgets/compare"})},
            {"app", {"core/base", "core/config", "core/progress", "core/data", "core/fetch", "core/runfiles", "core/search",
                     "core/study", "core/storage", "core/analysis", "core/engine", "core/experiment", "core/live", "widgets/text", "widgets/theme", "widgets/state", "widgets/panel",
                     "widgets/window"}},
        };
        return rooms;
    }

    static bool torchRoom(const QString& room)
    {
        static const std::set<QString> rooms = {"core/kernels", "core/models", "core/methods", "core/reweighting", "core/training"};
        return rooms.contains(room);
    }

    static bool qtRoom(const QString& room)
    {
        static const std::set<QString> rooms = {"core/storage", "core/fetch", "core/live", "app"};
        return rooms.contains(room) || room.startsWith("widgets/");
    }

    /// "core/search" for core/search/tpe/TruncNormal.h; "app" for anything below app.
    static QString roomOf(const QString& path)
    {
        const QStringList parts = path.split('/');
        return parts.first() == "app" || parts.size() < 3 ? parts.first() : parts[0] + '/' + parts[1];
    }

    struct Source {
        QString path, room;
        QStringList includes;
        int lines = 0;
    };

    static std::vector<Source> sources()
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
    void tableIsAcyclic()
    {
        std::set<QString> done;
        for (size_t before = 1, after = 0; before != after;) {
            before = done.size();
            for (const auto& [room, deps] : table())
                if (std::all_of(deps.begin(), deps.end(), [&](const QString& dep) { return done.contains(dep); }))
                    done.insert(room);
            after = done.size();
        }
        QCOMPARE(done.size(), table().size());
    }

    void everyIncludeIsAnEdge()
    {
        const auto all = sources();
        QVERIFY(!all.empty());
        QStringList wrong;
        for (const Source& source : all) {
            const auto entry = table().find(source.room);
            if (entry == table().end()) {
                wrong << source.path + ": room " + source.room + " is not in the table";
                continue;
            }
            for (const QString& include : source.includes) {
                if (!include.startsWith("core/") && !include.startsWith("widgets/") && !include.startsWith("app/"))
                    continue;
                const QString room = roomOf(include);
                if (room != source.room && !entry->second.contains(room))
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
                if (torch.match(include).hasMatch() && !torchRoom(source.room))
                    wrong << source.path + ": torch outside its rooms: " + include;
                if (include == "torch/torch.h" && source.path.endsWith(".h"))
                    wrong << source.path + ": torch/torch.h in a header";
                if (qt.match(include).hasMatch() && !qtRoom(source.room))
                    wrong << source.path + ": Qt in a Qt-free room: " + include;
                if (gui.match(include).hasMatch() && source.room.startsWith("core/"))
                    wrong << source.path + ": a window's type in core: " + include;
            }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void filesAreShort()
    {
        std::map<QString, std::vector<int>> lengths;
        QStringList wrong;
        for (const Source& source : sources()) {
            lengths[source.room].push_back(source.lines);
            if (source.lines > 300)
                wrong << QString("%1 has %2 lines, more than 300").arg(source.path).arg(source.lines);
        }
        for (auto& [room, values] : lengths) {
            std::sort(values.begin(), values.end());
            if (values[values.size() / 2] > 200)
                wrong << QString("%1: median file length %2 is over 200").arg(room).arg(values[values.size() / 2]);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
};

QTEST_APPLESS_MAIN(tst_Layering)
#include "tst_layering.moc"
