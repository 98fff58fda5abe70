// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SetupCommand.h"

#include "core/base/PathText.h"
#include "core/engine/face/Engine.h"
#include "core/engine/face/LibTorchPlace.h"
#include "core/fetch/LibTorchFetch.h"

namespace reweigh {
namespace {

namespace fs = std::filesystem;

std::string megabytes(std::uint64_t bytes)
{
    return std::to_string((bytes + 999'999) / 1'000'000) + " MB";
}

/// "torch-2.11.0" of the path of a wheel.
std::string shortName(const std::string& wheel)
{
    const std::string name = fs::path(wheel).filename().string();
    return name.substr(0, name.find('-', name.find('-') + 1));
}

std::string progressLine(const FetchProgress& at)
{
    if (at.received >= at.total)
        return "unpacking " + shortName(at.file);
    return "downloading " + shortName(at.file) + ": " + std::to_string(at.received / 1'000'000) + " of " + megabytes(at.total);
}

} // namespace

void SetupCommand::declare(CLI::App& app)
{
    CLI::Option* cuda = app.add_flag("--cuda", m_cuda, "LibTorch's GPU libraries too");
    CLI::Option* address = app.add_option("--from", m_address,
                                          "Address below which PyPI's files lie, of a mirror; a file that lies in LibTorch's folder "
                                          "already is not downloaded");
    address->type_name("URL")->capture_default_str();
    app.add_flag("--remove", m_remove, "Remove what an earlier setup has downloaded")->excludes(cuda)->excludes(address);
}

int SetupCommand::run(Terminal& terminal, std::stop_token stop)
{
    return m_remove ? remove(terminal) : fetch(terminal, std::move(stop));
}

int SetupCommand::fetch(Terminal& terminal, std::stop_token stop) const
{
    const fs::path folder = libTorchFolder(), found = findLibTorch();
    // What packaging/setup has installed is used as it is; where that is without GPU libraries, both parts come into a folder of our own.
    const fs::path other = found.empty() ? fs::path() : found.parent_path().parent_path().parent_path();
    const bool elsewhere = !other.empty() && other != folder && (!m_cuda || isThere(found.parent_path() / "libtorch_cuda.so"));
    LibTorchNeed need;
    if (!elsewhere)
        need = libTorchNeed(libTorchWheelsFor(m_cuda), folder);
    if (!need.wheels.empty()) {
        terminal.note("LibTorch " + libTorchVersion() + ": " + megabytes(need.download) + " to download, up to " + megabytes(need.disk)
                      + " of disk meanwhile, in " + folder.string());
        const auto progress = [&terminal](const FetchProgress& at) { terminal.progress(progressLine(at)); };
        const std::string address = m_address.ends_with('/') ? m_address : m_address + '/';
        if (const Status fetched = fetchLibTorch(need, folder, progress, stop, address); !fetched) {
            Error error = fetched.error();
            if (error.code == ErrorCode::Interrupted)
                error = {error.code, folder.string(), {}, "setup"};
            return terminal.fail(error);
        }
    }
    const Result<std::shared_ptr<Engine>> engine = openEngine();
    if (!engine)
        return terminal.fail(engine.error());
    const EngineVersions versions = (*engine)->versions();
    const fs::path place = elsewhere ? other : folder;
    terminal.print(versions.library + " is in " + place.string() + "\n");
    terminal.result({{"library", versions.library}, {"folder", pathText(place)}, {"downloaded", need.download}});
    return 0;
}

int SetupCommand::remove(Terminal& terminal) const
{
    const fs::path folder = libTorchFolder();
    const bool there = isThere(folder);
    std::error_code code;
    fs::remove_all(folder, code);
    if (code)
        return terminal.fail({ErrorCode::FileUnwritable, folder.string(), code.message(), {}});
    fs::remove(folder.parent_path(), code); // if nothing else is in it
    terminal.print(folder.string() + (there ? " is removed\n" : " is not there\n"));
    terminal.result({{"folder", pathText(folder)}, {"removed", there}});
    return 0;
}

} // namespace reweigh
