// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PythonJson.h"
#include "core/storage/SqlText.h"
#include "core/storage/SqlTrials.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/StudyLoop.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <unordered_map>

namespace reweigh {
namespace {

/// Reads the trials of a query: the rows of every table, assigned to their trials by id.
class TrialReader {
public:
    TrialReader(SqlConnection& connection, const TrialQuery& query, const std::filesystem::path& file)
        : m_connection(connection)
        , m_study(qlonglong(query.studyId))
        , m_after(qlonglong(query.afterId))
        , m_through(qlonglong(query.throughId))
        , m_largeAsText(query.largeAsText)
        , m_severalObjectives(query.severalObjectives)
        , m_file(file)
    {
    }

    Result<std::vector<FrozenTrial>> read()
    {
        for (const auto step :
             {&TrialReader::readRows, &TrialReader::readParameters, &TrialReader::readValues, &TrialReader::readIntermediate,
              &TrialReader::readUserAttributes, &TrialReader::readSystemAttributes, &TrialReader::moveLocalTimes})
            if (const Status status = (this->*step)(); !status)
                return status.error();
        return std::move(m_trials);
    }

private:
    Error corrupt(const std::string& detail) const { return {ErrorCode::StudyCorrupt, m_file.string(), detail, {}}; }

    /// Runs `sql` for these trials and calls `row(trial, query)` for each row; rows of unknown trials are skipped.
    template <typename Row> Status each(const char* sql, Row row)
    {
        const Result<QSqlQuery*> query = m_connection.execute(sql, {m_study, m_after, m_through});
        if (!query)
            return query.error();
        QSqlQuery& rows = **query;
        while (rows.next()) {
            const auto found = m_index.find(rows.value(0).toLongLong());
            if (found == m_index.end())
                continue;
            if (const Status status = row(m_trials[found->second], rows); !status)
                return status;
        }
        // next() returns false both at the end and on an error.
        if (rows.lastError().isValid())
            return m_connection.errorOf(rows);
        return {};
    }

    Status readRows()
    {
        const Result<QSqlQuery*> query = m_connection.execute("SELECT trial_id, number, state, datetime_start, datetime_complete FROM "
                                                              "trials WHERE study_id = ? AND trial_id > ? AND trial_id <= ? "
                                                              "ORDER BY trial_id",
                                                              {m_study, m_after, m_through});
        if (!query)
            return query.error();
        QSqlQuery& rows = **query;
        while (rows.next()) {
            FrozenTrial trial{.number = rows.value(1).toLongLong(), .trialId = rows.value(0).toLongLong()};
            const auto state = trialStateFromSql(rows.value(2).toString());
            if (!state)
                return corrupt("trial " + std::to_string(trial.number) + " has state " + rows.value(2).toString().toStdString());
            trial.state = *state;
            trial.started = timestampFromSql(rows.value(3).toString());
            trial.finished = timestampFromSql(rows.value(4).toString());
            m_index.emplace(trial.trialId, m_trials.size());
            m_trials.push_back(std::move(trial));
        }
        if (rows.lastError().isValid())
            return m_connection.errorOf(rows);
        return {};
    }

    Status readParameters()
    {
        return each("SELECT p.trial_id, p.param_name, p.param_value, p.distribution_json FROM trial_params p JOIN trials t ON "
                    "t.trial_id = p.trial_id WHERE t.study_id = ? AND t.trial_id > ? AND t.trial_id <= ? ORDER BY p.param_id",
                    [&](FrozenTrial& trial, QSqlQuery& rows) -> Status {
                        const Result<Distribution> distribution = distributionOf(rows.value(3).toString());
                        if (!distribution)
                            return corrupt("trial " + std::to_string(trial.number) + ": " + distribution.error().detail);
                        const std::string name = rows.value(1).toString().toStdString();
                        // SQLite keeps NaN as NULL.
                        const double value = rows.value(2).isNull() ? std::numeric_limits<double>::quiet_NaN() : rows.value(2).toDouble();
                        if (std::holds_alternative<CategoricalDistribution>(*distribution) && !contains(*distribution, value))
                            return corrupt("trial " + std::to_string(trial.number) + ": " + name + " is none of its choices");
                        trial.parameters.push_back({name, *distribution, value});
                        return {};
                    });
    }

    Status readValues()
    {
        return each("SELECT v.trial_id, v.value, v.value_type FROM trial_values v JOIN trials t ON t.trial_id = v.trial_id "
                    "WHERE t.study_id = ? AND t.trial_id > ? AND t.trial_id <= ? ORDER BY v.trial_id, v.objective",
                    [this](FrozenTrial& trial, QSqlQuery& rows) -> Status {
                        const double value = numberFromSql(rows.value(1), rows.value(2).toString());
                        if (m_severalObjectives)
                            trial.objectives.push_back(value);
                        else if (!trial.value && !std::isnan(value))
                            trial.value = value;
                        return {};
                    });
    }

