// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// A fuzzer gives a reader bytes that nobody would write, thousands of times a second, and watches what the reader does. Each reader has
/// a file fuzz_<reader>.cpp here that defines the two functions below; clang's libFuzzer or FuzzDriver.cpp calls them.

/// Gives the reader one input. It returns if the reader takes the input, or refuses it with an Error; anything else ends the program:
/// a crash, a sanitizer's complaint, an exception, an input that takes too long or too much memory.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace reweigh::test {

/// Inputs that the reader takes, small ones, made by code. Mutation begins with them.
std::vector<std::string> fuzzSeeds();

/// Ends the program if `error` is none that bytes of a file can cause, or has no sentence.
void expectSentence(const Error& error);

/// The same for the error that `result` holds, if it holds one. Returns whether it holds a value.
template <typename T> bool expectSentence(const Result<T>& result)
{
    if (!result)
        expectSentence(result.error());
    return result.ok();
}

/// Ends the program if `holds` is false: the reader took what it must not take.
void expectTrue(bool holds, const char* what);

/// A folder in memory, where there is such a file system, that is removed at the end.
class FuzzFolder {
public:
    FuzzFolder();
    ~FuzzFolder();
    FuzzFolder(const FuzzFolder&) = delete;
    FuzzFolder& operator=(const FuzzFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Writes a file, whose folder is made if need be, and returns its path.
    std::filesystem::path write(const std::string& name, std::string_view bytes) const;
    /// Removes all that is in the folder.
    void clear() const;

private:
    std::filesystem::path m_path;
};

/// Takes an input apart, from front to back. At its end every number is 0 and every text is empty.
class FuzzBytes {
public:
    FuzzBytes(const std::uint8_t* data, std::size_t size)
        : m_left(reinterpret_cast<const char*>(data), size)
    {
    }

    bool empty() const { return m_left.empty(); }
    std::uint8_t byte();
    /// Two bytes, the least significant first.
    std::uint16_t word();
    std::string_view take(std::size_t count);
    std::string_view rest();
    /// A part that begins with its length, two bytes. partOf() makes one.
    std::string_view part();

private:
    std::string_view m_left;
};
std::string partOf(std::string_view bytes);

/// `value` as `count` bytes, the most significant first.
std::string bigEndian(std::uint64_t value, int count);
/// The bytes as a gzip file.
std::string gzipped(std::string_view bytes);

} // namespace reweigh::test
