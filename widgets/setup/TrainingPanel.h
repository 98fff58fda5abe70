// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FormPanel.h"

namespace reweigh {

/// How each trial is trained, and on what.
class TrainingPanel : public FormPanel {
    Q_OBJECT
public:
    explicit TrainingPanel(Workbench& bench, QWidget* parent = nullptr);
};

} // namespace reweigh
