// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/StudyStorage.h"

#include <cstdint>

namespace reweigh {

/// A study in a file, which others may write while it is read.
class FileStudy : public StudyStorage {
public:
    /// The number of the study's trials of any state whose id is at most `throughId`.
    virtual Result<std::int64_t> trialCount(std::int64_t throughId = lastTrialId) const = 0;

    /// A number that changes when somebody else has written to the file.
    virtual Result<std::int64_t> version() const = 0;

    /// Whether what is read is what the file held at the opening, because nobody can have been writing it then. It has to be opened again
    /// once it has changed.
    virtual bool isStill() const { return false; }
};

} // namespace reweigh
