// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/ChoiceEditor.h"

#include "widgets/setup/FieldText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>

namespace reweigh {

ChoiceEditor::ChoiceEditor(const ConfigField& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_box(new QComboBox(this))
{
    prepare(*m_box);
    fill(*m_box);
    const bool isSwitch = field.kind == FieldKind::Switch;
    for (const Choice& choice : field.choices) {
        m_box->addItem(fieldChoiceText(field.key, choice.name), QString::fromStdString(choice.name));
        if (*choice.help)
            m_box->setItemData(m_box->count() - 1, QCoreApplication::translate(tableContext, choice.help), Qt::ToolTipRole);
    }
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_box, &QComboBox::activated, this, [this, isSwitch] {
        const std::string chosen = m_box->currentData().toString().toStdString();
        Q_EMIT edited(isSwitch ? nlohmann::json(chosen == "true") : nlohmann::json(chosen), 0);
    });
}

void ChoiceEditor::display(const nlohmann::json& value)
{
    const std::string choice = value.is_string() ? value.get<std::string>() : value.dump();
    m_box->setCurrentIndex(m_box->findData(QString::fromStdString(choice)));
}

QWidget* ChoiceEditor::input() const
{
    return m_box;
}

SwitchEditor::SwitchEditor(const ConfigField& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_box(new QCheckBox(this))
{
    prepare(*m_box);
    fill(*m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT edited(on, 0); });
}

void SwitchEditor::display(const nlohmann::json& value)
{
    m_box->setChecked(value.get<bool>());
}

QWidget* SwitchEditor::input() const
{
    return m_box;
}

} // namespace reweigh
