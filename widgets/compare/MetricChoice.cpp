// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/MetricChoice.h"

#include "widgets/text/FigureText.h"

#include <algorithm>

namespace reweigh {

MetricChoice::MetricChoice(const QString& panel, const QString& name, const QString& tip, QWidget* parent)
    : QComboBox(parent)
    , m_key(panel + QStringLiteral("/metric"), QString::fromLatin1(comparedMetrics().front().key))
{
    for (const ComparedMetric& metric : comparedMetrics())
        addItem(variantWords(metric.title), QString::fromLatin1(metric.key));
    setCurrentIndex(std::max(0, findData(m_key.get())));
    setObjectName(panel + QStringLiteral("-metric"));
    setAccessibleName(name);
    setToolTip(tip);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        m_key.set(currentData().toString());
        Q_EMIT metricChanged();
    });
}

const ComparedMetric& MetricChoice::metric() const
{
    return comparedMetrics()[std::size_t(std::max(0, currentIndex()))];
}

} // namespace reweigh
