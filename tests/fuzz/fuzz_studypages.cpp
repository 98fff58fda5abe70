// SPDX-License-Identifier: GPL-3.0-or-later
// Studies whose file has damaged pages. Each four bytes of the input change one byte: page, place in it (two bytes), value. A byte that is
// left over cuts the file after so many pages.
#include "tests/fuzz/FuzzStudy.h"

using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    studyBytes();
    const auto change = [](int page, int place, int value) {
        return std::string{char(page), char(place & 0xff), char(place >> 8), char(value)};
    };
    std::vector<std::string> seeds = {{}, change(0, 100, 5), change(0, 21, 64) + change(0, 60, 9), std::string(1, '\3')};
    for (int page = 1; page < 8; ++page) // a page's kind, number of cells, first cell
        seeds.push_back(change(page, 0, 0x0d) + change(page, 4, 0xff) + change(page, 8, 0x10));
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    constexpr std::size_t pageBytes = 4096, mostChanges = 256;
    std::string bytes = studyBytes();
    const std::size_t pages = bytes.size() / pageBytes;
    FuzzBytes input(data, size);
    for (std::size_t i = 0; i < size / 4 && i < mostChanges; ++i) {
        const std::size_t page = input.byte() % pages, place = input.word() % pageBytes;
        bytes[page * pageBytes + place] = char(input.byte());
    }
    if (size % 4 == 1)
        bytes.resize(input.byte() % pages * pageBytes);
    useStudy(writeStudy(folder, bytes), size / 4);
    return 0;
}
