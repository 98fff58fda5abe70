// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzzer of our own, for the short run among the tests and for machines without clang's libFuzzer. It does not see which code an input
// reaches; it only changes the seeds at random.
//
// usage: fuzz_<reader> [--inputs N] [--seed N] [FILE...]      FILE: an input to run instead, as a finding leaves one
#include "tests/fuzz/FuzzMutation.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
/// Memory out of proportion to the input is a finding: this much at once, or in all, is beyond what 64 KiB can decode to.
extern "C" const char* __asan_default_options()
{
    return "max_allocation_size_mb=256:hard_rss_limit_mb=1024:allocator_may_return_null=0";
}
#endif

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
constexpr double longestSeconds = sanitized ? 5.0 : 1.0; ///< of the processor's time, not the clock's, which other programs share
constexpr int hangSeconds = 30;
constexpr rlim_t mostMemory = rlim_t(512) << 20; ///< beyond what the program has at its start

std::string current; ///< the input that runs now
const char* findingName = "finding.bin";

/// Only calls that a signal handler may make.
void keepInput()
{
    const int file = ::open(findingName, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    [[maybe_unused]] const ssize_t put = ::write(file, current.data(), current.size());
    ::close(file);
    const auto say = [](const char* text) { [[maybe_unused]] const ssize_t said = ::write(2, text, std::strlen(text)); };
    say("fuzz: the input is kept in ");
    say(findingName);
    say("\n");
}

void onSignal(int signal)
{
    keepInput();
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

double processorSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

/// Returns whether the reader behaved.
bool runOne(std::string input)
{
    current = std::move(input);
    itimerval limit{};
    limit.it_value.tv_sec = hangSeconds;
    ::setitimer(ITIMER_PROF, &limit, nullptr);
    const double begun = processorSeconds();
    try {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "fuzz: an exception: %s\n", exception.what());
        return false;
    }
    const double seconds = processorSeconds() - begun;
    if (seconds > longestSeconds)
        std::fprintf(stderr, "fuzz: an input of %zu bytes took %.1f s\n", current.size(), seconds);
    return seconds <= longestSeconds;
}

void limitMemory()
{
    if (sanitized) // their shadow memory is terabytes of addresses
        return;
    long pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    rlimit limit{};
    ::getrlimit(RLIMIT_AS, &limit);
    limit.rlim_cur = std::min(limit.rlim_max, rlim_t(pages) * rlim_t(::sysconf(_SC_PAGESIZE)) + mostMemory);
    ::setrlimit(RLIMIT_AS, &limit);
}

} // namespace

int main(int argc, char** argv)
{
    std::uint64_t inputs = 1000, seed = 1;
    std::vector<std::string> files;
    for (int i = 1; i < argc; ++i) {
        const bool hasValue = i + 1 < argc;
        if (std::strcmp(argv[i], "--inputs") == 0 && hasValue)
            inputs = std::strtoull(argv[++i], nullptr, 10);
        else if (std::strcmp(argv[i], "--seed") == 0 && hasValue)
            seed = std::strtoull(argv[++i], nullptr, 10);
        else
            files.emplace_back(argv[i]);
    }
    const char* const name = std::strrchr(argv[0], '/') ? std::strrchr(argv[0], '/') + 1 : argv[0];
    static std::string kept;
    kept = std::string(name) + "-finding.bin";
    findingName = kept.c_str();
    ::signal(SIGPROF, onSignal);
    ::signal(SIGABRT, onSignal);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(keepInput);
#else
    // On a stack of its own, for one that is exhausted.
    static char stack[64 * 1024];
    const stack_t other{.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
    ::sigaltstack(&other, nullptr);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) {
        struct sigaction action { };
        action.sa_handler = onSignal;
        action.sa_flags = SA_ONSTACK;
        ::sigaction(signal, &action, nullptr);
    }
#endif
    for (const std::string& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in) {
            std::fprintf(stderr, "fuzz: cannot read %s\n", file.c_str());
            return 2;
        }
        if (!runOne(std::string(std::istreambuf_iterator<char>(in), {})))
            return 1;
        std::printf("%s: nothing wrong with %s\n", name, file.c_str());
    }
    if (!files.empty())
        return 0;

    const std::vector<std::string> seeds = reweigh::test::fuzzSeeds();
    const double begun = processorSeconds();
    for (const std::string& input : seeds)
        if (!runOne(input)) {
            keepInput();
            return 1;
        }
    limitMemory();
    reweigh::test::FuzzMutation mutation(seeds, seed);
    for (std::uint64_t i = 0; i < inputs; ++i)
        if (!runOne(mutation.next())) {
            std::fprintf(stderr, "fuzz: input %llu of seed %llu\n", static_cast<unsigned long long>(i),
                         static_cast<unsigned long long>(seed));
            keepInput();
            return 1;
        }
    std::printf("%s: %llu inputs in %.1f s, nothing wrong\n", name, static_cast<unsigned long long>(inputs), processorSeconds() - begun);
    return 0;
}
