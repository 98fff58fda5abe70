// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/CursorPanel.h"

#include "core/live/follow/StudyFollower.h"
#include "widgets/watch/TrialWeights.h"
#include "widgets/watch/WeightVerdictLabel.h"

namespace reweigh {

void CursorPanel::attach(OpenStudy& study)
{
    if (m_attached)
        disconnect(m_attached, nullptr, this, nullptr);
    m_attached = &EpochCursor::of(study);
    m_lastTrial.reset();
    connect(m_attached, &EpochCursor::changed, this, &CursorPanel::scheduleRefresh);
    connect(&study, &OpenStudy::snapshotChanged, this, [this] {
        if (m_sourceWanted)
            scheduleRefresh();
    });
}

QString CursorPanel::figureName() const
{
    const std::optional<std::int64_t> trial = cursor().trial();
    return trial ? QStringLiteral("%1-trial-%2").arg(id()).arg(*trial) : id();
}

void CursorPanel::sayVerdict(WeightVerdictLabel& label)
{
    const WeightSource source = trialWeightSource(study(), *cursor().trial());
    m_sourceWanted = source.weighting.empty();
    label.say(weightVerdict(*cursor().epoch()), source, cursor().epoch()->epoch);
}

const EpochFigures* CursorPanel::epochOrExcuse(const QString& what)
{
    const EpochCursor& at = cursor();
    const EpochFigures* epoch = at.epoch();
    if (epoch && !epoch->curve.weight.empty()) {
        m_lastTrial = at.trial();
        return epoch;
    }
    if (!at.trial()) {
        showEmpty(what, bench().action(QStringLiteral("run")));
        return nullptr;
    }
    const QString number = QLocale().toString(qlonglong(*at.trial()));
    if (m_keepsPicture && !epoch && at.unfinished() && m_lastTrial
        && showPale(tr("trial #%1, until #%2 ends its first epoch").arg(QLocale().toString(qlonglong(*m_lastTrial)), number)))
        return nullptr;
    m_lastTrial.reset();
    if (epoch)
        showEmpty(tr("Trial #%1 trains without weights: all samples count equally. Choose a trial that weighs its samples.").arg(number));
    else if (at.running())
        showEmpty(tr("Trial #%1 is in its first epoch. Its weights show when that ends.").arg(number));
    else if (study().snapshot()->trial(*at.trial()) && runFolder(*study().snapshot(), RunKey::ofTrial(*at.trial())).empty())
        showEmpty(tr("This is drawn from the folder of trial #%1's training, which is not beside this study.").arg(number));
    else if (at.unfinished())
        showEmpty(tr("Trial #%1 was interrupted in its first epoch. Its weights show when that ends.").arg(number),
                  bench().action(QStringLiteral("run")));
    else
        showEmpty(tr("The study has no stored epoch of trial #%1. Choose another trial.").arg(number));
    return nullptr;
}

} // namespace reweigh
