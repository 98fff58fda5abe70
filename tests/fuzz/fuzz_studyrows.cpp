// SPDX-License-Identifier: GPL-3.0-or-later
// Studies with rows that Optuna would not write. The first byte says how the study is used; each change after it is a column, a row, and a value of any of SQLite's types.
#include "tests/fuzz/FuzzStudy.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <array>
#include <cstring>

using namespace reweigh::test;

namespace {

struct Column {
    const char *table, *name, *key;
};
constexpr std::array<Column, 33> columns = {{
    {"studies", "study_id", "study_id"},
    {"studies", "study_name", "study_id"},
    {"version_info", "schema_version", "version_info_id"},
    {"version_info", "library_version", "version_info_id"},
    {"alembic_version", "version_num", "rowid"},
    {"study_directions", "direction", "study_direction_id"},
    {"study_directions", "study_id", "study_direction_id"},
    {"study_directions", "objective", "study_direction_id"},
    {"study_user_attributes", "key", "study_user_attribute_id"},
    {"study_user_attributes", "value_json", "study_user_attribute_id"},
    {"study_system_attributes", "value_json", "study_system_attribute_id"},
    {"trials", "trial_id", "trial_id"},
    {"trials", "number", "trial_id"},
    {"trials", "study_id", "trial_id"},
    {"trials", "state", "trial_id"},
    {"trials", "datetime_start", "trial_id"},
    {"trials", "datetime_complete", "trial_id"},
    {"trial_user_attributes", "trial_id", "trial_user_attribute_id"},
    {"trial_user_attributes", "key", "trial_user_attribute_id"},
    {"trial_user_attributes", "value_json", "trial_user_attribute_id"},
    {"trial_system_attributes", "key", "trial_system_attribute_id"},
    {"trial_system_attributes", "value_json", "trial_system_attribute_id"},
    {"trial_params", "trial_id", "param_id"},
    {"trial_params", "param_name", "param_id"},
    {"trial_params", "param_value", "param_id"},
    {"trial_params", "distribution_json", "param_id"},
    {"trial_values", "objective", "trial_value_id"},
    {"trial_values", "value", "trial_value_id"},
    {"trial_values", "value_type", "trial_value_id"},
    {"trial_intermediate_values", "step", "trial_intermediate_value_id"},
    {"trial_intermediate_values", "intermediate_value", "trial_intermediate_value_id"},
    {"trial_intermediate_values", "intermediate_value_type", "trial_intermediate_value_id"},
    {"trial_params", "param_id", "param_id"},
}};
enum Kind { Null, Whole, Real, Text, Blob, Deleted, Kinds };

QVariant valueOf(int kind, FuzzBytes& input)
{
    if (kind == Whole || kind == Real) {
        std::array<char, 8> bytes{};
        const std::string_view taken = input.take(8);
        std::memcpy(bytes.data(), taken.data(), taken.size());
        qint64 whole = 0;
        double real = 0.0;
        std::memcpy(&whole, bytes.data(), 8);
        std::memcpy(&real, bytes.data(), 8);
        return kind == Whole ? QVariant(whole) : QVariant(real);
    }
    const std::string_view part = kind == Text || kind == Blob ? input.part() : std::string_view();
    const QByteArray bytes(part.data(), qsizetype(part.size()));
    return kind == Text ? QVariant(QString::fromUtf8(bytes)) : kind == Blob ? QVariant(bytes) : QVariant();
}

std::string change(const char* table, const char* name, int row, int kind, const std::string& value)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (std::strcmp(columns[i].table, table) == 0 && std::strcmp(columns[i].name, name) == 0)
            return std::string{char(i), char(row), char(kind)} + (kind == Text || kind == Blob ? partOf(value) : value);
    return {};
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    studyBytes();
    const std::string eight(8, '\1'), largest = std::string(7, '\xff') + '\x7f'; // 2^63 - 1
    std::vector<std::string> seeds = {
        change("trial_params", "distribution_json", 1, Text,
               R"({"name": "CategoricalDistribution", "attributes": {"choices": ["a", 1, null, [1, 2], {"b": NaN}]}})"),
        change(
            "trial_params", "distribution_json", 2, Text,
            R"({"name": "IntDistribution", "attributes": {"log": false, "step": 1, "low": -9223372036854775808, "high": 9223372036854775807}})"),
        change("trial_values", "value_type", 1, Text, "INF_NEG") + change("trial_values", "value", 2, Null, {}),
        change("trials", "state", 2, Text, "WAITING") + change("trials", "datetime_start", 1, Text, "99999-01-01 00:00:00.5"),
        change("trial_user_attributes", "value_json", 2, Text, "{\"a\": [1, NaN, \"\\ud800\"]}"),
        change("trials", "number", 3, Whole, largest) + change("trial_params", "param_value", 1, Real, eight),
        change("study_directions", "direction", 1, Text, "NOT_SET") + change("studies", "study_name", 1, Text, {}),
        change("trials", "trial_id", 1, Deleted, {}) + change("study_user_attributes", "value_json", 1, Blob, "\xff\xfe")};
    for (std::string& seed : seeds)
        seed.insert(seed.begin(), '\0');
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    constexpr int mostChanges = 16;
    const std::filesystem::path file = writeStudy(folder, studyBytes());
    FuzzBytes input(data, size);
    const std::size_t way = input.byte();
    const QString name = QStringLiteral("rows");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QString::fromStdString(file.string()));
        expectTrue(database.open(), "the study opens");
        QSqlQuery quick(database);
        quick.exec(QStringLiteral("PRAGMA synchronous=OFF"));
        quick.exec(QStringLiteral("BEGIN"));
        for (int i = 0; i < mostChanges && !input.empty(); ++i) {
            const Column& column = columns[input.byte() % columns.size()];
            const int row = input.byte() % 16, kind = input.byte() % Kinds;
            const QString table = QLatin1String(column.table), key = QLatin1String(column.key), changed = QLatin1String(column.name);
            QSqlQuery query(database);
            query.prepare(kind == Deleted ? QStringLiteral("DELETE FROM %1 WHERE %2 = ?").arg(table, key)
                                          : QStringLiteral("UPDATE OR REPLACE %1 SET \"%2\" = ? WHERE %3 = ?").arg(table, changed, key));
            if (kind != Deleted)
                query.addBindValue(valueOf(kind, input));
            query.addBindValue(row);
            query.exec(); // may be refused by a constraint
        }
        quick.exec(QStringLiteral("COMMIT"));
    }
    QSqlDatabase::removeDatabase(name);
    useStudy(file, way);
    return 0;
}
