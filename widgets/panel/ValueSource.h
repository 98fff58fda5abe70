// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

namespace reweigh {

/// A widget that says in words what it draws at a point, for tool tips and to be copied.
class ValueSource {
public:
    virtual ~ValueSource() = default;

    /// What is drawn at `place` of the widget; empty if nothing is.
    virtual QString saysAt(const QPointF& place) const = 0;
};

} // namespace reweigh
