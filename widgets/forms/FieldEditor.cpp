// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/FieldEditor.h"

#include "widgets/forms/ChoiceEditor.h"
#include "widgets/forms/FieldText.h"
#include "widgets/forms/NumberEditor.h"
#include "widgets/forms/TextEditor.h"
#include "widgets/panel/WheelGuard.h"

#include <QHBoxLayout>

namespace reweigh {

FieldEditor::FieldEditor(const ConfigField& field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
{
    setObjectName(QStringLiteral("editor-") + QString::fromStdString(field.key));
}

bool FieldEditor::accepts(const nlohmann::json& value) const
{
    ExperimentConfig scratch;
    return m_field.set(scratch, value).ok();
}

void FieldEditor::prepare(QWidget& control, const QString& nameSuffix)
{
    control.setObjectName(QString::fromStdString(m_field.key) + nameSuffix);
    control.setAccessibleName(fieldLabel(m_field.key));
    control.setToolTip(fieldTip(m_field.key));
    new WheelGuard(control);
}

void FieldEditor::fill(QWidget& control)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(&control);
}

FieldEditor* makeFieldEditor(const std::string& key, QWidget* parent)
{
    const ConfigField& field = *findField(key);
    switch (field.kind) {
    case FieldKind::Choice: return new ChoiceEditor(field, parent);
    case FieldKind::Switch:
        if (!field.choices.empty()) // an on/off setting whose two states have names
            return new ChoiceEditor(field, parent);
        return new SwitchEditor(field, parent);
    case FieldKind::Integer:
    case FieldKind::Number: return new NumberEditor(field, parent);
    case FieldKind::TextList: return new ChoiceListEditor(field, parent);
    case FieldKind::IntegerList:
    case FieldKind::Text: break;
    }
    return new TextEditor(field, parent);
}

} // namespace reweigh
