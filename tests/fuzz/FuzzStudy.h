// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/FuzzTarget.h"

namespace reweigh::test {

/// The bytes of a study's file with a few trials of every state, made once by the program's own storage.
const std::string& studyBytes();

/// Writes `bytes` as a study's file and removes what SQLite keeps beside one.
std::filesystem::path writeStudy(const FuzzFolder& folder, std::string_view bytes);

/// Reads all of a study as the program does. `way`, any number, decides what else varies: every second number leaves large attributes as
/// text, every fourth one also writes to the study as a resumed search does.
void useStudy(const std::filesystem::path& file, std::size_t way);

} // namespace reweigh::test
