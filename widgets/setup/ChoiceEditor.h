// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/FieldEditor.h"

class QCheckBox;
class QComboBox;

namespace reweigh {

/// One of a setting's choices; a switch whose two states have names of their own is one too.
class ChoiceEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;

private:
    QComboBox* m_box;
};

/// On or off.
class SwitchEditor : public FieldEditor {
    Q_OBJECT
public:
    SwitchEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;

private:
    QCheckBox* m_box;
};

} // namespace reweigh
