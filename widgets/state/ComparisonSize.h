// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Variant.h"
#include "core/live/follow/StudyReader.h"

#include <QString>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reweigh {

class OpenStudy;

/// How large a comparison is, and how long it takes by what the study's trainings took.
struct ComparisonSize {
    int trainings = 0;     ///< of all variants and seeds
    int done = 0;          ///< of them stored
    bool searches = false; ///< whether a random search of as many trials as the study has comes first
    int searchTrials = 0;  ///< how many; 0 without such a search
    std::vector<std::pair<std::string, std::vector<std::string>>>
        anew;                          ///< variants whose stored runs are not kept, and why (settingsChanged)
    std::vector<DataOptions> ownLists; ///< data of variants that leave out images by a list that is not the study's
    double secondsEach = 0;            ///< median of finished trainings of the comparison, else of complete trials; 0 if there is none

    double share() const { return trainings > 0 ? double(done) / trainings : 0.0; }
    /// Seconds until the end of what is left, where `atOnce` >= 1 trainings run at once as those did that were measured; none without one
    /// that was measured.
    std::optional<double> secondsLeft(int atOnce) const;
};

/// The size of the comparison of `variants` with `seeds` each in `study`, whose stored settings are `stored`. Errors: StudyEmpty, and
/// those of resolveVariants().
Result<ComparisonSize> comparisonSize(const StudySnapshot& study, const ExperimentConfig& stored, const std::vector<Variant>& variants,
                                      int seeds);

/// The same of the comparison that runs in `study`, or is paused there.
Result<ComparisonSize> comparisonSize(OpenStudy& study);

/// "about 40 seconds", "about 25 minutes", "about 3.5 hours".
QString aboutTime(double seconds);

} // namespace reweigh
