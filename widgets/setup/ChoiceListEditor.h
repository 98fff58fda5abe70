// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/FieldEditor.h"

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
