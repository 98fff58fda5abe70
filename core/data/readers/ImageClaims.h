// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace reweigh {

/// What the PNG or JPEG `bytes`, whose header says width x height pixels, claims without having the bytes for it; empty if nothing. The
/// decoder allocates what a file claims before it reads on, so that a file of a hundred bytes could fill the memory. Two things are
/// checked: that every part of a PNG ends within the file, and that the pixels can come of so few bytes. Deflate compresses by at
/// most 1032 to 1, and a JPEG's block of 8 x 8 pixels takes at least a bit.
std::string overclaim(std::span<const std::uint8_t> bytes, int width, int height);

} // namespace reweigh
