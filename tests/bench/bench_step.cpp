// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StepProfile.h"
#include "tests/bench/StepTable.h"
#include "tests/bench/TrialBench.h"
#include "tests/bench/Turns.h"

#include "core/engine/kernels/CachingAllocator.h"
#include "core/engine/training/Device.h"
#include "tests/support/ShortSpins.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace reweigh::bench;

namespace {

struct Options {
    TurnOptions turns;
    std::string json, filter;
    int epochs = 3;
    bool quick = false, profile = false;
};

int usage(int code)
{
    std::fprintf(code == 0 ? stdout : stderr,
                 "bench_step [--cases TEXT] [--quick] [--rounds N] [--threads N] [--python FILE] [--peer FILE] [--epochs N] [--json FILE]\n"
                 "           [--profile]\n"
                 "Training steps beside the same steps in PyTorch, in alternating turns; medians in milliseconds, and the most\n"
                 "bytes that live tensors take within a step; then whole trainings with the demo preset. Ends with the table of targets.\n"
                 "Our side counts denormal numbers as zero, as every training of ours does; the peer does what PyTorch does by default.\n"
                 "  --cases TEXT   only cases whose name contains TEXT: \"exact mlp\", \"trial\"\n"
                 "  --quick        2 rounds, and neither WRN-28-10 nor cheaper steps unless named\n"
                 "  --rounds N     turns of each side (default 5)\n"
                 "  --threads N    of both sides (default: one a core)\n"
                 "  --python FILE  interpreter with torch (default: REWEIGH_PYTHON, then python3); none: ours alone\n"
                 "  --peer FILE    peer_step.py (default: beside this program)\n"
                 "  --epochs N     of a whole training (default 3)\n"
                 "  --json FILE    the same for machines\n"
                 "  --profile      instead: what each kernel takes of one step of ours, and the loader's share\n"
                 "Needs LibTorch only: cmake -DREWEIGH_QT=OFF builds it without Qt.\n");
    return code;
}

std::string processor()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.rfind("model name", 0) == 0)
            return line.substr(line.find(':') + 2) + ", ";
    return {};
}

std::string today()
{
    const std::time_t now = std::time(nullptr);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
    return text;
}

bool runs(const StepCase& which, const Options& options)
{
    if (which.name().find(options.filter) == std::string::npos)
        return false;
    return !options.quick || !options.filter.empty() || (which.model != "wrn-28-10" && !which.cheaper());
}

/// Beside this program, wherever both were taken.
std::string peerFile()
{
    std::error_code ignored;
    return (std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "peer_step.py").string();
}

Options parse(int argc, char** argv)
{
    Options options;
    const char* python = std::getenv("REWEIGH_PYTHON");
    options.turns.python = python ? python : "python3";
    bool roundsGiven = false;
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const bool valued = i + 1 < argc;
        if (flag == "--help")
            std::exit(usage(0));
        if (flag == "--quick")
            options.quick = true;
        else if (flag == "--profile")
            options.profile = true;
        else if (flag == "--json" && valued)
            options.json = argv[++i];
        else if (flag == "--cases" && valued)
            options.filter = argv[++i];
        else if (flag == "--python" && valued)
            options.turns.python = argv[++i];
        else if (flag == "--peer" && valued)
            options.turns.peer = argv[++i];
        else if (flag == "--epochs" && valued)
            options.epochs = std::max(1, std::atoi(argv[++i]));
        else if (flag == "--threads" && valued)
            at::set_num_threads(std::max(1, std::atoi(argv[++i])));
        else if (flag == "--rounds" && valued) {
            options.turns.rounds = std::max(1, std::atoi(argv[++i]));
            roundsGiven = true;
        } else
            std::exit(usage(2));
    }
    if (options.quick && !roundsGiven)
        options.turns.rounds = 2;
    options.turns.threads = at::get_num_threads();
    if (options.turns.peer.empty())
        options.turns.peer = peerFile();
    return options;
}

std::vector<StepCase> cases(const Options& options)
{
    std::vector<StepCase> all = targetCases();
    std::ranges::move(trainedCases(), std::back_inserter(all));
    std::ranges::move(cheaperCases(), std::back_inserter(all));
    std::erase_if(all, [&](const StepCase& which) { return !runs(which, options); });
    return all;
}

bool possible(const StepCase& which)
{
    const auto device = reweigh::chooseDevice(which.device);
    return device && reweigh::checkPrecision(which.precision, device->device);
}

int profile(const Options& options)
{
    for (const StepCase& which : cases(options))
        if (possible(which)) {
            std::printf("\n%s, batch %d\n\n%s", which.name().c_str(), which.batch,
                        profileTable(profileStep(which, 4 * options.turns.rounds)).c_str());
            std::fflush(stdout);
        }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    reweigh::test::startWithShortSpins(argv);
    const Options options = parse(argc, argv);
    reweigh::cudaLibraries(false); // before steps on the CPU, after which LibTorch finds no device any more
    reweigh::CachingAllocator::install();
    if (options.profile)
        return profile(options);
    std::error_code ignored;
    if (options.turns.python != "none" && !std::filesystem::exists(options.turns.peer, ignored)) {
        std::fprintf(stderr, "bench_step: %s is missing: name PyTorch's side with --peer FILE, or give --python none for ours alone\n",
                     options.turns.peer.c_str());
        return 2;
    }

    const int threads = options.turns.threads;
    const std::string machine = processor() + std::to_string(threads) + (threads == 1 ? " thread" : " threads"), date = today();
    nlohmann::json report{{"machine", machine}, {"date", date}, {"threads", threads}, {"cases", nlohmann::json::array()}};
    std::printf("%s, %s\n\n%s", machine.c_str(), date.c_str(), caseHeader().c_str());
    StepResults results;
    for (const StepCase& which : cases(options)) {
        const StepResult result = possible(which) ? takeTurns(which, options.turns) : StepResult();
        results.emplace_back(which, result);
        report["cases"].push_back(toJson(which, result, threads, date));
        std::printf("%s", caseLine(which, result).c_str());
        std::fflush(stdout);
    }
    report["trials"] = nlohmann::json::array();
    for (const TrialCase& which : trialCases()) {
        if (which.name().find(options.filter) == std::string::npos)
            continue;
        if (report["trials"].empty())
            std::printf("\n%s", trialHeader(options.epochs).c_str());
        const TrialResult result = takeTrials(which, options.turns, options.epochs);
        report["trials"].push_back(toJson(which, result, options.epochs, date));
        std::printf("%s", trialLine(which, result).c_str());
        std::fflush(stdout);
    }
    std::printf("\n%s\n%s", targetTable(results).c_str(), cheaperTable(results).c_str());
    if (!options.json.empty() && !(std::ofstream(options.json) << report.dump(2) << '\n')) {
        std::fprintf(stderr, "bench_step: cannot write %s\n", options.json.c_str());
        return 1;
    }
    return 0;
}
