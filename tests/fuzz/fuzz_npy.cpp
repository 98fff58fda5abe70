// SPDX-License-Identifier: GPL-3.0-or-later
// The .npy file to which a run appends a row for each epoch: it may have been changed meanwhile.
#include "core/runfiles/RunFolder.h"
#include "tests/fuzz/FuzzTarget.h"

#include <array>

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    std::vector<std::string> seeds;
    for (const int rows : {1, 2, 9}) {
        std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::to_string(rows) + ",2,), }";
        header.resize(64 * ((header.size() + 10 + 64) / 64) - 11, ' ');
        header += '\n';
        seeds.push_back(char(rows) + ("\x93NUMPY" + std::string("\1\0", 2)) + char(header.size()) + '\0' + header
                        + std::string(std::size_t(rows) * 8, '\x40'));
    }
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    FuzzBytes bytes(data, size);
    const std::int64_t rows = bytes.byte();
    const std::array<float, 2> row = {1.0f, 2.0f};
    expectSentence(appendNpyRow(folder.write("curve.npy", bytes.rest()), rows, {2}, row));
    return 0;
}
