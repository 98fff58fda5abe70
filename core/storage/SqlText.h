// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace reweigh {

/// A state as text in the form of Optuna's tables; trialStateFromSql() returns none for any other text.
QString toSql(TrialState state);
std::optional<TrialState> trialStateFromSql(const QString& text);

/// A time as 'YYYY-MM-DD HH:MM:SS.ffffff', UTC without a zone, as Optuna 5 writes it. Optuna 4 and before wrote local time: of that
/// timestampFromSql() gives `shown` of fromLocalTime().
QString toSql(Timestamp time);
std::optional<Timestamp> timestampFromSql(const QString& text);

/// When this computer's clock shows the time that UTC has at `shown`; of an hour that it shows twice either.
Timestamp fromLocalTime(Timestamp shown);

/// A number as two columns: its value (NULL unless finite), and FINITE, INF_POS, INF_NEG or NAN.
struct SqlNumber {
    QVariant value;
    QString type;
};
SqlNumber toSql(double value);
double numberFromSql(const QVariant& value, const QString& type);

/// An attribute's value from its JSON text, as parsePythonJson() reads it. Text that is no JSON is kept as a string: another program's
/// attribute is nothing that this program has to understand.
nlohmann::json attributeFromSql(std::string text);

} // namespace reweigh
