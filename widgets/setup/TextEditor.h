// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/FieldEditor.h"

class QLineEdit;

namespace reweigh {

/// Free text: a name, a folder (with a button to choose it), or whole numbers with commas between.
class TextEditor : public FieldEditor {
    Q_OBJECT
public:
    TextEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;

private:
    nlohmann::json valueOf(const QString& text) const;
    void chooseFolder();

    QLineEdit* m_line;
};

} // namespace reweigh
