// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/DataFiles.h"

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

namespace reweigh::test {

/// Makes a PNG file of width x height pixels; `colour(x, y)` returns the three bytes of a pixel.
template <typename Colour> QByteArray png(int width, int height, Colour colour)
{
    QByteArray pixels, bytes;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            pixels += colour(x, y);
    const auto append = [](void* context, void* data, int size) {
        static_cast<QByteArray*>(context)->append(static_cast<const char*>(data), size);
    };
    stbi_write_png_to_func(append, &bytes, width, height, 3, pixels.constData(), 3 * width);
    return bytes;
}

/// Writes `perClass` images of 8 x 8 pixels per class, one folder per class; `salt` varies the images.
inline void writeImageFolder(const QString& folder, const QStringList& classes, int perClass, int salt = 0)
{
    for (int c = 0; c < classes.size(); ++c)
        for (int i = 0; i < perClass; ++i)
            writeBytes(folder + QString("/%1/%2.png").arg(classes[c]).arg(i, 3, 10, QChar('0')), png(8, 8, [&](int x, int y) {
                           const char grey = char((i * 7 + x * 5 + y * 11 + salt * 13) & 0x3f);
                           return QByteArray().append(char(40 + 60 * c)).append(grey).append(char(200 - 60 * c));
                       }));
}

} // namespace reweigh::test
