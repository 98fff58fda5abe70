// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"
#include "core/study/StudyStorage.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace reweigh {

/// What a finished or running study says of itself, read without disturbing its writer.
struct StudyView {
    std::filesystem::path file;
    std::string name;
    Direction direction = Direction::Maximize;
    std::vector<FrozenTrial> trials;
    StudyAttributes attributes;
    std::vector<ArmResult> arms; ///< empty until a comparison is done
};

/// Opens read-only. Errors: those of SqlStorage, StudyCorrupt.
Result<StudyView> readStudy(const std::string& given, const std::string& studyName = {});

/// The trials' table, then the arms' if there are any.
std::string reportText(const StudyView& study);

} // namespace reweigh
