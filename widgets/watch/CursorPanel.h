// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/watch/EpochCursor.h"

namespace reweigh {

/// A panel that shows the training, and mostly the epoch, of the study's EpochCursor.
class CursorPanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

protected:
    EpochCursor& cursor() const { return EpochCursor::of(study()); }
    void attach(OpenStudy& study) override;

    /// The chosen epoch if it has weights; else null, after saying in the body's stead what is missing. `what` will be here
    /// once a trial was trained.
    const EpochFigures* epochOrExcuse(const QString& what);

private:
    QPointer<EpochCursor> m_attached;
};

} // namespace reweigh
