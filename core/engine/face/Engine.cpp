// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/face/Engine.h"

#include "core/base/MachineCores.h"
#include "core/config/LibTorchWheels.h"
#include "core/engine/face/LibTorchPlace.h"

#include <dlfcn.h>

#include <cstdlib>
#include <mutex>
#include <optional>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr const char* libraryName = "libreweigh_engine.so";

/// The engine's library.
struct EngineFile {
    fs::path path;
    bool installed = false; ///< by a package, which cannot know where LibTorch is; what was built knows (its RUNPATH)
};

/// REWEIGH_ENGINE if set; else lib/ beside the program, as in an unpacked archive; else ../lib/reweigh, as installed; else ../lib, as built.
EngineFile engineFile()
{
    if (const char* named = std::getenv("REWEIGH_ENGINE"); named && *named)
        return {named};
    std::error_code ignored;
    const fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    if (const fs::path inside = folder / "lib" / libraryName; fs::exists(inside, ignored))
        return {inside};
    const fs::path installed = folder.parent_path() / "lib/reweigh" / libraryName;
    return fs::exists(installed, ignored) ? EngineFile{installed, true} : EngineFile{folder.parent_path() / "lib" / libraryName};
}

Error missing(const fs::path& path, std::string why)
{
    return {ErrorCode::EngineMissing, path.string(), std::move(why), {}};
}

std::string loaderMessage()
{
    const char* message = dlerror();
    return message ? message : "unknown loader error";
}

/// Opens a library; null where it cannot be. It is never closed: LibTorch cannot be unloaded safely.
void* openLibrary(const fs::path& path)
{
    return dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
}

/// Opens the engine after LibTorch, found in the user's cache: to the loader, a library that is loaded is found, wherever it came from.
/// LibTorch in turn finds what it needs by its place, so no search path is set, which other programs would inherit.
Result<void*> openAfterLibTorch(const fs::path& path)
{
    const fs::path torch = findLibTorch();
    if (!torch.empty() && !openLibrary(torch))
        return Error{ErrorCode::LibTorchMissing, libTorchFolder().string(), loaderMessage(), libTorchVersion()};
    if (void* library = openLibrary(path))
        return library;
    std::string message = loaderMessage();
    if (torch.empty() && message.find("libtorch") != std::string::npos)
        return Error{ErrorCode::LibTorchMissing, libTorchFolder().string(), {}, libTorchVersion()};
    return missing(path, std::move(message));
}

Result<void*> openEngineFile(const EngineFile& file)
{
    if (!file.installed)
        if (void* library = openLibrary(file.path))
            return library;
    return openAfterLibTorch(file.path);
}

Result<std::shared_ptr<Engine>> load()
{
    const EngineFile file = engineFile();
    std::error_code gone;
    if (fs::current_path(gone).empty()) // MKL, which LibTorch loads, ends the program where it cannot ask for the working folder
        return Error{ErrorCode::FileUnreadable, "the working folder", gone.message(), {}};
    // OpenMP's threads wait actively (spin) after every small operation. On cores shared with another process this costs
    // several times the work itself (measured: 2.7 instead of 9.9 steps per second); a short spin costs next to nothing.
    setenv("GOMP_SPINCOUNT", "10000", 0);
    const int cores = machineCores(); // before OpenMP is there, which binds this thread to one of them where OMP_PROC_BIND is set
    const Result<void*> library = openEngineFile(file);
    if (!library)
        return library.error();
    const auto create = reinterpret_cast<CreateEngine*>(dlsym(*library, createEngineSymbol));
    if (!create)
        return missing(file.path, std::string("it has no ") + createEngineSymbol);
    std::shared_ptr<Engine> engine(create(engineAbi, cores));
    if (!engine)
        return missing(file.path, "it was built for another version of the program");
    return engine;
}

} // namespace

bool lacksLibTorch()
{
    return engineFile().installed && findLibTorch().empty();
}

Result<std::shared_ptr<Engine>> openEngine()
{
    static std::mutex mutex;
    static std::optional<Result<std::shared_ptr<Engine>>> opened;
    const std::lock_guard lock(mutex);
    if (!opened || (!*opened && opened->error().code == ErrorCode::LibTorchMissing)) // which may have been fetched since
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
