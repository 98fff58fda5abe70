// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/AxisChoice.h"

#include "widgets/panel/ParameterText.h"

#include <QActionGroup>

#include <algorithm>

namespace reweigh {

AxisChoice::AxisChoice(const QString& key, const QString& title, std::vector<std::string> preferred, QMenu& menu, QObject* parent)
    : QObject(parent)
    , m_chosen(key, QStringList())
    , m_preferred(std::move(preferred))
    , m_menu(menu.addMenu(title))
{
    m_menu->setObjectName(QString(key).replace('/', '-'));
}

const ParameterAxis* AxisChoice::Wish::among(const std::vector<ParameterAxis>& axes, const std::optional<std::string>& other) const
{
    const auto named = [&](const std::string& name) {
        const auto found = std::ranges::find(axes, name, &ParameterAxis::name);
        return found == axes.end() ? nullptr : &*found;
    };
    if (const ParameterAxis* axis = chosen ? named(*chosen) : nullptr)
        return axis;
    for (const std::string& name : preferred)
        if (const ParameterAxis* axis = named(name); axis && name != other)
            return axis;
    for (const ParameterAxis& axis : axes)
        if (axis.name != other)
            return &axis;
    return axes.empty() ? nullptr : &axes.front();
}

AxisChoice::Wish AxisChoice::wish() const
{
    Wish copy{.chosen = {}, .preferred = m_preferred};
    if (!m_chosen.get().isEmpty())
        copy.chosen = m_chosen.get().front().toStdString();
    return copy;
}

void AxisChoice::offer(const std::vector<ParameterAxis>& axes, const std::string& shown)
{
    std::vector<std::string> names;
    for (const ParameterAxis& axis : axes)
        names.push_back(axis.name);
    if (names != m_offered) {
        m_offered = std::move(names);
        m_menu->clear();
        delete m_menu->findChild<QActionGroup*>();
        auto* group = new QActionGroup(m_menu);
        for (const std::string& name : m_offered) {
            QAction* action = m_menu->addAction(parameterText(name));
            action->setObjectName(QString::fromStdString(name));
            action->setCheckable(true);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, name] { choose(name); });
        }
    }
    for (QAction* action : m_menu->actions())
        action->setChecked(action->objectName().toStdString() == shown);
}

void AxisChoice::choose(const std::string& name)
{
    m_chosen.set({QString::fromStdString(name)});
    Q_EMIT changed();
}

QString sharedAxisKey(const ParameterAxis& axis)
{
    return axis.categorical ? QString() : QStringLiteral("quantity ") + QString::fromStdString(axis.name);
}

} // namespace reweigh
