// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ImageClaims.h"
#include "tests/support/ImageFiles.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// An image file claims no more than it has bytes for.
class tst_Claims : public QObject {
    Q_OBJECT

    static QByteArray image() // 12 x 10
    {
        return png(12, 10, [](int x, int y) { return QByteArray().append(char(x)).append(char(y)).append('\7'); });
    }
    static std::string claimOf(const QByteArray& bytes, int width, int height)
    {
        return overclaim({reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())}, width, height);
    }

private Q_SLOTS:
    void soundImagesClaimNothing()
    {
        QCOMPARE(claimOf(image(), 12, 10), std::string());
        const QByteArray even = png(500, 500, [](int, int) { return QByteArray(3, '\0'); }); // compressed as far as it goes
        QVERIFY(even.size() < 10'000);
        QCOMPARE(claimOf(even, 500, 500), std::string());
        QCOMPARE(claimOf(image() + "what follows is of no concern", 12, 10), std::string());
    }

    /// The decoder made room for a part before it looked for its bytes: a gigabyte for the length below.
    void partsEndWithinTheFile()
    {
        QByteArray bytes = image();
        const qsizetype content = bytes.indexOf("IDAT");
        bytes.replace(content - 4, 4, QByteArray("\x3f\xff\xff\xff", 4));
        QVERIFY(claimOf(bytes, 12, 10).find("beyond the end") != std::string::npos);
        QVERIFY(claimOf(image().left(content + 6), 12, 10).find("beyond the end") != std::string::npos);
    }

    void pixelsNeedBytes()
    {
        // 8 x 7999 x 3 bytes of pixels each need at least one byte of 1032.
        QVERIFY(claimOf(image(), 8000, 7999).find("8000x7999") != std::string::npos);
        const QByteArray jpeg =
            QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(96, '\0'); // 100 bytes: at most 800 blocks, twice of 64 pixels
        QCOMPARE(claimOf(jpeg, 1024, 100), std::string());
        QVERIFY(!claimOf(jpeg, 1024, 101).empty());
        QVERIFY(!claimOf(jpeg, 32768, 1953).empty());
    }
};

QTEST_APPLESS_MAIN(tst_Claims)
#include "tst_claims.moc"
