// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StudyFolder.h"

#include "core/base/PathText.h"
#include "core/storage/WriterLock.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string_view>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr const char* studyName = "study.db";
constexpr const char *marksEnding = ".marks.json", *titleEnding = ".title.txt";

/// Files of marks and titles of the single studies in `file`, beside it. A name that is itself a file's is another study's.
std::vector<fs::path> ofNamedStudies(const fs::path& file)
{
    std::vector<fs::path> found;
    const std::string start = file.filename().native() + '.';
    std::error_code ignored;
    for (fs::directory_iterator at(file.parent_path().empty() ? "." : file.parent_path(), ignored), end; !ignored && at != end;
         at.increment(ignored)) {
        const std::string name = at->path().filename().native();
        for (const std::string_view ending : {marksEnding, titleEnding})
            if (name.size() > start.size() + ending.size() && name.starts_with(start) && name.ends_with(ending)
                && !isThere(at->path().parent_path() / name.substr(0, name.size() - ending.size())))
                found.push_back(at->path());
    }
    return found;
}

std::string seedName(int seed)
{
    return "seed-" + std::to_string(seed);
}

} // namespace

StudyFolder StudyFolder::ofFile(fs::path file)
{
    return StudyFolder(std::move(file));
}

StudyFolder StudyFolder::in(const fs::path& folder)
{
    return StudyFolder(folder / studyName);
}

StudyFolder StudyFolder::at(const fs::path& given)
{
    return isFolder(given) ? in(given) : ofFile(given);
}

StudyFolder StudyFolder::of(const ExperimentConfig& config)
{
    return config.search.study.empty() ? in(config.outDir) : ofFile(config.search.study);
}

bool StudyFolder::isUsual() const
{
    return m_file.filename() == studyName;
}

fs::path StudyFolder::marks(const std::string& name) const
{
    return beside(name, marksEnding);
}

fs::path StudyFolder::title(const std::string& name) const
{
    return beside(name, titleEnding);
}

fs::path StudyFolder::beside(const std::string& name, const char* ending) const
{
    if (name.empty())
        return m_file.native() + ending;
    // A study's name may hold any character and be longer than a file's name may be.
    const QByteArray letters = QByteArray::fromStdString(name).toPercentEncoding();
    const QByteArray code = QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Sha256).toHex();
    return m_file.native() + '.' + (letters.size() <= 64 ? letters : code).toStdString() + ending;
}

fs::path StudyFolder::trialRunName(std::int64_t number, int attempt)
{
    char name[64];
    std::snprintf(name, sizeof name, attempt > 1 ? "trial-%04lld-attempt-%d" : "trial-%04lld", static_cast<long long>(number), attempt);
    return fs::path("artifacts") / name;
}

int StudyFolder::lastAttempt(std::int64_t number) const
{
    int attempt = 0;
    while (isFolder(trialRun(number, attempt + 1)))
        ++attempt;
    return attempt;
}

fs::path StudyFolder::variantRun(const std::string& nameAndHash, int seed, int attempt) const
{
    return variants() / nameAndHash / (attempt > 1 ? seedName(seed) + "-attempt-" + std::to_string(attempt) : seedName(seed));
}

fs::path StudyFolder::armRun(const std::string& name, int seed) const
{
    return folder() / "arms" / name / seedName(seed);
}

Status StudyFolder::remove() const
{
    std::optional<WriterLock> lock;
    if (isThere(m_file)) {
        Result<WriterLock> taken = WriterLock::acquire(m_file);
        if (!taken)
            return taken.error();
        lock.emplace(std::move(taken).value());
    }
    const std::string& file = m_file.native();
    std::vector<fs::path> parts = ofNamedStudies(m_file);
    for (const fs::path& part : {fs::path(file), fs::path(file + "-wal"), fs::path(file + "-shm"), marks(), title(), folder() / "artifacts",
                                 variants(), folder() / "arms", bestArchitectures()})
        parts.push_back(part);
    for (const fs::path& part : parts) {
        std::error_code code;
        fs::remove_all(part, code);
        if (code)
            return Error{ErrorCode::FileUnwritable, part.string(), code.message(), {}};
    }
    // A folder "random" may hold other files too: only the study in it is removed.
    const StudyFolder random = in(randomSearch());
    return isThere(random.file()) ? random.remove() : Status();
}

std::vector<fs::path> StudyFolder::neighbours(std::size_t most) const
{
    std::vector<fs::path> files;
    std::error_code ignored;
    const fs::path home = isUsual() ? folder().parent_path() : folder();
    for (fs::directory_iterator at(home, fs::directory_options::skip_permission_denied, ignored), end; !ignored && at != end;
         at.increment(ignored)) {
        const fs::path file = isUsual() ? at->path() / studyName : at->path();
        std::error_code none;
        if (file != m_file && file.extension() == ".db" && fs::is_regular_file(file, none))
            files.push_back(file);
    }
    std::ranges::sort(files);
    files.resize(std::min(files.size(), most));
    return files;
}

} // namespace reweigh
