// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>

namespace reweigh {

/// An action called `name` (its objectName) with its keys.
QAction* makeAction(QObject* parent, const QString& name, const QString& text, const QList<QKeySequence>& keys = {});

/// The desktop's keys for `standard`; `fallback` where it has none.
QList<QKeySequence> standardKeys(QKeySequence::StandardKey standard, const char* fallback);

} // namespace reweigh
