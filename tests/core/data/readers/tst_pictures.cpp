// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ExifOrientation.h"
#include "core/data/readers/ImageFile.h"
#include "core/data/readers/ImageFormat.h"
#include "tests/support/PictureFiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <span>

using namespace reweigh;
using namespace reweigh::test;

namespace {

using Colour = std::array<int, 3>;

std::span<const std::uint8_t> bytesOf(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
}

} // namespace

Q_DECLARE_METATYPE(Colour)

/// One image file of each kind that cameras, scanners and web pages give.
class tst_Pictures : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<std::vector<std::uint8_t>> read(const QByteArray& bytes, const ImageReading& reading = {.side = 16})
    {
        const QString path = m_folder.filePath("picture");
        writeBytes(path, bytes);
        std::vector<std::uint8_t> pixels(std::size_t(reading.side) * reading.side * 3);
        const Result<int> status = readImageFile(path.toStdString(), reading, pixels);
        if (!status)
            return status.error();
        return pixels;
    }

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Colour>("colour");
        const auto row = [](const char* name, const QByteArray& bytes, Colour colour) { QTest::addRow("%s", name) << bytes << colour; };
        const auto flatPng = [](int bitDepth, int type, const QByteArray& pixel, const QByteArray& before = {}) {
            return rawPng(16, 16, bitDepth, type, pixel.repeated(256), before);
        };
        row("grey of 16 bits: the upper byte", flatPng(16, 0, QByteArray("\xab\xcd", 2)), {0xab, 0xab, 0xab});
        row("RGB of 16 bits", flatPng(16, 2, QByteArray("\x12\x34\x56\x78\x9a\xbc", 6)), {0x12, 0x56, 0x9a});
        row("grey of 4 bits", rawPng(16, 16, 4, 0, QByteArray(128, '\xaa')), {0xaa, 0xaa, 0xaa});
        row("grey of 1 bit", rawPng(16, 16, 1, 0, QByteArray(32, '\xff')), {255, 255, 255});
        row("grey and alpha: transparency is dropped", flatPng(8, 4, QByteArray("\xc8\x0a", 2)), {200, 200, 200});
        row("grey and alpha of 16 bits", flatPng(16, 4, QByteArray("\xc8\x01\x00\x00", 4)), {200, 200, 200});
        row("RGBA, all transparent", flatPng(8, 6, QByteArray("\x0a\x14\x1e\x00", 4)), {10, 20, 30});
        const QByteArray palette = pngChunk("PLTE", QByteArray("\x01\x02\x03\x28\x32\x3c", 6));
        row("palette", rawPng(16, 16, 8, 3, QByteArray(256, '\x01'), palette), {40, 50, 60});
        row("palette of 2 bits with transparency",
            rawPng(16, 16, 2, 3, QByteArray(64, '\x55'), palette + pngChunk("tRNS", QByteArray(2, '\0'))), {40, 50, 60});
        row("grey JPEG", flatJpeg({90}), {90, 90, 90});
        row("YCbCr JPEG", flatJpeg({90, 128, 128}), {90, 90, 90});
        row("RGB JPEG", flatJpeg({10, 120, 230}, 0), {10, 120, 230});
        row("CMYK JPEG of Adobe's: stored inverted", flatJpeg({200, 100, 50, 255}, 0), {200, 100, 50});
        row("CMYK JPEG, half black", flatJpeg({200, 100, 50, 128}, 0), {100, 50, 25}); // 200 x 128 / 255
        row("YCCK JPEG", flatJpeg({100, 128, 128, 255}, 2), {155, 155, 155});          // 255 - 100
    }

    void kinds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Colour, colour);
        const auto pixels = read(bytes);
        QVERIFY2(pixels.ok(), pixels.ok() ? "" : pixels.error().detail.c_str());
        for (std::size_t i = 0; i < pixels->size(); ++i)
            QVERIFY2(std::abs(int((*pixels)[i]) - colour[i % 3]) <= 1,
                     qPrintable(QString("%1, expected %2").arg((*pixels)[i]).arg(colour[i % 3])));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("WebP") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << "begins as a WebP file does";
        QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0\0\0", 10) << "begins as a TIFF file does";
        QTest::newRow("HEIF") << QByteArray("\0\0\0\x18"
                                            "ftypheic\0\0\0\0",
                                            16)
                              << "begins as a HEIF file does";
        QTest::newRow("GIF") << QByteArray("GIF89a\x01\0\x01\0", 10) << "begins as a GIF file does";
        QTest::newRow("four components without a meaning") << flatJpeg({1, 2, 3, 4}) << "no Adobe marker";
    }

    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const auto pixels = read(bytes);
        QVERIFY(!pixels);
        QCOMPARE(errorName(pixels.error().code), errorName(ErrorCode::NotAnImage));
        QVERIFY2(QString::fromStdString(pixels.error().detail).contains(reason), pixels.error().detail.c_str());
    }

    /// Telephones append a film to a picture. Its bytes are no part of the JPEG, whatever they look like.
    void aFilmBehindThePicture()
    {
        const QByteArray picture = flatJpeg({10, 120, 230}, 0);
        const QByteArray table = QByteArray("\xff\xc4\x01\x43\x00", 5) + QByteArray(16, '\x13') + QByteArray(304, '\x01');
        const auto alone = read(picture), film = read(picture
                                                      + QByteArray("\0\0\0\x18"
                                                                   "ftypmp42",
                                                                   12)
                                                      + table + pattern(5000));
        QVERIFY(alone.ok() && film.ok());
        QVERIFY(*film == *alone);
        QVERIFY(read(picture + picture).ok()); // a second picture
        // A film inside the picture is one of its segments, with the end of another picture in it.
        const QByteArray inside = QByteArray("\xff\xe5\x00\x06\xff\xd9\xff\xd9", 8);
        const auto nested = read(QByteArray(picture).insert(2, inside));
        QVERIFY(nested.ok() && *nested == *alone);
        // The same bytes before the end still count.
        QVERIFY(!read(QByteArray(picture).insert(picture.size() - 2, table)).ok());
        QVERIFY(!read(picture.left(picture.size() - 2)).ok());
    }

    void picturesOfTheRightSizeStayAsTheyAre()
    {
        QByteArray rows(16 * 20 * 3, '\0');
        for (qsizetype i = 0; i < rows.size(); ++i)
            rows[i] = char(i * 89 % 251);
        const auto pixels = read(rawPng(20, 16, 8, 2, rows));
        QVERIFY(pixels.ok());
        for (std::size_t y = 0; y < 16; ++y)
            for (std::size_t i = 0; i < 48; ++i)
                QCOMPARE(int((*pixels)[y * 48 + i]), int(std::uint8_t(rows[qsizetype(y * 60 + 6 + i)])));
    }

    void orientations_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        for (int orientation = 1; orientation <= 8; ++orientation) {
            QTest::addRow("%d wide", orientation) << orientation << 9 << 6; // three columns too many: the square has no middle
            QTest::addRow("%d tall", orientation) << orientation << 6 << 9;
        }
    }

    /// Exif 2.32, 4.6.4: which side of the picture the stored rows and columns count from.
    void orientations()
    {
        QFETCH(int, orientation);
        QFETCH(int, width);
        QFETCH(int, height);
        const bool swapped = orientation >= 5;
        const int uprightWidth = swapped ? height : width, uprightHeight = swapped ? width : height, side = 6;
        std::vector<std::pair<int, int>> upright(std::size_t(width) * height); // the stored column and row of each pixel
        QByteArray rows;
        for (int row = 0; row < height; ++row)
            for (int column = 0; column < width; ++column) {
                rows.append(char(column)).append(char(row)).append('\x07');
                const int fromLeft = column, fromRight = width - 1 - column, fromTop = row, fromBottom = height - 1 - row;
                int x = 0, y = 0;
                switch (orientation) {
                case 1: x = fromLeft, y = fromTop; break;
                case 2: x = fromRight, y = fromTop; break;
                case 3: x = fromRight, y = fromBottom; break;
                case 4: x = fromLeft, y = fromBottom; break;
                case 5: x = fromTop, y = fromLeft; break;
                case 6: x = fromBottom, y = fromLeft; break;
                case 7: x = fromBottom, y = fromRight; break;
                default: x = fromTop, y = fromRight; break;
                }
                upright[std::size_t(y * uprightWidth + x)] = {column, row};
            }
        const QByteArray file = rawPng(width, height, 8, 2, rows, pngChunk("eXIf", exifData(orientation, orientation % 2 == 0)));
        const auto turned = read(file, {.side = side, .upright = true}), stored = read(file, {.side = side});
        QVERIFY(turned.ok() && stored.ok());
        const int left = (uprightWidth - side) / 2, top = (uprightHeight - side) / 2;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const auto [column, row] = upright[std::size_t((y + top) * uprightWidth + x + left)];
                const std::size_t at = std::size_t(y * side + x) * 3;
                QCOMPARE(std::pair(int((*turned)[at]), int((*turned)[at + 1])), std::pair(column, row));
                QCOMPARE(int((*stored)[at]), x + (width - side) / 2);
                QCOMPARE(int((*stored)[at + 1]), y + (height - side) / 2);
            }
    }

    void whereTheOrientationIsSaid()
    {
        const QByteArray jpeg = flatJpeg({90});
        QCOMPARE(exifOrientation(bytesOf(jpeg)), 1);
        for (int orientation = 1; orientation <= 8; ++orientation)
            for (const bool big : {false, true})
                QCOMPARE(exifOrientation(bytesOf(withExif(jpeg, orientation, big))), orientation);
        for (const int invalid : {0, 9, 200})
            QCOMPARE(exifOrientation(bytesOf(withExif(jpeg, invalid))), 1);
        const QByteArray good = withExif(jpeg, 6);
        for (qsizetype cut = 0; cut < good.size(); ++cut) { // wherever it ends, nothing is read behind it
            const QByteArray file(good.constData(), cut);
            const int orientation = exifOrientation(bytesOf(file));
            QVERIFY(orientation == 1 || orientation == 6);
        }
        QByteArray far = good;
        far.replace(QByteArray("MM\0*\0\0\0\x08", 8), QByteArray("MM\0*\xff\xff\xff\xf8", 8)); // a directory beyond the end
        QCOMPARE(exifOrientation(bytesOf(far)), 1);
    }

    void names()
    {
        for (const char* name : {"a.png", "b.JPG", "c.d.Jpeg", "e.webp", "f.TIFF"})
            QVERIFY2(hasImageName(name), name);
        for (const char* name : {"png", ".png", "a.txt", "Thumbs.db", "a.png.txt", ""})
            QVERIFY2(!hasImageName(name), name);
    }
};

QTEST_APPLESS_MAIN(tst_Pictures)
#include "tst_pictures.moc"
