// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"

namespace reweigh {

/// A new study into which nothing was typed yet: it may make room for another.
inline bool isPristine(OpenStudy& study)
{
    return study.isNew() && !study.document().undoStack().canUndo() && study.config() == ExperimentConfig();
}

} // namespace reweigh
