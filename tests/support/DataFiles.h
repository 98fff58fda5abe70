// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

#include <zlib.h>

#include <vector>

namespace reweigh::test {

inline void writeBytes(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QByteArray readBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Compresses `bytes` as a gzip file.
inline QByteArray gzipped(const QByteArray& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

/// An IDX file of unsigned bytes. The header has the sizes `sizes`, even where `values` holds another number of bytes.
inline QByteArray idx(const std::vector<quint32>& sizes, const QByteArray& values)
{
    QByteArray bytes("\0\0\x08", 3);
    bytes.append(char(sizes.size()));
    for (const quint32 size : sizes)
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes.append(char(size >> shift & 0xff));
    return bytes + values;
}

/// A byte pattern of length `count` in which neighbours differ; `salt` varies it.
inline QByteArray pattern(qsizetype count, int salt = 0)
{
    QByteArray bytes(count, '\0');
    for (qsizetype i = 0; i < count; ++i)
        bytes[i] = char((i * 37 + i / 256 + salt * 11) & 0xff);
    return bytes;
}

inline QByteArray cyclicLabels(int count, int classes)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(char(i % classes));
    return bytes;
}

/// Writes the four files of a tiny MNIST to `folder`: 40 training and 20 test images of 28x28; with the `suffix` ".gz" they are compressed.
inline void writeIdxSet(const QString& folder, const QString& suffix = {})
{
    const auto write = [&](const QString& name, const QByteArray& bytes) {
        writeBytes(folder + '/' + name + suffix, suffix.isEmpty() ? bytes : gzipped(bytes));
    };
    write("train-images-idx3-ubyte", idx({40, 28, 28}, pattern(40 * 784)));
    write("train-labels-idx1-ubyte", idx({40}, cyclicLabels(40, 10)));
    write("t10k-images-idx3-ubyte", idx({20, 28, 28}, pattern(20 * 784, 1)));
    write("t10k-labels-idx1-ubyte", idx({20}, cyclicLabels(20, 10)));
}

/// `count` CIFAR records: the label bytes `labels(i)` of image i, then 3072 bytes of pixels.
template <typename Labels> QByteArray cifarRecords(int count, Labels labels)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += labels(i) + pattern(3072, i);
    return bytes;
}

inline QByteArray cifar10Records(int count)
{
    return cifarRecords(count, [](int i) { return QByteArray(1, char(i % 10)); });
}

inline QByteArray cifar100Records(int count)
{
    return cifarRecords(count, [](int i) {
        const char labels[] = {char(i % 100 / 5), char(i % 100)};
        return QByteArray(labels, 2);
    });
}

inline QString sharedFolder(const QString& name)
{
    const QString root = qEnvironmentVariable("REWEIGH_SHARED", QStringLiteral(REWEIGH_SOURCE_DIR "/../shared"));
    return root + '/' + name;
}

} // namespace reweigh::test
