// SPDX-License-Identifier: GPL-3.0-or-later
// For clang's libFuzzer, which reads its first inputs from a folder: it is filled with the seeds.
#include "tests/fuzz/FuzzTarget.h"

#include <cstdlib>
#include <fstream>

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    const char* const folder = std::getenv("REWEIGH_FUZZ_SEEDS");
    if (!folder)
        return 0;
    int number = 0;
    for (const std::string& seed : reweigh::test::fuzzSeeds())
        std::ofstream(std::filesystem::path(folder) / ("seed-" + std::to_string(number++)), std::ios::binary) << seed;
    return 0;
}
