// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"

#include "widgets/text/ErrorText.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

namespace reweigh::test {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void wrong(const std::string& what)
{
    std::fprintf(stderr, "fuzz: %s\n", what.c_str());
    std::abort();
}

} // namespace

void expectSentence(const Error& error)
{
    const std::string all = std::string(errorName(error.code)) + " (" + error.where + ", " + error.detail + ", " + error.hint + ")";
    if (error.code == ErrorCode::Internal || error.code == ErrorCode::TrainingFailed || error.code == ErrorCode::OutOfMemory)
        wrong("an error that no file should cause: " + all);
    if (errorText(error).isEmpty())
        wrong("an error without a sentence: " + all);
}

void expectTrue(bool holds, const char* what)
{
    if (!holds)
        wrong(what);
}

FuzzFolder::FuzzFolder()
{
    const char* const named = std::getenv("REWEIGH_FUZZ_FOLDER");
    const fs::path memory = "/dev/shm";
    const fs::path base = named ? fs::path(named) : ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
    std::string name = (base / "reweigh-fuzz-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        wrong("cannot make a folder in " + base.string());
    m_path = name;
}

FuzzFolder::~FuzzFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

fs::path FuzzFolder::write(const std::string& name, std::string_view bytes) const
{
    const fs::path path = m_path / name;
    int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        std::error_code ignored;
        fs::create_directories(path.parent_path(), ignored);
        file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    }
    if (file < 0 || ::write(file, bytes.data(), bytes.size()) != ssize_t(bytes.size()))
        wrong("cannot write " + path.string());
    ::close(file);
    return path;
}

void FuzzFolder::clear() const
{
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_path))
        fs::remove_all(entry.path(), ignored);
}

std::uint8_t FuzzBytes::byte()
{
    const std::string_view bytes = take(1);
    return bytes.empty() ? 0 : std::uint8_t(bytes[0]);
}

std::uint16_t FuzzBytes::word()
{
    const std::uint16_t low = byte();
    return std::uint16_t(low | byte() << 8);
}

std::string_view FuzzBytes::take(std::size_t count)
{
    const std::string_view taken = m_left.substr(0, count);
    m_left.remove_prefix(taken.size());
    return taken;
}

std::string_view FuzzBytes::rest()
{
    return take(m_left.size());
}

std::string_view FuzzBytes::part()
{
    const std::size_t length = word();
    return take(length);
}

std::string partOf(std::string_view bytes)
{
    return std::string{char(bytes.size() & 0xff), char(bytes.size() >> 8)}.append(bytes);
}

std::string bigEndian(std::uint64_t value, int count)
{
    std::string bytes;
    for (int i = count - 1; i >= 0; --i)
        bytes += char(value >> 8 * i & 0xff);
    return bytes;
}

std::string gzipped(std::string_view bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, uLong(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace reweigh::test
