// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LandscapeInfo.h"
#include "core/analysis/ParameterAxis.h"
#include "core/live/follow/StudyReader.h"
#include "widgets/panel/ViewSettings.h"

#include <QMenu>
#include <QString>

namespace reweigh {

/// A value of the axis as a reader names it: "ReLU", "32", "0.00316".
QString axisValueText(const ParameterAxis& axis, double value);

/// What a cell of a side covers: "ReLU", "3", "8–17".
QString cellText(const LandscapeInfo::Side& side, int cell);

/// The first and last value of a cell; the same where it holds one.
std::pair<double, double> cellRange(const LandscapeInfo::Side& side, int cell);

/// What the study's trials are measured by: "validation accuracy", or "value" for a study we know nothing of.
QString objectiveText(const StudySnapshot& study);

/// A trial's value, with the digits that tell trials apart: "0.8714".
QString objectiveValueText(double value);


/// Which searched quantity a view looks along: a submenu of its panel's menu, which the axis' label opens too. What was
/// chosen is remembered, and holds wherever a study has it; elsewhere the first of `preferred` that the study has.
class AxisChoice : public QObject {
    Q_OBJECT
public:
    /// `key`: "landscape/x"; also the submenu's objectName, with its '/' as '-'.
    AxisChoice(const QString& key, const QString& title, std::vector<std::string> preferred, QMenu& menu, QObject* parent);

    /// What a job off the GUI thread needs to resolve the choice there.
    struct Wish {
        std::string chosen;
        std::vector<std::string> preferred;

        /// The axis meant among `axes`; else one that is not `other`, if there are two. Null when `axes` is empty.
        const ParameterAxis* among(const std::vector<ParameterAxis>& axes, const std::string& other = {}) const;
    };
    Wish wish() const { return {m_chosen.get().toStdString(), m_preferred}; }

    /// Fills the menu; `shown` has the mark.
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

/// "hidden layers ▾": a label that opens its choice.
QString choiceLabel(const ParameterAxis& axis);

} // namespace reweigh
