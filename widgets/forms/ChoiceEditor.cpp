// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/ChoiceEditor.h"

#include "widgets/forms/FieldText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace reweigh {

ChoiceListEditor::ChoiceListEditor(const ConfigField& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_button(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    prepare(*m_button);
    fill(*m_button);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setMenu(m_menu);
    m_menu->installEventFilter(this);
    for (const std::string& choice : namesOf(field.choices)) {
        QAction* action = m_menu->addAction(fieldChoiceText(field.key, choice));
        action->setCheckable(true);
        action->setData(QString::fromStdString(choice));
        connect(action, &QAction::triggered, this, [this] {
            nlohmann::json chosen = nlohmann::json::array();
            for (const QAction* entry : m_menu->actions())
                if (entry->isChecked())
                    chosen.push_back(entry->data().toString().toStdString());
            nameChosen();
            Q_EMIT edited(chosen, 0);
        });
    }
}

void ChoiceListEditor::display(const nlohmann::json& value)
{
    for (QAction* action : m_menu->actions()) {
        const std::string choice = action->data().toString().toStdString();
        action->setChecked(std::find(value.begin(), value.end(), nlohmann::json(choice)) != value.end());
    }
    nameChosen();
}

/// Writes the choices on the button.
void ChoiceListEditor::nameChosen()
{
    QStringList chosen;
    for (const QAction* action : m_menu->actions())
        if (action->isChecked())
            chosen << action->text();
    m_button->setText(chosen.isEmpty()     ? tr("none")
                      : chosen.size() <= 2 ? chosen.join(QStringLiteral(", "))
                                           : tr("any of %1").arg(QLocale().toString(int(chosen.size()))));
    m_button->setAccessibleDescription(chosen.join(QStringLiteral(", ")));
}

QWidget* ChoiceListEditor::input() const
{
    return m_button;
}

bool ChoiceListEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_menu)
        return false;
    const bool space = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    QAction* const under = m_menu->activeAction();
    if (!under || !(space || event->type() == QEvent::MouseButtonRelease))
        return false;
    under->trigger();
    return true;
}

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
