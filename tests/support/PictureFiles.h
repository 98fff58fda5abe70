// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/DataFiles.h"

#include <bit>
#include <cstdlib>

/// Picture files made byte by byte, of the kinds that stb_image_write does not make.
namespace reweigh::test {

inline QByteArray bigEndian(quint32 value, int bytes)
{
    QByteArray text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text.append(char(value >> shift & 0xff));
    return text;
}

inline QByteArray pngChunk(const QByteArray& type, const QByteArray& content)
{
    const QByteArray sealed = type + content;
    const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(sealed.constData()), uInt(sealed.size()));
    return bigEndian(quint32(content.size()), 4) + sealed + bigEndian(quint32(sum), 4);
}

/// A PNG of any kind. `colourType`: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA; `rows`: height rows of packed samples, without
/// filter bytes; `before`: chunks that come before the picture, such as PLTE.
inline QByteArray rawPng(int width, int height, int bitDepth, int colourType, const QByteArray& rows, const QByteArray& before = {})
{
    const qsizetype row = rows.size() / height;
    QByteArray filtered;
    for (int y = 0; y < height; ++y)
        filtered += '\0' + rows.mid(y * row, row);
    uLongf size = compressBound(uLong(filtered.size()));
    QByteArray packed(qsizetype(size), '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(filtered.constData()), uLong(filtered.size()));
    packed.truncate(qsizetype(size));
    const QByteArray header =
        bigEndian(quint32(width), 4) + bigEndian(quint32(height), 4) + char(bitDepth) + char(colourType) + QByteArray(3, '\0');
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngChunk("IHDR", header) + before + pngChunk("IDAT", packed) + pngChunk("IEND", {});
}

/// A JPEG of 16 x 16 pixels of one colour; `components`: its 1, 3 or 4 stored values, `adobe`: the colour transform that an APP14 marker
/// of Adobe's says, -1: there is no such marker. Each component is one table of quantisation 1 and the DC coefficient 8 (value - 128) alone
/// (ITU T.81).
inline QByteArray flatJpeg(const std::vector<int>& components, int adobe = -1)
{
    const auto segment = [](int marker, const QByteArray& content) {
        return QByteArray("\xff").append(char(marker)) + bigEndian(quint32(content.size() + 2), 2) + content;
    };
    const int count = int(components.size());
    QByteArray frame = char(8) + bigEndian(16, 2) + bigEndian(16, 2) + QByteArray(1, char(count)), scan(1, char(count));
    for (int c = 0; c < count; ++c) {
        frame += QByteArray(1, char(c + 1)) + char(0x11) + '\0';
        scan += QByteArray(1, char(c + 1)) + '\0';
    }
    scan += QByteArray("\x00\x3f\x00", 3);
    QByteArray dc("\x00\x00\x00\x00\x0c", 5); // twelve categories with codes of four bits each
    dc += QByteArray(12, '\0');
    for (int category = 0; category < 12; ++category)
        dc.append(char(category));
    const QByteArray ac = QByteArray("\x10\x01", 2) + QByteArray(15, '\0') + '\0'; // the end of the block, a code of one bit

    QByteArray packed;
    int filled = 0, byte = 0;
    const auto put = [&](int value, int bits) {
        for (int b = bits - 1; b >= 0; --b) {
            byte = byte << 1 | (value >> b & 1);
            if (++filled == 8) {
                packed.append(char(byte));
                if (byte == 0xff)
                    packed.append('\0');
                filled = byte = 0;
            }
        }
    };
    for (int block = 0; block < 4; ++block)
        for (int c = 0; c < count; ++c) {
            const int difference = block == 0 ? 8 * (components[std::size_t(c)] - 128) : 0;
            const int category = std::bit_width(unsigned(std::abs(difference)));
            put(category, 4);
            put(difference < 0 ? difference + (1 << category) - 1 : difference, category);
            put(0, 1);
        }
    while (filled != 0)
        put(1, 1);
    const QByteArray mark = adobe < 0 ? QByteArray() : segment(0xee, QByteArray("Adobe\0\x64\0\0\0\0", 11) + char(adobe));
    return QByteArray("\xff\xd8", 2) + mark + segment(0xdb, QByteArray(1, '\0') + QByteArray(64, '\x01')) + segment(0xc0, frame)
           + segment(0xc4, dc) + segment(0xc4, ac) + segment(0xda, scan) + packed + QByteArray("\xff\xd9", 2);
}

/// EXIF data, a TIFF structure, with the tag Orientation alone.
inline QByteArray exifData(int orientation, bool bigEndianBytes)
{
    if (bigEndianBytes)
        return QByteArray("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 18) + bigEndian(quint32(orientation), 2) + QByteArray(6, '\0');
    return QByteArray("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + char(orientation) + QByteArray(7, '\0');
}

/// The JPEG `jpeg` with EXIF data behind its first marker.
inline QByteArray withExif(QByteArray jpeg, int orientation, bool bigEndianBytes = true)
{
    const QByteArray content = QByteArray("Exif\0\0", 6) + exifData(orientation, bigEndianBytes);
    return jpeg.insert(2, QByteArray("\xff\xe1", 2) + bigEndian(quint32(content.size() + 2), 2) + content);
}

} // namespace reweigh::test
