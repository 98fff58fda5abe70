// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace reweigh {

/// How Optuna's tables write our values.
QString toSql(TrialState state);
std::optional<TrialState> trialStateFromSql(const QString& text);

/// 'YYYY-MM-DD HH:MM:SS.ffffff', UTC without a zone, as Optuna 5 writes it (4 wrote local time).
QString toSql(Timestamp time);
std::optional<Timestamp> timestampFromSql(const QString& text);

/// A number in two columns: value, and FINITE, INF_POS, INF_NEG or NAN (the value then is NULL).
struct SqlNumber {
    QVariant value;
    QString type;
};
SqlNumber toSql(double value);
double numberFromSql(const QVariant& value, const QString& type);

} // namespace reweigh
