// SPDX-License-Identifier: GPL-3.0-or-later
// safetensors files, which checkpoints are.
#include "core/runfiles/SafeTensors.h"
#include "tests/fuzz/FuzzTarget.h"

#include <fstream>
#include <iterator>

using namespace reweigh;
using namespace reweigh::test;

namespace {

std::string safetensors(const std::string& header, const std::string& data)
{
    std::string length = bigEndian(header.size(), 8);
    return std::string(length.rbegin(), length.rend()) + header + data;
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    return {safetensors(R"({"__metadata__":{"version":"2","epoch":"1"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                        R"("b":{"dtype":"I64","shape":[1],"data_offsets":[16,24]},"c":{"dtype":"U8","shape":[],"data_offsets":[24,25]}})",
                        std::string(25, '\7')),
            safetensors(R"({"d":{"dtype":"F64","shape":[0],"data_offsets":[0,0]}})", {}), safetensors("{}", {})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    const std::filesystem::path file = folder.write("x.safetensors", std::string_view(reinterpret_cast<const char*>(data), size));
    const Result<SafeTensors> content = readSafeTensors(file);
    if (!expectSentence(content))
        return 0;
    std::size_t bytes = 0;
    for (const auto& [name, tensor] : content->tensors)
        bytes += tensor.bytes.size();
    expectTrue(bytes <= size, "tensors hold no more bytes than the file");
    expectTrue(!checksumOf(*content).empty(), "a checksum");
    const std::filesystem::path again = folder.path() / "again.safetensors";
    if (expectSentence(writeSafeTensors(again, *content)))
        expectTrue(*readSafeTensors(again) == *content, "what is written is read again");
    return 0;
}
