// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HostDevice.h"

namespace reweigh {

/// Pixels by which an image is padded at each edge, by reflection, before it is cropped back to its size.
constexpr int cropPadding = 4;

/// Where in the padded image the crop begins (0 .. 2 cropPadding), and whether it is mirrored. The default leaves an image as it is.
struct CropPlacement {
    int dy = cropPadding;
    int dx = cropPadding;
    bool mirrored = false;
};

/// Maps an index outside [0, n) into it by reflection that does not repeat the edge: -1 gives 1, n gives n - 2. -n < i < 2n - 1.
REWEIGH_HOST_DEVICE inline int reflected(int i, int n)
{
    return i < 0 ? -i : i >= n ? 2 * (n - 1) - i : i;
}

/// Row of the image that row y of the crop shows.
REWEIGH_HOST_DEVICE inline int sourceRow(const CropPlacement& at, int y, int height)
{
    return reflected(y + at.dy - cropPadding, height);
}

/// Column of the image that column x of the crop shows.
REWEIGH_HOST_DEVICE inline int sourceColumn(const CropPlacement& at, int x, int width)
{
    return reflected((at.mirrored ? width - 1 - x : x) + at.dx - cropPadding, width);
}

} // namespace reweigh
