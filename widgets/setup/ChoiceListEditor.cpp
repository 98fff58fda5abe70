// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/ChoiceListEditor.h"

#include "widgets/setup/FieldText.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
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
            Q_EMIT edited(chosen, 0);
            if (chosen.empty())
                display(m_value); // refused: a tick is no text that could be kept
        });
    }
}

void ChoiceListEditor::display(const nlohmann::json& value)
{
    m_value = value;
    QStringList chosen;
    for (QAction* action : m_menu->actions()) {
        const std::string choice = action->data().toString().toStdString();
        action->setChecked(std::find(value.begin(), value.end(), nlohmann::json(choice)) != value.end());
        if (action->isChecked())
            chosen << action->text();
    }
    m_button->setText(chosen.size() <= 2 ? chosen.join(QStringLiteral(", "))
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
        return FieldEditor::eventFilter(watched, event);
    const bool space = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    QAction* const under = m_menu->activeAction();
    if (!under || !(space || event->type() == QEvent::MouseButtonRelease))
        return false;
    under->trigger();
    return true;
}

} // namespace reweigh
