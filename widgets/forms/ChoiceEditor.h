// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"

class QCheckBox;
class QComboBox;
class QMenu;
class QToolButton;

namespace reweigh {

/// Edits a setting that takes several of its choices: a button shows which are chosen, and its menu of check boxes stays open while
/// the user changes them.
class ChoiceListEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceListEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void nameChosen();

    QToolButton* m_button;
    QMenu* m_menu;
};

/// Edits a setting that takes one of its choices, in a combo box. Also used for an on/off setting whose two states have names.
class ChoiceEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;

private:
    QComboBox* m_box;
};

/// Edits an on/off setting in a check box.
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
