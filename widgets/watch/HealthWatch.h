// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightHealth.h"
#include "core/experiment/RunKey.h"

#include <QObject>

#include <set>
#include <utility>

namespace reweigh {

class OpenStudy;

/// Says in the log, once a training and symptom, that the weights of a training that goes on here have turned bad. One for each open study.
/// Thread: GUI.
class HealthWatch : public QObject {
    Q_OBJECT
public:
    /// Begins with the first call; ends with the study.
    static void over(OpenStudy& study);

private:
    explicit HealthWatch(OpenStudy& study);
    void look(const RunKey& key);

    OpenStudy& m_study;
    std::set<std::pair<RunKey, WeightSymptom>> m_told;
};

} // namespace reweigh
