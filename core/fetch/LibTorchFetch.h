// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/LibTorchWheels.h"
#include "core/fetch/Download.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace reweigh {

/// The wheels that trainings on the processor need, and with `cuda` those of GPUs too.
std::vector<LibTorchWheel> libTorchWheelsFor(bool cuda);

/// What is still to be done of `wheels` in a folder.
struct LibTorchNeed {
    std::vector<LibTorchWheel> wheels; ///< of which something is missing in the folder
    std::uint64_t download = 0;        ///< bytes to download, those of an interrupted download taken off
    std::uint64_t disk = 0;            ///< bytes that the folder grows by at most meanwhile
};

/// Compares `wheels` with what lies in `folder`. A wheel is there once it was unpacked as a whole, which a file *.whole says.
LibTorchNeed libTorchNeed(const std::vector<LibTorchWheel>& wheels, const std::filesystem::path& folder);

/// Downloads what `need` names to `folder`, which is made, and unpacks the libraries there: torch/lib/libtorch_cpu.so,
/// nvidia/cu13/lib/libcudart.so.13 and so on. A library appears under its name only when its wheel was checked and unpacked as a whole;
/// then the wheel is removed. What an interrupted call has downloaded is used. A wheel that lies in `folder` under its own name and is
/// right is not downloaded. `baseUrl` stands for libTorchAddress. Blocks; needs a QCoreApplication.
/// Errors: those of downloadFile and unpackZip; DiskFull, before anything is downloaded, where the disk has too little room; FileMissing
/// where a wheel lacks a library; DownloadFailed, also where another process is at it; FileUnwritable, also for a `folder` whose name is
/// not UTF-8.
Status fetchLibTorch(const LibTorchNeed& need, const std::filesystem::path& folder, const FetchProgressCallback& onProgress = {},
                     std::stop_token stop = {}, const std::string& baseUrl = libTorchAddress);

} // namespace reweigh
