// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/check/Checks.h"

#include "core/engine/kernels/CachingAllocator.h"
#include "core/engine/training/Device.h"
#include "tests/support/ShortSpins.h"

#include <ATen/Parallel.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>

using namespace reweigh;
using namespace reweigh::check;

namespace {

int usage(int code)
{
    std::fprintf(code == 0 ? stdout : stderr,
                 "check_engine [--device cpu|cuda[:N]] [--quick] [--threads N] [--json FILE]\n"
                 "How far the engine is from the truth: every kernel against the library's operations in fp64, the meta\n"
                 "gradient of every classifier against double backward, a training against one without our kernels; on a\n"
                 "CUDA device all of it against the CPU. A table of errors; exit 1 if one is larger than allowed, 4 if the\n"
                 "device is not there.\n"
                 "  --quick      small shapes, fewer steps, no WRN-28-10\n"
                 "  --json FILE  the same for machines\n"
                 "Needs LibTorch only: cmake -DREWEIGH_QT=OFF builds it without Qt.\n");
    return code;
}

int run(const CheckOptions& options, const std::string& device, const std::string& json)
{
    std::printf("Device %s, instruction set %s, %d threads\n\n", device.c_str(), cpuInstructionSet().c_str(), at::get_num_threads());
    CheckTable table;
    checkKernels(options, table);
    checkMetaGradients(options, table);
    checkTogether(options, table);
    std::printf("\n%s\n", table.holds() ? "Every error is within its bound." : "At least one error is larger than allowed.");
    const nlohmann::json report{{"device", device},
                                {"instruction_set", cpuInstructionSet()},
                                {"threads", at::get_num_threads()},
                                {"holds", table.holds()},
                                {"lines", table.toJson()}};
    if (!json.empty() && !(std::ofstream(json) << report.dump(2) << '\n')) {
        std::fprintf(stderr, "check_engine: cannot write %s\n", json.c_str());
        return 1;
    }
    return table.holds() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    reweigh::test::startWithShortSpins(argv);
    std::string device = "cpu", json;
    CheckOptions options;
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const bool valued = i + 1 < argc;
        if (flag == "--help")
            return usage(0);
        if (flag == "--quick")
            options.quick = true;
        else if (flag == "--device" && valued)
            device = argv[++i];
        else if (flag == "--json" && valued)
            json = argv[++i];
        else if (flag == "--threads" && valued)
            at::set_num_threads(std::max(1, std::atoi(argv[++i])));
        else
            return usage(2);
    }
    CachingAllocator::install();
    try {
        const Result<DeviceChoice> choice = chooseDevice(device);
        if (!choice) {
            std::fprintf(stderr, "check_engine: device %s: %s\n", device.c_str(), choice.error().detail.c_str());
            return 4;
        }
        options.device = choice->device;
        options.bf16 = bool(checkPrecision(Precision::Bf16, choice->device));
        return run(options, choice->name, json);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "check_engine: %s\n", exception.what());
        return 1;
    }
}
