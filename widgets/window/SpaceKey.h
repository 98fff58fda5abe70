// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace reweigh {

/// Space pauses a run, but not where it already means something: on a button, in a list, on a slider. A shortcut would take
/// the key from them.
class SpaceKey : public QObject {
    Q_OBJECT
public:
    explicit SpaceKey(QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace reweigh
