// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"
#include "core/experiment/Comparison.h"

#include <QString>

#include <vector>

namespace reweigh {

/// "TPE-searched", "fixed 1-100-1, loss": an arm in the reader's words.
QString armLabel(ArmKind kind);
/// "searched", "fixed 1-100-1": the same where there is little room.
QString armShortLabel(ArmKind kind);

/// What arms can be compared by.
struct ArmMetric {
    std::string key; ///< of ArmRun::metrics
    QString name;
};
/// The first is what the claims are judged by. In the language of now.
std::vector<ArmMetric> armMetrics();

/// "0.8622 ± 0.0061 (6)"; with one value it says that there is no interval.
QString meanText(const MeanInterval& interval);
/// Hundredths of an accuracy, signed: "+1.36".
QString pointsText(double difference);
/// "+1.36 [0.71, 2.01]" in points; with one value the mean alone.
QString pointsInterval(const MeanInterval& interval);
/// "p 0.004", "p < 0.001".
QString pText(double p);

} // namespace reweigh
