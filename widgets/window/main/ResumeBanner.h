// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QToolBar>

class QLabel;

namespace reweigh {

/// Trials of the snapshot that say `running` although nobody writes the study: their process was killed.
int cutOffTrials(const StudySnapshot& study);

/// A line under the tool bar that offers to go on with a study that was cut off. Asked once for each study, when it is
/// opened; never in the way.
class ResumeBanner : public QToolBar {
    Q_OBJECT
public:
    explicit ResumeBanner(Workbench& bench, QWidget* parent = nullptr);

    /// Shown or hidden as it should be: after a layout was restored, which knows old states of tool bars.
    void follow();

private:
    void look(OpenStudy& study);
    void answer(bool resume);

    Workbench& m_bench;
    QLabel* m_text;
    std::map<OpenStudy*, int> m_offers; ///< trials cut off; 0: looked at, nothing to offer
};

} // namespace reweigh
