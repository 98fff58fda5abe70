// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace reweigh {

/// How many bytes imageFormat() looks at.
inline constexpr std::size_t formatHeadBytes = 16;

/// The format of images whose signature the file content `head` begins with: "PNG", "JPEG", and of those that are not read "GIF", "WebP",
/// "TIFF", "HEIF", "AVIF", "JPEG 2000", "JPEG XL", "BMP"; empty if it begins with none of them.
std::string imageFormat(std::string_view head);

/// Whether a file of this name should be an image, by its extension: those of PNG and JPEG, and those of the formats that other programs
/// read as images too, so that no image is left out unnoticed.
bool hasImageName(std::string_view fileName);

} // namespace reweigh
