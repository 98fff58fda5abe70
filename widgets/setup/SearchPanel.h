// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FormPanel.h"

class QSpinBox;

namespace reweigh {

/// Edits the search: its ranges, sampler, pruner and number of trials. The number of trials, and how many run at once, can be
/// changed while the search runs.
class SearchPanel : public FormPanel {
    Q_OBJECT
public:
    explicit SearchPanel(Workbench& bench, QWidget* parent = nullptr);

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void showAtOnce();

    QSpinBox* m_atOnce; ///< trials run at once
};

} // namespace reweigh
