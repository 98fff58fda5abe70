// SPDX-License-Identifier: GPL-3.0-or-later
// The window's speed: each case in a process of its own, without a display. Prints a Markdown table.
//
//   bench_window [--turns N] [--without-training]

#include "tests/bench/WindowBench.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace {

using namespace reweigh::bench;

/// The numbers a probe printed, one a line; stops everything where it failed.
std::vector<double> probe(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit) {
        std::fprintf(stderr, "bench_window: probe %s failed\n", qPrintable(arguments.join(' ')));
        std::exit(1);
    }
    std::vector<double> numbers;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
        if (!line.isEmpty())
            numbers.push_back(line.toDouble());
    return numbers;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void row(const char* what, const char* format, double value, const char* limit)
{
    std::printf("| %s | ", what);
    std::printf(format, value);
    std::printf(" | %s |\n", limit);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 2 && std::string(argv[1]) == "--probe")
        return runProbe(argc, argv);
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const qsizetype turnsAt = arguments.indexOf("--turns");
    const int turns = turnsAt > 0 ? arguments.value(turnsAt + 1).toInt() : 5;

    QTemporaryDir folder;
    const QString study = folder.filePath("large.db");
    writeLargeStudy(study.toStdString(), 10000);

    std::printf("| window | measured | limit |\n| --- | ---: | ---: |\n");
    std::vector<double> starts, torch;
    for (int i = 0; i < turns; ++i) {
        const std::vector<double> start = probe({"--probe", "start"});
        starts.push_back(start.at(0));
        torch.push_back(start.at(1));
    }
    row("start to usable window, median", "%.0f ms", median(starts), "500 ms");
    row("LibTorch mapped then (0 no, 1 yes)", "%.0f", *std::max_element(torch.begin(), torch.end()), "0");

    std::vector<double> opened, memory, read;
    for (int i = 0; i < turns; ++i) {
        const std::vector<double> open = probe({"--probe", "open", study});
        opened.push_back(open.at(0));
        memory.push_back(open.at(1));
        read.push_back(open.at(2));
    }
    row("opening a study of 10,000 trials, read and in the lists, median", "%.0f ms", median(read), "500 ms");
    row("the same until every view off the GUI thread has its picture", "%.0f ms", median(opened), "");
    row("memory with it", "%.0f MB", median(memory), "400 MB");

    const std::vector<double> frames = probe({"--probe", "frames", study, folder.filePath("stream")});
    row("worst frame, 8 series of 100,000 points, 1,000 points/s each, that study open", "%.1f ms", frames.at(0), "16 ms");
    row("of frames, 99 %", "%.1f ms", frames.at(1), "");
    row("points dropped", "%.0f", frames.at(2), "0");

    if (arguments.contains("--without-training"))
        return 0;
    // In pairs, so that a busy machine is busy for both, and each goes first in half of them. Two trainings alike differ by more
    // than the limit on a small machine: many pairs, and how far they lie apart is said beside their median.
    std::vector<double> slowed;
    for (int i = 0; i < 3 * turns; ++i) {
        const auto stepsPerSecond = [&](const char* name) {
            return probe({"--probe", name, folder.filePath("%1-%2").arg(name).arg(i)}).at(0);
        };
        const bool windowFirst = i % 2 == 1;
        const double first = stepsPerSecond(windowFirst ? "train-window" : "train");
        const double second = stepsPerSecond(windowFirst ? "train" : "train-window");
        slowed.push_back(((windowFirst ? second / first : first / second) - 1.0) * 100.0);
    }
    std::sort(slowed.begin(), slowed.end());
    row("training slowed by the window, median", "%.1f %%", median(slowed), "3 %");
    row("a quarter of the pairs below", "%.1f %%", slowed[slowed.size() / 4], "");
    row("a quarter of the pairs above", "%.1f %%", slowed[slowed.size() - 1 - slowed.size() / 4], "");
    return 0;
}
