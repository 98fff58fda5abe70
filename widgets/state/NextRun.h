// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace reweigh {

class OpenStudy;

/// What OpenStudy::run() would do now, for buttons that say it before they do it.
struct NextRun {
    enum class Kind {
        First,   ///< a new study begins
        Other,   ///< the settings differ from the stored study's: they run as another study
        Further, ///< the stored study goes on
        Done,    ///< nothing: the stored study has all its trials
    };

    Kind kind = Kind::First;
    int trials = 0;                   ///< to be trained; 0 only for Done
    std::vector<std::string> changed; ///< Other: keys of the settings that differ
    std::optional<Error> obstacle;    ///< why it cannot run: a field that refused its text, settings that do not fit, a recipe that
                                      ///< failed, meta images that nobody has checked
};

/// What a run of `study` would do with its document as it is.
NextRun nextRun(OpenStudy& study);

/// "Start the study: 20 trials", "Start a new study: noise rate changed", "Continue: 2 more trials", "All 20 trials are done".
QString nextRunText(const NextRun& next, const OpenStudy& study);

/// What going on after a pause does, for `next` of that moment: "Resume", "Resume without the changed Noise rate".
QString resumeText(const NextRun& next);

/// nextRunText() on a small button: "Start", "Start new", "Continue", "Run".
QString nextRunVerb(const NextRun& next, const OpenStudy& study);

} // namespace reweigh
