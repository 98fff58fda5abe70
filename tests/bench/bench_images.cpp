// SPDX-License-Identifier: GPL-3.0-or-later
/// How long a folder of small images takes to be read, and how much memory: bench_images [IMAGES [SIDE [FOLDER]]].
/// Makes IMAGES pictures (100,000) of SIDE x SIDE pixels (48), half of them JPEG, in ten class folders below FOLDER, which is kept if it is
/// named and used again if it is there, and reads them at 32 x 32 pixels. The aim for 100,000 on two cores: at most 60 s, and at most 1.5
/// times the bytes of the decoded pixels. Files that were just written are in the machine's cache: it measures decoding, not the disk.
#include "core/data/readers/ImageFolder.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

using namespace reweigh;
namespace fs = std::filesystem;

namespace {

/// Smooth colours with some noise, so that the files are about as large as photos of that size.
std::vector<unsigned char> pixelsOf(int image, int side)
{
    std::vector<unsigned char> pixels;
    unsigned noise = unsigned(image) * 2654435761u + 1;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < 3; ++c) {
                noise = noise * 1664525u + 1013904223u;
                pixels.push_back(static_cast<unsigned char>((x * (c + 1) + y * 2 + image * 7) % 224 + int(noise >> 27)));
            }
    return pixels;
}

bool makeFolder(const fs::path& folder, int images, int side)
{
    for (int i = 0; i < images; ++i) {
        const fs::path inside = folder / ("class" + std::to_string(i % 10));
        fs::create_directories(inside);
        const std::vector<unsigned char> pixels = pixelsOf(i, side);
        const std::string name = (inside / std::to_string(i)).string();
        const int written = i % 20 < 10 ? stbi_write_jpg((name + ".jpg").c_str(), side, side, 3, pixels.data(), 90)
                                        : stbi_write_png((name + ".png").c_str(), side, side, 3, pixels.data(), 3 * side);
        if (!written)
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const int images = argc > 1 ? std::atoi(argv[1]) : 100'000, side = argc > 2 ? std::atoi(argv[2]) : 48;
    const bool keep = argc > 3;
    const fs::path folder = keep ? fs::path(argv[3]) : fs::temp_directory_path() / ("bench_images." + std::to_string(getpid()));
    if (images < 20 || side < 1) {
        std::fprintf(stderr, "usage: bench_images [IMAGES [SIDE [FOLDER]]], at least 20 images\n");
        return 2;
    }
    if (!fs::exists(folder) && !makeFolder(folder, images, side)) {
        std::fprintf(stderr, "%s cannot be written\n", folder.c_str());
        return 1;
    }
    const auto start = std::chrono::steady_clock::now();
    const Result<DataSource> source = readImageFolder(folder, {.side = 32});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    if (!keep)
        fs::remove_all(folder);
    if (!source) {
        std::fprintf(stderr, "%s: %s\n", source.error().where.c_str(), source.error().detail.c_str());
        return 1;
    }
    const double decoded = double(source->train.pixels.size() + source->test.pixels.size()), peak = double(usage.ru_maxrss) * 1024;
    std::printf("%zu images in %.2f s (%.0f a second, %u cores); %.1f MB of pixels, at most %.1f MB in memory: %.2f times\n",
                source->train.size() + source->test.size(), seconds, double(source->train.size() + source->test.size()) / seconds,
                std::thread::hardware_concurrency(), decoded / 1e6, peak / 1e6, peak / decoded);
    return 0;
}
