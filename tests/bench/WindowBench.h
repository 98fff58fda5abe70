// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace reweigh::bench {

/// A study with our facts in every trial, as a search of that length leaves it (without artifacts).
void writeLargeStudy(const std::filesystem::path& file, int trials);

/// One case in this process: "start", "open STUDY", "frames STUDY FOLDER", "train FOLDER", "train-window FOLDER".
/// Prints its numbers, one a line.
int runProbe(int argc, char** argv);

} // namespace reweigh::bench
