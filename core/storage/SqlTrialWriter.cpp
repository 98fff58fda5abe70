// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PythonJson.h"
#include "core/storage/SqlText.h"
#include "core/storage/SqlTrials.h"

#include <QSqlError>
#include <QVariant>

namespace reweigh {
namespace {

QString text(const std::string& s)
{
    return QString::fromStdString(s);
}

Status run(SqlConnection& connection, const char* sql, std::initializer_list<QVariant> values)
{
    const auto done = connection.execute(sql, values);
    return done ? Status() : Status(done.error());
}

Status writeAttributes(SqlConnection& connection, const char* sql, qlonglong owner, const Attributes& attributes)
{
    for (const auto& [key, value] : attributes)
        if (const Status status = run(connection, sql, {owner, text(key), text(pythonJsonText(value))}); !status)
            return status;
    return {};
}

Status readAttributes(SqlConnection& connection, const char* sql, qlonglong owner, Attributes& into)
{
    const auto query = connection.execute(sql, {owner});
    if (!query)
        return query.error();
    while ((*query)->next())
        into.emplace((*query)->value(0).toString().toStdString(), attributeFromSql((*query)->value(1).toByteArray().toStdString()));
    if ((*query)->lastError().isValid())
        return connection.errorOf(**query);
    return {};
}

Status writeEnd(SqlConnection& connection, qlonglong trial, const TrialEnd& end)
{
    if (end.value) {
        const SqlNumber number = toSql(*end.value);
        if (const Status status = run(connection, "INSERT INTO trial_values (trial_id, objective, value, value_type) VALUES (?, 0, ?, ?)",
                                      {trial, number.value, number.type});
            !status)
            return status;
    }
    return run(connection, "UPDATE trials SET state = ?, datetime_complete = ? WHERE trial_id = ?",
               {toSql(end.state), toSql(end.finished.value_or(currentTime())), trial});
}

} // namespace

Result<std::int64_t> insertTrial(SqlConnection& connection, std::int64_t studyId, std::int64_t number)
{
    const auto inserted = connection.execute("INSERT INTO trials (number, study_id, state, datetime_start) VALUES (?, ?, ?, ?)",
                                             {qlonglong(number), qlonglong(studyId), toSql(TrialState::Running), toSql(currentTime())});
    if (!inserted)
        return inserted.error();
    return (*inserted)->lastInsertId().toLongLong();
}

Status writeUpdate(SqlConnection& connection, std::int64_t trialId, const TrialUpdate& update)
{
    const qlonglong trial = trialId;
    for (const Parameter& parameter : update.parameters)
        if (const Status status =
                run(connection, "INSERT INTO trial_params (trial_id, param_name, param_value, distribution_json) VALUES (?, ?, ?, ?)",
                    {trial, text(parameter.name), parameter.value, text(pythonJsonText(toJson(parameter.distribution)))});
            !status)
            return status;
    for (const auto& [step, value] : update.intermediate) {
        const SqlNumber number = toSql(value);
        if (const Status status = run(connection,
                                      "INSERT INTO trial_intermediate_values (trial_id, step, intermediate_value, "
                                      "intermediate_value_type) VALUES (?, ?, ?, ?) ON CONFLICT (trial_id, step) DO UPDATE SET "
                                      "intermediate_value = excluded.intermediate_value, "
                                      "intermediate_value_type = excluded.intermediate_value_type",
                                      {trial, step, number.value, number.type});
            !status)
            return status;
    }
    if (const Status status = writeAttributes(connection,
                                              "INSERT INTO trial_user_attributes (trial_id, \"key\", value_json) VALUES (?, ?, ?) ON "
                                              "CONFLICT (trial_id, \"key\") DO UPDATE SET value_json = excluded.value_json",
                                              trial, update.userAttributes);
        !status)
        return status;
    if (const Status status = writeAttributes(connection,
                                              "INSERT INTO trial_system_attributes (trial_id, \"key\", value_json) VALUES (?, ?, ?) ON "
                                              "CONFLICT (trial_id, \"key\") DO UPDATE SET value_json = excluded.value_json",
                                              trial, update.systemAttributes);
        !status)
        return status;
    return update.end ? writeEnd(connection, trial, *update.end) : Status();
}

Result<std::vector<StudyRow>> readStudies(SqlConnection& connection)
{
    const auto query = connection.execute("SELECT study_id, study_name FROM studies ORDER BY study_id");
    if (!query)
        return query.error();
    std::vector<StudyRow> studies;
    while ((*query)->next())
        studies.push_back({(*query)->value(0).toLongLong(), (*query)->value(1).toString().toStdString()});
    if ((*query)->lastError().isValid())
        return connection.errorOf(**query);
    return studies;
}

Result<StudyAttributes> readStudyAttributes(SqlConnection& connection, std::int64_t studyId)
{
    StudyAttributes attributes;
    if (const Status status = readAttributes(
            connection, "SELECT \"key\", CAST(value_json AS BLOB) FROM study_user_attributes WHERE study_id = ?", studyId, attributes.user);
        !status)
        return status.error();
    if (const Status status =
            readAttributes(connection, "SELECT \"key\", CAST(value_json AS BLOB) FROM study_system_attributes WHERE study_id = ?", studyId,
                           attributes.system);
        !status)
        return status.error();
    return attributes;
}

Status writeStudyAttributes(SqlConnection& connection, std::int64_t studyId, const StudyAttributes& attributes)
{
    if (const Status status = writeAttributes(connection,
                                              "INSERT INTO study_user_attributes (study_id, \"key\", value_json) VALUES (?, ?, ?) ON "
                                              "CONFLICT (study_id, \"key\") DO UPDATE SET value_json = excluded.value_json",
                                              studyId, attributes.user);
        !status)
        return status;
    return writeAttributes(connection,
                           "INSERT INTO study_system_attributes (study_id, \"key\", value_json) VALUES (?, ?, ?) ON "
                           "CONFLICT (study_id, \"key\") DO UPDATE SET value_json = excluded.value_json",
                           studyId, attributes.system);
}

} // namespace reweigh
