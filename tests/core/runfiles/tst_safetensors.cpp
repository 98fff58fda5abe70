// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runfiles/SafeTensors.h"

#include "core/base/FileIo.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

using namespace reweigh;

/// The checkpoint's container: what is written is read, laid out as the format says, and damage is named.
class tst_SafeTensors : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    std::filesystem::path path() const { return m_dir.filePath("x.safetensors").toStdString(); }

    static SafeTensors sample()
    {
        const float values[] = {1.5f, -2.0f, 0.25f, 4.0f, 5.0f, 6.0f};
        const double pi = 3.141592653589793;
        SafeTensors content;
        content.tensors["weights"] = {"F32", {2, 3}, std::string(reinterpret_cast<const char*>(values), sizeof values)};
        content.tensors["scalar"] = {"F64", {1}, std::string(reinterpret_cast<const char*>(&pi), sizeof pi)};
        content.tensors["nothing"] = {"F32", {0}, {}};
        content.metadata["epoch"] = "3";
        return content;
    }

    std::string written() const { return writeSafeTensors(path(), sample()).ok() ? readFile(path()).value() : std::string(); }

private Q_SLOTS:
    void roundTrip()
    {
        QVERIFY(writeSafeTensors(path(), sample()).ok());
        const auto back = readSafeTensors(path());
        QVERIFY(back.ok());
        QCOMPARE(back->metadata, sample().metadata);
        QVERIFY(*back == sample());
    }

    void laidOutAsTheFormatSays()
    {
        const std::string bytes = written();
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), 8);
        QCOMPARE(length % 8, std::uint64_t(0));
        const QByteArray header = QByteArray::fromStdString(bytes.substr(8, length));
        const auto json = QJsonDocument::fromJson(header).object();
        const auto offsets = json["weights"].toObject()["data_offsets"].toArray();
        float second = 0;
        std::memcpy(&second, bytes.data() + 8 + length + std::size_t(offsets[0].toInt()) + sizeof(float), sizeof second);
        QCOMPARE(second, -2.0f);
        QCOMPARE(json["__metadata__"].toObject()["epoch"].toString(), QString("3"));
    }

    void everyCutIsNoticed()
    {
        const std::string bytes = written();
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY(writeFileAtomic(path(), bytes.substr(0, size)).ok());
            const auto back = readSafeTensors(path());
            QVERIFY2(!back.ok(), qPrintable(QString::number(size)));
            QCOMPARE(back.error().code, ErrorCode::FileTruncated);
        }
    }

    void damageIsNamed()
    {
        const std::string bytes = written();
        const auto codeOf = [&](const std::string& damaged) {
            if (!writeFileAtomic(path(), damaged).ok())
                return ErrorCode::Internal;
            const auto back = readSafeTensors(path());
            return back.ok() ? ErrorCode::Internal : back.error().code;
        };
        QCOMPARE(codeOf(bytes + "x"), ErrorCode::FileCorrupt);
        std::string noJson = bytes;
        noJson[8] = '!';
        QCOMPARE(codeOf(noJson), ErrorCode::FileCorrupt);
        std::string anotherFile = bytes; // its first bytes are no length: "cut short" would name a size that nobody meant
        anotherFile.replace(0, 8, "\x89PNG\r\n\x1a\n");
        QCOMPARE(codeOf(anotherFile), ErrorCode::FileCorrupt);
        QCOMPARE(codeOf(std::string(64, '\xb5')), ErrorCode::FileCorrupt);
        std::string wrongShape = bytes;
        wrongShape.replace(wrongShape.find("[2,3]"), 5, "[2,4]");
        QCOMPARE(codeOf(wrongShape), ErrorCode::FileCorrupt);
        std::string negative = bytes;
        negative.replace(negative.find("[2,3]"), 5, "[-2,3");
        QCOMPARE(codeOf(negative), ErrorCode::FileCorrupt);
    }

    /// A header may name the same bytes a thousand times, each of which would be copied.
    void tensorsThatShareBytesAreRefused()
    {
        const auto codeOf = [&](const std::string& header, std::size_t bytes) {
            const std::uint64_t length = header.size();
            std::string file(reinterpret_cast<const char*>(&length), 8);
            file += header + std::string(bytes, '\1');
            if (!writeFileAtomic(path(), file).ok())
                return ErrorCode::Internal;
            const auto back = readSafeTensors(path());
            return back.ok() ? ErrorCode::Internal : back.error().code;
        };
        const auto tensor = [](const char* name, int from, int to) {
            return QStringLiteral("\"%1\":{\"dtype\":\"U8\",\"shape\":[%2],\"data_offsets\":[%3,%4]}")
                .arg(QLatin1String(name))
                .arg(to - from)
                .arg(from)
                .arg(to)
                .toStdString();
        };
        QCOMPARE(codeOf('{' + tensor("a", 0, 4) + ',' + tensor("b", 4, 8) + '}', 8), ErrorCode::Internal); // read
        QCOMPARE(codeOf('{' + tensor("a", 0, 8) + ',' + tensor("b", 0, 8) + '}', 8), ErrorCode::FileCorrupt);
        QCOMPARE(codeOf('{' + tensor("a", 0, 4) + ',' + tensor("b", 2, 6) + '}', 6), ErrorCode::FileCorrupt);
        QCOMPARE(codeOf('{' + tensor("a", 0, 2) + ',' + tensor("b", 4, 6) + '}', 6), ErrorCode::FileCorrupt); // a hole
    }

    void missing()
    {
        const std::filesystem::path none = m_dir.filePath("none").toStdString();
        QCOMPARE(readSafeTensors(none).error().code, ErrorCode::FileMissing);
        QCOMPARE(readSafeTensorsMetadata(none).error().code, ErrorCode::FileMissing);
    }

    /// The metadata alone, which needs the header and no tensor.
    void metadata()
    {
        const std::string bytes = written();
        QCOMPARE(readSafeTensorsMetadata(path())->at("epoch"), std::string("3"));
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), sizeof length);
        QVERIFY(writeFileAtomic(path(), bytes.substr(0, 8 + length)).ok());
        QCOMPARE(readSafeTensorsMetadata(path())->at("epoch"), std::string("3"));
        for (std::size_t size = 0; size < 8 + length; ++size) {
            QVERIFY(writeFileAtomic(path(), bytes.substr(0, size)).ok());
            QCOMPARE(readSafeTensorsMetadata(path()).error().code, ErrorCode::FileTruncated);
        }
        std::string noJson = bytes;
        noJson[8] = '!';
        QVERIFY(writeFileAtomic(path(), noJson).ok());
        QCOMPARE(readSafeTensorsMetadata(path()).error().code, ErrorCode::FileCorrupt);
        std::string endless(16, '\x7f'); // a length beyond any file's
        QVERIFY(writeFileAtomic(path(), endless).ok());
        QCOMPARE(readSafeTensorsMetadata(path()).error().code, ErrorCode::FileTruncated);
    }
};

QTEST_APPLESS_MAIN(tst_SafeTensors)
#include "tst_safetensors.moc"
