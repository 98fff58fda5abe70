// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"

class QMenu;
class QToolButton;

namespace reweigh {

/// Some of a setting's choices: a button that says which, and a menu of ticks that stays open while they are set.
class ChoiceListEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceListEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;

private:
    bool eventFilter(QObject* watched, QEvent* event) override;

    QToolButton* m_button;
    QMenu* m_menu;
    nlohmann::json m_value; ///< what the document holds
};

} // namespace reweigh

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
