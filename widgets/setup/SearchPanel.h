// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FormPanel.h"

class QSpinBox;

namespace reweigh {

/// What is searched, how, and how far. The number of trials, and how many run at once, may be changed while it runs.
class SearchPanel : public FormPanel {
    Q_OBJECT
public:
    explicit SearchPanel(Workbench& bench, QWidget* parent = nullptr);

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    QSpinBox* m_atOnce; ///< no part of the configuration: it decides no result
};

} // namespace reweigh