    Status readIntermediate()
    {
        return each("SELECT i.trial_id, i.step, i.intermediate_value, i.intermediate_value_type FROM trial_intermediate_values i "
                    "JOIN trials t ON t.trial_id = i.trial_id WHERE t.study_id = ? AND t.trial_id > ? AND t.trial_id <= ? ORDER BY "
                    "i.trial_id, i.step",
                    [](FrozenTrial& trial, QSqlQuery& rows) -> Status {
                        const qlonglong step = std::clamp<qlonglong>(rows.value(1).toLongLong(), -std::numeric_limits<int>::max(),
                                                                     std::numeric_limits<int>::max());
                        trial.intermediate.emplace_back(int(step), numberFromSql(rows.value(2), rows.value(3).toString()));
                        return {};
                    });
    }

    Status readUserAttributes()
    {
        return readAttributes("SELECT a.trial_id, a.\"key\", CAST(a.value_json AS BLOB) FROM trial_user_attributes a JOIN trials t ON "
                              "t.trial_id = a.trial_id WHERE t.study_id = ? AND t.trial_id > ? AND t.trial_id <= ?",
                              &FrozenTrial::userAttributes);
    }

    Status readSystemAttributes()
    {
        return readAttributes("SELECT a.trial_id, a.\"key\", CAST(a.value_json AS BLOB) FROM trial_system_attributes a JOIN trials t ON "
                              "t.trial_id = a.trial_id WHERE t.study_id = ? AND t.trial_id > ? AND t.trial_id <= ?",
                              &FrozenTrial::systemAttributes);
    }

    /// Before version 5 Optuna wrote local times. The file names the version that made it, and no trial of Optuna's says of which it is. This
    /// program writes UTC whoever made the file, into its own studies and where it goes on with another's.
    Status moveLocalTimes()
    {
        const Result<QSqlQuery*> query = m_connection.execute("SELECT library_version FROM version_info WHERE NOT EXISTS (SELECT 1 FROM "
                                                              "study_user_attributes WHERE study_id = ? AND \"key\" = ?)",
                                                              {m_study, QString::fromLatin1(attribute::config)});
        if (!query)
            return query.error();
        QSqlQuery& rows = **query;
        const int major = rows.next() ? std::atoi(rows.value(0).toString().toLatin1().constData()) : 0;
        rows.finish();
        if (major < 1 || major > 4)
            return {};
        for (FrozenTrial& trial : m_trials)
            if (!trial.systemAttributes.contains(ownTrialKey))
                for (std::optional<Timestamp>* time : {&trial.started, &trial.finished})
                    if (*time)
                        *time = fromLocalTime(**time);
        return {};
    }

    Status readAttributes(const char* sql, Attributes FrozenTrial::*home)
    {
        return each(sql, [&](FrozenTrial& trial, QSqlQuery& rows) -> Status {
            // Read as bytes, because the driver would convert text to UTF-16.
            std::string key = rows.value(1).toString().toStdString(), text = rows.value(2).toByteArray().toStdString();
            if (m_largeAsText && isLarge(key)) {
                (trial.*home).emplace(std::move(key), std::move(text));
                return {};
            }
            (trial.*home).emplace(std::move(key), attributeFromSql(std::move(text)));
            return {};
        });
    }

    /// Parses a distribution. A study has few different ones in very many rows, so each text is parsed only once.
    Result<Distribution> distributionOf(const QString& text)
    {
        if (const auto known = m_distributions.find(text); known != m_distributions.end())
            return known->second;
        const nlohmann::json json = parsePythonJson(text.toStdString());
        if (json.is_discarded())
            return Error{ErrorCode::StudyCorrupt, {}, "distribution " + text.toStdString(), {}};
        Result<Distribution> distribution = distributionFromJson(json);
        if (distribution)
            m_distributions.emplace(text, *distribution);
        return distribution;
    }

    SqlConnection& m_connection;
    const qlonglong m_study, m_after, m_through;
    const bool m_largeAsText, m_severalObjectives;
    const std::filesystem::path& m_file;
    std::vector<FrozenTrial> m_trials;
    std::unordered_map<std::int64_t, std::size_t> m_index; ///< trial id to place in m_trials
    std::unordered_map<QString, Distribution> m_distributions;
};

} // namespace

Result<std::vector<FrozenTrial>> readTrials(SqlConnection& connection, const TrialQuery& query, const std::filesystem::path& file)
{
    return TrialReader(connection, query, file).read();
}

} // namespace reweigh
