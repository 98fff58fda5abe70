// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <QImage>

namespace reweigh {

/// The image at `place` of `set` as the classifier sees it, with pixels of its own; a null image if the set has no such image.
inline QImage sampleImage(const ImageSet& set, std::size_t place)
{
    if (place >= set.size())
        return {};
    const auto* pixels = set.pixels.data() + place * set.imageBytes();
    const auto format = set.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return QImage(pixels, set.width, set.height, set.width * set.channels, format).copy(); // the data set may be freed before the image
}

} // namespace reweigh
