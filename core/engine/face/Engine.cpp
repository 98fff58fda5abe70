// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/face/Engine.h"

#include <dlfcn.h>

#include <cstdlib>
#include <mutex>
#include <optional>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr const char* libraryName = "libreweigh_engine.so";

/// The library's path: REWEIGH_ENGINE if set; else lib/ beside the program, as in an unpacked archive; else ../lib, as installed or built.
fs::path libraryPath()
{
    if (const char* named = std::getenv("REWEIGH_ENGINE"); named && *named)
        return named;
    std::error_code ignored;
    const fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    const fs::path inside = folder / "lib" / libraryName;
    return fs::exists(inside, ignored) ? inside : folder.parent_path() / "lib" / libraryName;
}

Error missing(const fs::path& path, std::string why)
{
    return {ErrorCode::EngineMissing, path.string(), std::move(why), {}};
}

Result<std::shared_ptr<Engine>> load()
{
    const fs::path path = libraryPath();
    std::error_code gone;
    if (fs::current_path(gone).empty()) // MKL, which LibTorch loads, ends the program where it cannot ask for the working folder
        return Error{ErrorCode::FileUnreadable, "the working folder", gone.message(), {}};
    // OpenMP's threads wait actively (spin) after every small operation. On cores shared with another process this costs
    // several times the work itself (measured: 2.7 instead of 9.9 steps per second); a short spin costs next to nothing.
    setenv("GOMP_SPINCOUNT", "10000", 0);
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL); // never closed: LibTorch cannot be unloaded safely
    if (!library) {
        const char* message = dlerror();
        return missing(path, message ? message : "unknown loader error");
    }
    const auto create = reinterpret_cast<CreateEngine*>(dlsym(library, createEngineSymbol));
    if (!create)
        return missing(path, std::string("it has no ") + createEngineSymbol);
    std::shared_ptr<Engine> engine(create(engineAbi));
    if (!engine)
        return missing(path, "it was built for another version of the program");
    return engine;
}

} // namespace

Result<std::shared_ptr<Engine>> openEngine()
{
    static std::mutex mutex;
    static std::optional<Result<std::shared_ptr<Engine>>> opened;
    const std::lock_guard lock(mutex);
    if (!opened)
        opened = load();
    return *opened;
}

Result<std::shared_ptr<Engine>> openEngine(const TrainOptions& options, const DataSource& source)
{
    Result<std::shared_ptr<Engine>> engine = openEngine();
    if (engine)
        if (const Status status = (*engine)->check(options, source); !status)
            return status.error();
    return engine;
}

} // namespace reweigh
