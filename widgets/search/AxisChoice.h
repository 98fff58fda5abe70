// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LandscapeInfo.h"
#include "core/analysis/ParameterAxis.h"
#include "core/live/follow/StudyReader.h"
#include "widgets/panel/ViewSettings.h"

#include <QMenu>
#include <QString>

namespace reweigh {

/// A value of the axis as text: "ReLU", "32", "0.00316". On a categorical axis `value` is the category's index; empty if there is
/// no such category.
QString axisValueText(const ParameterAxis& axis, double value);

/// The values that a cell of one side of the landscape covers: "ReLU", "3", "8–17".
QString cellText(const LandscapeInfo::Side& side, int cell);

/// The first and last value of a cell; equal if the cell has one value.
std::pair<double, double> cellRange(const LandscapeInfo::Side& side, int cell);

/// The name of the study's objective: "validation accuracy", or "value" for a study that another program made.
QString objectiveText(const StudySnapshot& study);

/// What a view shows of a study with several objectives if it needs the one value of each trial.
QString severalObjectivesText();

/// A trial's value with enough digits to distinguish trials: "0.8714".
QString objectiveValueText(double value);

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
        std::string chosen;
        std::vector<std::string> preferred;

        /// The chosen axis if `axes` contains it; else the first preferred axis, else any axis, that is not `other`. If only
        /// `other` exists, returns it. Null if `axes` is empty.
        const ParameterAxis* among(const std::vector<ParameterAxis>& axes, const std::string& other = {}) const;
    };
    Wish wish() const { return {m_chosen.get().toStdString(), m_preferred}; }

    /// Fills the menu with `axes` and checks the entry of the axis named `shown`.
    void offer(const std::vector<ParameterAxis>& axes, const std::string& shown);
    void popup(const QPoint& global) { m_menu->popup(global); }
    void choose(const std::string& name);

Q_SIGNALS:
    void changed();

private:
    ViewOption<QString> m_chosen;
    std::vector<std::string> m_preferred;
    std::vector<std::string> m_offered;
    QMenu* m_menu;
};

/// The key under which the horizontal axes of all views over this quantity move together (PlotNavigator::shareX); empty for categories,
/// which are drawn otherwise.
QString sharedAxisKey(const ParameterAxis& axis);

/// "hidden layers ▾": the label of an axis that opens a menu.
QString choiceLabel(const ParameterAxis& axis);

} // namespace reweigh
