// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/MechanismVerdict.h"
#include "core/analysis/WeightVerdict.h"
#include "core/config/WeightSource.h"

#include <QLabel>

namespace reweigh {

/// A sentence that says what weights do to wrong labels, or to these and rare classes. Every view of a training's weights has one, and all
/// say the same. It takes whatever width its panel has, and further lines where one does not hold it: its end is the result. The tool tip
/// has the figures behind it, and the epoch that they are of.
class WeightVerdictLabel : public QLabel {
    Q_OBJECT
public:
    explicit WeightVerdictLabel(QWidget* parent = nullptr);

    /// `epoch`: the verdict's, from 1.
    void say(const WeightVerdict& verdict, const WeightSource& source, int epoch);
    /// Says what they do about rare classes too (mechanismText).
    void say(const MechanismVerdict& verdict, bool ownLabels, int epoch);

    /// The height that paintAtFoot() takes of a figure of this width.
    int heightAtFoot(int width) const;
    /// Draws the sentence at the foot of an exported figure and returns what is left of `target` above it.
    QRect paintAtFoot(QPainter& painter, const QRect& target) const;

private:
    void explain(const QString& details, int epoch);
    void restyle();
};

} // namespace reweigh
