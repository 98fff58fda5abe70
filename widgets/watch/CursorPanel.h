// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/watch/EpochCursor.h"

namespace reweigh {

class WeightVerdictLabel;

/// Base class of panels that show the training, and usually the epoch, chosen by the study's EpochCursor.
class CursorPanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    QString figureName() const override;

protected:
    EpochCursor& cursor() const { return EpochCursor::of(study()); }
    void attach(OpenStudy& study) override;

    /// Returns the chosen epoch if it has sample weights. Otherwise returns null and shows an explanation in place of the body;
    /// `what` says what the panel will show once a trial was trained.
    const EpochFigures* epochOrExcuse(const QString& what);

    /// From now on, while the chosen trial is in its first epoch, epochOrExcuse() leaves the picture of the trial before, pale, in place of
    /// the explanation. For panels whose picture stays as it is while there is no epoch.
    void keepLastPicture() { m_keepsPicture = true; }
    /// What is shown is no trial's picture: epochOrExcuse() keeps nothing.
    void forgetPicture() { m_lastTrial.reset(); }

    /// Lets `label` say what the weights of the chosen epoch do to wrong labels. There must be such an epoch.
    void sayVerdict(WeightVerdictLabel& label);

private:
    QPointer<EpochCursor> m_attached;
    std::optional<std::int64_t> m_lastTrial; ///< whose picture is shown
    bool m_keepsPicture = false;
    bool m_sourceWanted = false; ///< the verdict waits for the study to store what feeds the trial's weights
};

} // namespace reweigh
