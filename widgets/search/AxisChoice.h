// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "widgets/panel/ViewSettings.h"

#include <QMenu>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// The choice of the searched quantity that an axis of a view shows: a submenu of the panel's menu, which a click on the axis label
/// opens too. The choice is kept in the settings. If a study lacks the chosen quantity, the first of `preferred` that it has is
/// used.
class AxisChoice : public QObject {
    Q_OBJECT
public:
    /// `key`: name in the settings, such as "landscape/x"; with '-' instead of '/' it is also the submenu's objectName.
    AxisChoice(const QString& key, const QString& title, std::vector<std::string> preferred, QMenu& menu, QObject* parent);

    /// A copy of the choice, with which a job off the GUI thread can find the axis.
    struct Wish {
        std::optional<std::string> chosen; ///< a parameter's name may be empty
        std::vector<std::string> preferred;

        /// The chosen axis if `axes` contains it; else the first preferred axis, else any axis, that is not `other`. If only
        /// `other` exists, returns it. Null if `axes` is empty.
        const ParameterAxis* among(const std::vector<ParameterAxis>& axes, const std::optional<std::string>& other = {}) const;
    };
    Wish wish() const;

    /// Fills the menu with `axes` and checks the entry of the axis named `shown`.
    void offer(const std::vector<ParameterAxis>& axes, const std::string& shown);
    void popup(const QPoint& global) { m_menu->popup(global); }
    void choose(const std::string& name);

Q_SIGNALS:
    void changed();

private:
    ViewOption<QStringList> m_chosen; ///< one name, or none as long as nobody has chosen
    std::vector<std::string> m_preferred;
    std::vector<std::string> m_offered;
    QMenu* m_menu;
};

/// The key under which the horizontal axes of all views over this quantity move together (PlotNavigator::shareX); empty for categories,
/// which are drawn otherwise.
QString sharedAxisKey(const ParameterAxis& axis);

} // namespace reweigh
