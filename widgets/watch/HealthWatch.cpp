// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/HealthWatch.h"

#include "widgets/state/OpenStudy.h"
#include "widgets/watch/HealthText.h"

#include <QLocale>

#include <algorithm>

namespace reweigh {

void HealthWatch::over(OpenStudy& study)
{
    if (!study.findChild<HealthWatch*>(QString(), Qt::FindDirectChildrenOnly))
        new HealthWatch(study);
}

HealthWatch::HealthWatch(OpenStudy& study)
    : QObject(&study)
    , m_study(study)
{
    connect(&study, &OpenStudy::epochsChanged, this, &HealthWatch::look);
}

void HealthWatch::look(const RunKey& key)
{
    const std::vector<RunKey> here = m_study.running();
    if (key.trial < 0 || std::ranges::find(here, key) == here.end())
        return;
    const auto trained = m_study.runEpochs(key);
    if (!trained || trained->epochs.empty())
        return;
    const WeightHealth health = weightHealth(trained->epochs);
    const HealthText text = healthText(health);
    const bool bad = text.role == Role::Warning || text.role == Role::Bad;
    if (bad && m_told.emplace(key, health.symptom).second)
        m_study.log().add({.severity = Severity::Warning,
                           .text = tr("Weights of trial #%1 after epoch %2: %3. %4")
                                       .arg(QLocale().toString(qlonglong(key.trial)), QLocale().toString(trained->epochs.back().epoch), text.line,
                                            text.advice),
                           .trial = key.trial});
}

} // namespace reweigh
