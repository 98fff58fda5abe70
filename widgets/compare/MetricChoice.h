// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "widgets/panel/ViewSettings.h"

#include <QComboBox>

namespace reweigh {

/// Chooses one of comparedMetrics(), at first the last one that was chosen here, in this start of the program or an earlier one.
class MetricChoice : public QComboBox {
    Q_OBJECT
public:
    /// `panel`: key of the panel that it belongs to; `name`, `tip`: what it is called to a screen reader, and its tool tip.
    MetricChoice(const QString& panel, const QString& name, const QString& tip, QWidget* parent = nullptr);

    const ComparedMetric& metric() const;

Q_SIGNALS:
    void metricChanged();

private:
    ViewOption<QString> m_key;
};

} // namespace reweigh
