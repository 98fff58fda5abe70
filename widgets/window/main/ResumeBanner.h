// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QToolBar>

namespace reweigh {

class ElidedLabel;

/// The number of interrupted trials (StudySnapshot::isInterrupted()).
int cutOffTrials(const StudySnapshot& study);

/// A bar below the tool bar that offers to resume an interrupted study. It appears once per study, when the study is opened, and
/// blocks nothing.
class ResumeBanner : public QToolBar {
    Q_OBJECT
public:
    explicit ResumeBanner(Workbench& bench, QWidget* parent = nullptr);

    /// Shows or hides the bar for the study in view. Also needed after a layout was restored, because its state includes tool bars.
    void follow();

Q_SIGNALS:
    /// The user wants the interrupted study to go on.
    void resumeWanted(reweigh::OpenStudy& study);

private:
    void look(OpenStudy& study);
    void answer(bool resume);

    Workbench& m_bench;
    ElidedLabel* m_text;
    std::map<OpenStudy*, int> m_offers; ///< number of interrupted trials; 0 if there is nothing to offer
};

} // namespace reweigh
