// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Peer.h"
#include "tests/bench/StepBench.h"

#include "core/config/Names.h"
#include "core/kernels/ActivationPool.h"

#include <ATen/Parallel.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

using namespace reweigh::bench;

namespace {

struct Options {
    std::string json, filter, python;
    int rounds = 5;
    bool profile = false;
};

int usage(int code)
{
    std::fprintf(code == 0 ? stdout : stderr,
                 "bench_step [--cases TEXT] [--rounds N] [--threads N] [--python FILE] [--json FILE] [--profile]\n"
                 "Training steps beside the same steps in PyTorch, taking turns; medians in milliseconds.\n"
                 "  --cases TEXT   only cases whose name contains TEXT (wrn-28-10 runs only when named)\n"
                 "  --python FILE  interpreter with torch (default: REWEIGH_PYTHON, then python3); none: ours alone\n"
                 "  --profile      what each pass of ours takes\n");
    return code;
}

std::vector<StepCase> allCases()
{
    using reweigh::Precision;
    const reweigh::ImageShape colour{32, 32, 3}, grey{28, 28, 1};
    return {
        {"exact", "resnet32", Precision::Fp32, colour, 100}, {"exact", "resnet32", Precision::Bf16, colour, 100},
        {"exact", "small-cnn", Precision::Fp32, grey, 128},  {"plain", "resnet32", Precision::Fp32, colour, 100},
        {"plain", "resnet32", Precision::Bf16, colour, 100}, {"plain", "small-cnn", Precision::Fp32, grey, 128},
        {"exact", "wrn-28-10", Precision::Fp32, colour, 16}, {"exact", "wrn-28-10", Precision::Bf16, colour, 16},
    };
}

std::string machine()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.rfind("model name", 0) == 0)
            return line.substr(line.find(':') + 2) + ", " + std::to_string(at::get_num_threads()) + " threads";
    return std::to_string(at::get_num_threads()) + " threads";
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[values.size() / 2];
}

/// The public algorithm is fp32; a plain step meets PyTorch at our own precision.
std::vector<std::string> peerCommand(const StepCase& which, const std::string& python)
{
    return {python, REWEIGH_SOURCE_DIR "/tests/bench/peer_step.py", "--method", which.method, "--model", which.model,
            "--precision", which.method == "exact" ? "fp32" : reweigh::nameOf(which.precision), "--side", std::to_string(which.shape.height),
            "--channels", std::to_string(which.shape.channels), "--batch", std::to_string(which.batch),
            "--threads", std::to_string(at::get_num_threads())};
}

struct Timing {
    double ours = -1, peer = -1;
};

Timing measure(const StepCase& which, const Options& options)
{
    StepBench bench(which);
    Peer peer(peerCommand(which, options.python));
    const int steps = which.model == "small-cnn" ? 10 : 1;
    const auto ours = [&] {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < steps; ++i)
            bench.step();
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / steps;
    };
    ours(); // primitives are made, memory is touched
    ours();
    const bool alone = peer.run(2) < 0;
    std::vector<double> mine, theirs;
    for (int round = 0; round < options.rounds; ++round) {
        mine.push_back(ours());
        mine.push_back(ours());
        if (!alone)
            theirs.push_back(peer.run(steps) / steps);
    }
    if (options.profile)
        for (const auto& [pass, spent] : bench.passes(options.rounds))
            std::printf("%s, %s: %.2f ms\n", which.name().c_str(), pass.c_str(), spent);
    return {median(mine), median(theirs)};
}

/// Short spins in the library's threads, as the engine has them: both sides then stand a busy machine. The
/// library reads this when it is loaded, hence the second start.
void startWithShortSpins(char** argv)
{
    if (std::getenv("GOMP_SPINCOUNT") || std::getenv("OMP_WAIT_POLICY"))
        return;
    setenv("GOMP_SPINCOUNT", "10000", 0);
    execv("/proc/self/exe", argv); // where that fails, the default will do
}

} // namespace

int main(int argc, char** argv)
{
    startWithShortSpins(argv);
    Options options;
    if (const char* python = std::getenv("REWEIGH_PYTHON"))
        options.python = python;
    if (options.python.empty())
        options.python = "python3";
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const bool valued = i + 1 < argc;
        if (flag == "--help")
            return usage(0);
        if (flag == "--profile")
            options.profile = true;
        else if (flag == "--json" && valued)
            options.json = argv[++i];
        else if (flag == "--cases" && valued)
            options.filter = argv[++i];
        else if (flag == "--python" && valued)
            options.python = argv[++i];
        else if (flag == "--threads" && valued)
            at::set_num_threads(std::max(1, std::atoi(argv[++i])));
        else if (flag == "--rounds" && valued)
            options.rounds = std::max(1, std::atoi(argv[++i]));
        else
            return usage(2);
    }
    reweigh::ActivationPool::install();

    nlohmann::json report{{"machine", machine()}, {"cases", nlohmann::json::array()}};
    std::printf("%s\n\n| case | ours ms | peer ms | ratio |\n|---|---|---|---|\n", machine().c_str());
    for (const StepCase& which : allCases()) {
        const bool large = which.model == "wrn-28-10" && options.filter.find("wrn") == std::string::npos;
        if (large || which.name().find(options.filter) == std::string::npos)
            continue;
        const Timing timing = measure(which, options);
        nlohmann::json entry{{"name", which.name()}, {"model", which.model}, {"device", "cpu"}, {"precision", reweigh::nameOf(which.precision)},
                             {"ours_ms", timing.ours}, {"peer_ms", nullptr}, {"ratio", nullptr}};
        if (timing.peer > 0) {
            entry["peer_ms"] = timing.peer;
            entry["ratio"] = timing.peer / timing.ours;
            std::printf("| %s | %.1f | %.1f | %.2f |\n", which.name().c_str(), timing.ours, timing.peer, timing.peer / timing.ours);
        } else {
            std::printf("| %s | %.1f | unmeasured | |\n", which.name().c_str(), timing.ours);
        }
        std::fflush(stdout);
        report["cases"].push_back(entry);
    }
    if (!options.json.empty() && !(std::ofstream(options.json) << report.dump(2) << '\n')) {
        std::fprintf(stderr, "bench_step: cannot write %s\n", options.json.c_str());
        return 1;
    }
    return 0;
}
