// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/EpochCursor.h"

#include "widgets/state/OpenStudy.h"

#include <algorithm>
#include <tuple>

namespace reweigh {
namespace {

std::optional<std::int64_t> runningTrial(const OpenStudy& study, const StudySnapshot& snapshot)
{
    for (const RunKey& key : study.running())
        if (key.trial >= 0)
            return key.trial;
    if (snapshot.beingWritten)
        for (const auto& trial : snapshot.trials)
            if (trial->state == TrialState::Running)
                return trial->number;
    return std::nullopt;
}

bool isRunning(const OpenStudy& study, std::int64_t number)
{
    const std::vector<RunKey> here = study.running();
    if (std::ranges::find(here, RunKey::ofTrial(number)) != here.end())
        return true;
    const auto snapshot = study.snapshot();
    const StudyTrial* trial = snapshot->trial(number);
    return trial && trial->state == TrialState::Running && snapshot->beingWritten;
}

/// Whether the trial's training has not ended, whether or not somebody goes on with it now.
bool isUnfinished(const OpenStudy& study, std::int64_t number)
{
    const auto snapshot = study.snapshot();
    const StudyTrial* trial = snapshot->trial(number);
    return (trial && trial->state == TrialState::Running) || isRunning(study, number);
}

std::optional<std::int64_t> trialToShow(OpenStudy& study)
{
    if (const auto selected = study.selection().current())
        return selected;
    const auto snapshot = study.snapshot();
    if (const auto running = runningTrial(study, *snapshot))
        return running;
    const StudyTrial* best = snapshot->best();
    return best ? std::optional(best->number) : std::nullopt;
}

} // namespace

EpochCursor& EpochCursor::of(OpenStudy& study)
{
    auto* cursor = study.findChild<EpochCursor*>(QString(), Qt::FindDirectChildrenOnly);
    return cursor ? *cursor : *new EpochCursor(study);
}

EpochCursor::EpochCursor(OpenStudy& study)
    : QObject(&study)
    , m_study(study)
{
    connect(&study, &OpenStudy::selectionChanged, this, &EpochCursor::look);
    connect(&study, &OpenStudy::snapshotChanged, this, &EpochCursor::look);
    connect(&study, &OpenStudy::trainingsChanged, this, &EpochCursor::look);
    connect(&study, &OpenStudy::epochsChanged, this, [this](const RunKey& key) {
        if (!m_trial || key == RunKey::ofTrial(*m_trial))
            look();
    });
    look();
}

const EpochFigures* EpochCursor::epoch() const
{
    return m_position < 0 ? nullptr : &m_trained->epochs[std::size_t(m_position)];
}

int EpochCursor::epochsPlanned() const
{
    if (!m_trained || m_trained->epochs.empty())
        return 0;
    const int reached = m_trained->epochs.back().epoch;
    // Of a training that this process has not begun since the study was opened only the study says it, also while it is paused.
    const int planned = m_trained->started ? m_trained->started->epochs : m_unfinished ? m_study.snapshot()->plannedEpochs() : reached;
    return std::max(reached, planned);
}

void EpochCursor::setEpoch(int number)
{
    const int wanted = m_trained && !m_trained->epochs.empty() && number >= m_trained->epochs.back().epoch ? 0 : std::max(1, number);
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    place();
    Q_EMIT changed();
}

void EpochCursor::step(int steps)
{
    if (m_position < 0)
        return;
    const int last = int(m_trained->epochs.size()) - 1;
    setEpoch(m_trained->epochs[std::size_t(std::clamp(m_position + steps, 0, last))].epoch);
}

void EpochCursor::look()
{
    const auto before = std::tuple(m_trial, m_trained, m_position, m_running, m_unfinished);
    m_trial = trialToShow(m_study);
    m_trained = m_trial ? m_study.runEpochs(RunKey::ofTrial(*m_trial)) : nullptr;
    m_running = m_trial && isRunning(m_study, *m_trial);
    m_unfinished = m_trial && isUnfinished(m_study, *m_trial);
    place();
    if (std::tuple(m_trial, m_trained, m_position, m_running, m_unfinished) != before)
        Q_EMIT changed();
}

void EpochCursor::place()
{
    m_position = -1;
    if (!m_trained || m_trained->epochs.empty())
        return;
    const auto& epochs = m_trained->epochs;
    const auto after = m_wanted == 0 ? epochs.end() : std::ranges::upper_bound(epochs, m_wanted, {}, &EpochFigures::epoch);
    m_position = std::max(0, int(after - epochs.begin()) - 1);
}

} // namespace reweigh
