// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

namespace reweigh {

/// The label of a vertical axis, fitted to its plot at each replot: in two lines where one is too long, and elided if those are.
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
