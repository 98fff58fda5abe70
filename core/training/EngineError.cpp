// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/EngineError.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>

namespace reweigh {
namespace {

template <std::size_t n>
bool holdsAny(std::string_view text, const std::array<std::string_view, n>& phrases)
{
    return std::ranges::any_of(phrases, [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

/// The library's CPU allocator, and NVIDIA's libraries, have no exception of their own.
bool isOutOfMemory(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> phrases = {"can't allocate memory", "out of memory", "CUBLAS_STATUS_ALLOC_FAILED",
                                                                "CUDNN_STATUS_ALLOC_FAILED"};
    return holdsAny(text, phrases);
}

/// CUDA errors that stay with the context (CUDA Runtime API, cudaError: "the process must be terminated and relaunched"), and
/// those of a device that is gone: by number, and by the text of cudaGetErrorString where only a text is left of them.
bool isDeviceLost(int code)
{
    static constexpr std::array codes = {4 /*unloading*/, 46 /*unavailable*/, 214 /*ECC*/, 220 /*NVLink*/, 700 /*illegal address*/, 702 /*timeout*/,
                                         709 /*destroyed*/, 710 /*assert*/, 714 /*stack*/, 715 /*instruction*/, 716 /*misaligned*/, 717 /*space*/,
                                         718 /*counter*/, 719 /*launch failure*/, 721 /*tensor memory*/, 914 /*external*/, 999 /*unknown*/};
    return std::ranges::find(codes, code) != codes.end();
}

bool isDeviceLost(std::string_view text)
{
    static constexpr std::array<std::string_view, 15> phrases = {
        "an illegal memory access was encountered", "unspecified launch failure", "misaligned address", "an illegal instruction was encountered",
        "invalid program counter", "operation not supported on global/shared address space", "device-side assert triggered",
        "uncorrectable ECC error encountered", "uncorrectable NVLink error", "hardware stack error", "the launch timed out and was terminated",
        "driver shutting down", "context is destroyed", "devices are busy or unavailable", "CUDA error: unknown error"};
    return text.find("CUDA") != std::string_view::npos && holdsAny(text, phrases);
}

} // namespace

Error engineError(const std::string& device, const std::string& run)
{
    const auto byText = [&](const std::string& text) -> Error {
        if (isOutOfMemory(text))
            return {ErrorCode::OutOfMemory, device, text, {}};
        if (isDeviceLost(text))
            return {ErrorCode::DeviceLost, device, text.substr(0, text.find('\n')), {}}; // below it: how to debug kernels
        return {ErrorCode::TrainingFailed, run, text, {}};
    };
    try {
        throw;
    } catch (const c10::OutOfMemoryError& error) {
        return {ErrorCode::OutOfMemory, device, error.what_without_backtrace(), {}};
    } catch (const c10::AcceleratorError& error) {
        const std::string text = error.what_without_backtrace();
        return isDeviceLost(error.get_error_code()) ? Error{ErrorCode::DeviceLost, device, text.substr(0, text.find('\n')), {}} : byText(text);
    } catch (const c10::Error& error) {
        return byText(error.what_without_backtrace());
    } catch (const std::bad_alloc& error) {
        return {ErrorCode::OutOfMemory, device, error.what(), {}};
    } catch (const std::exception& error) {
        return byText(error.what());
    } catch (...) {
        return {ErrorCode::TrainingFailed, run, "an exception of an unknown kind", {}};
    }
}

} // namespace reweigh
