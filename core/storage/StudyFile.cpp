// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StudyFile.h"

#include "core/base/JsonText.h"
#include "core/storage/JournalStorage.h"
#include "core/storage/SqlTrials.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

namespace reweigh {

Result<StudyFileKind> kindOfStudyFile(const std::filesystem::path& file)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return Error{code ? ErrorCode::FileUnreadable : ErrorCode::StudyMissing, file.string(), code ? code.message() : std::string(), {}};
    if (!std::filesystem::is_regular_file(file, code)) // a named pipe would be waited for
        return Error{ErrorCode::StudyNotSqlite, file.string(), {}, {}};
    constexpr std::string_view database("SQLite format 3\0", 16), journal = "{\"op_code\"";
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return Error{ErrorCode::FileUnreadable, file.string(), std::strerror(errno), {}};
    std::array<char, database.size()> bytes{};
    stream.read(bytes.data(), bytes.size());
    const std::string_view begin(bytes.data(), std::size_t(stream.gcount()));
    if (begin == database)
        return StudyFileKind::Sqlite;
    if (begin.starts_with(journal))
        return StudyFileKind::Journal;
    return Error{ErrorCode::StudyNotSqlite, file.string(), {}, {}};
}

Error journalError(const std::filesystem::path& file)
{
    const std::string path = file.string();
    return {ErrorCode::StudyJournal,
            path,
            {},
            "optuna.copy_study(from_study_name=..., from_storage=JournalStorage(JournalFileBackend(" + jsonText(path)
                + ")), to_storage=" + jsonText("sqlite:///" + path + ".db") + ")"}; // a string of JSON is one of Python
}

Result<std::shared_ptr<FileStudy>> openForReading(const std::filesystem::path& file, const std::string& studyName,
                                                  const SqlReading& reading)
{
    const Result<StudyFileKind> kind = kindOfStudyFile(file);
    if (!kind)
        return kind.error();
    if (*kind == StudyFileKind::Journal) {
        auto journal = JournalStorage::open(file, studyName);
        if (!journal)
            return journal.error();
        return std::shared_ptr<FileStudy>(std::move(journal).value());
    }
    auto database = SqlStorage::open(file, StorageMode::Read, studyName, reading);
    if (!database)
        return database.error();
    return std::shared_ptr<FileStudy>(std::move(database).value());
}

Result<std::vector<std::string>> studyNames(const std::filesystem::path& file)
{
    const Result<StudyFileKind> kind = kindOfStudyFile(file);
    if (!kind)
        return kind.error();
    if (*kind == StudyFileKind::Journal)
        return JournalStorage::studyNames(file);
    constexpr int patienceMs = 1000;
    const auto connection = SqlConnection::open(file, SqlMode::Read, patienceMs);
    if (!connection)
        return connection.error();
    if (const Status tables = checkTables(**connection, file); !tables)
        return tables.error();
    const Result<std::vector<StudyRow>> studies = readStudies(**connection);
    if (!studies)
        return studies.error();
    std::vector<std::string> names;
    for (const StudyRow& study : *studies)
        names.push_back(study.name);
    return names;
}

} // namespace reweigh
