// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/VariantResult.h"
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
    std::vector<VariantResult> variants; ///< empty until a comparison is done
};

/// Opens read-only. Errors: those of SqlStorage, StudyCorrupt.
Result<StudyView> readStudy(const std::string& given, const std::string& studyName = {});

/// The trials' table, then the compared variants' if there are any.
std::string reportText(const StudyView& study);

} // namespace reweigh
