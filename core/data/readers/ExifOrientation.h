// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace reweigh {

/// How the stored picture lies, as cameras write it into a JPEG (APP1 segment "Exif") or a PNG (chunk eXIf): the tag Orientation of the
/// first directory (Exif 2.32, 4.6.4, tag 0x0112). `file` is the content of the whole file. 1 (upright) if it says nothing, or nothing
/// valid. Shown upright, the stored picture is
///   2 mirrored left to right   3 turned by 180 degrees   4 mirrored top to bottom   5 mirrored at the diagonal from the top left
///   6 turned by 90 degrees clockwise   7 mirrored at the other diagonal   8 turned by 90 degrees anticlockwise
int exifOrientation(std::span<const std::uint8_t> file);

/// How an orientation changes the axes: the pixel of the upright picture at (x, y) is the stored one at (x, y), or at (y, x) if `swapped`,
/// where the stored column then counts from the right if `fromRight` and the stored row from the bottom if `fromBottom`.
struct StoredAxes {
    bool swapped = false, fromRight = false, fromBottom = false;
};

/// The axes of an orientation from 1 to 8.
StoredAxes storedAxes(int orientation);

} // namespace reweigh
