// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FormPanel.h"

namespace reweigh {

/// Edits how each trial is trained, and on which device.
class TrainingPanel : public FormPanel {
    Q_OBJECT
public:
    explicit TrainingPanel(Workbench& bench, QWidget* parent = nullptr);

protected:
    void refresh() override;
};

} // namespace reweigh
