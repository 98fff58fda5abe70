// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QtTest>

#include <filesystem>

namespace reweigh::test {

/// Runs SQL statements, separated by ';', on a study's file, without the program's storage classes.
inline void studySql(const std::filesystem::path& file, const QString& statements)
{
    const QString name = QStringLiteral("behind-the-back");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QString::fromStdString(file.string()));
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        for (const QString& statement : statements.split(';', Qt::SkipEmptyParts)) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(name);
}

/// Statements that delete all rows of a trial.
inline QString deleteTrial(int number)
{
    QString sql;
    for (const char* table :
         {"trial_params", "trial_values", "trial_intermediate_values", "trial_user_attributes", "trial_system_attributes", "trials"})
        sql += QStringLiteral("DELETE FROM %1 WHERE trial_id = (SELECT trial_id FROM trials WHERE number = %2);")
                   .arg(QLatin1String(table))
                   .arg(number);
    return sql;
}

/// Statements that write what Optuna's study.enqueue_trial(parameters) writes. `parameters`: a JSON object.
inline QString enqueueTrial(int number, const QString& parameters)
{
    return QStringLiteral("INSERT INTO trials (number, study_id, state) VALUES (%1, 1, 'WAITING');"
                          "INSERT INTO trial_system_attributes (trial_id, \"key\", value_json) VALUES ((SELECT MAX(trial_id) FROM trials), "
                          "'fixed_params', '%2')")
        .arg(number)
        .arg(parameters);
}

/// Statements that set a trial back to running, as if the program had been killed before the trial's end.
inline QString undoEnd(int number)
{
    const QString trial = QStringLiteral("(SELECT trial_id FROM trials WHERE number = %1)").arg(number);
    return QStringLiteral("DELETE FROM trial_values WHERE trial_id = %1; DELETE FROM trial_user_attributes WHERE trial_id = %1;"
                          "UPDATE trials SET state = 'RUNNING', datetime_complete = NULL WHERE trial_id = %1")
        .arg(trial);
}

} // namespace reweigh::test
