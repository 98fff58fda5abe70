// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

namespace reweigh {

/// The label of a vertical axis, fitted to the height of the plot at each replot: elided, on paper broken into two lines before.
class FittedLabel : public QObject {
public:
    FittedLabel(Plot& plot, QCPAxis& axis);

    void set(const QString& text);

private:
    void fit();

    QCPAxis& m_axis;
    QString m_text;
};

} // namespace reweigh
