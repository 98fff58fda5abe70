// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/WindowBench.h"
#include "tests/support/ScriptedEngine.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/main/MainWindow.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace reweigh::bench {
namespace {

/// Seconds since this process was started, by the kernel's books.
double secondsSinceExec()
{
    QFile stat("/proc/self/stat");
    QFile uptime("/proc/uptime");
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        return 0.0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return uptime.readAll().split(' ').first().toDouble() - fields.at(19).toDouble() / double(sysconf(_SC_CLK_TCK));
}

double residentMegabytes()
{
    QFile statm("/proc/self/statm");
    if (!statm.open(QIODevice::ReadOnly))
        return 0.0;
    return statm.readAll().split(' ').at(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

bool torchMapped()
{
    QFile maps("/proc/self/maps");
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libtorch");
}

/// Duration of every turn of the event loop that did something.
class FrameMeter {
public:
    FrameMeter()
    {
        QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
        QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, dispatcher, [this] { m_turn.start(); });
        QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher, [this] {
            if (m_turn.isValid())
                m_turns.push_back(double(m_turn.nsecsElapsed()) * 1e-6);
            m_turn.invalidate();
        });
    }

    void clear() { m_turns.clear(); }
    double quantile(double q)
    {
        if (m_turns.empty())
            return 0.0;
        std::sort(m_turns.begin(), m_turns.end());
        return m_turns[std::min(m_turns.size() - 1, std::size_t(q * double(m_turns.size())))];
    }

private:
    QElapsedTimer m_turn;
    std::vector<double> m_turns;
};

/// Until `done` holds; the event loop sleeps in between.
template <typename Predicate> void waitFor(Predicate done)
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (done())
            loop.quit();
    });
    timer.start(2);
    loop.exec();
}

/// No job in the pool, and none asked for in the turns since.
void waitUntilIdle()
{
    int quiet = 0;
    waitFor([&] {
        quiet = QThreadPool::globalInstance()->activeThreadCount() == 0 ? quiet + 1 : 0;
        return quiet > 10;
    });
}

[[noreturn]] void giveUp(const Error& error)
{
    std::fprintf(stderr, "bench_window: %s %s: %s\n", errorName(error.code), error.where.c_str(), error.detail.c_str());
    std::_Exit(1);
}

ExperimentConfig trainingConfig(const char* folder)
{
    ExperimentConfig config;
    config.data.dataset = "synthetic";
    config.training.epochs = 3;
    config.search.trials = 1;
    config.search.objectiveEpochs = 1;
    config.search.pruner = "none";
    config.outDir = folder;
    return config;
}

/// Steps a second of a training on the whole of Fashion-MNIST, the first epoch left out: the window fills its views then.
double trainOnce(OpenStudy& study, const char* folder)
{
    ExperimentConfig config = trainingConfig(folder);
    config.data.dataset = "fashion-mnist";
    config.training.epochs = 4;
    study.document().load(config, {});
    QEventLoop loop;
    QObject::connect(&study, &OpenStudy::finished, &loop, &QEventLoop::quit);
    QObject::connect(&study.runner(), &StudyRunner::failed, &loop, [](const Error& error) { giveUp(error); });
    study.run();
    loop.exec();
    const auto trained = study.runEpochs(RunKey::ofTrial(0));
    double sum = 0.0;
    for (std::size_t i = 1; i < trained->epochs.size(); ++i)
        sum += trained->epochs[i].stepsPerSecond;
    return sum / double(trained->epochs.size() - 1);
}

/// Eight trainings that push 100,000 points each at 3,000 a second, so that no ring runs full, then 1,000 a second for ten seconds.
EngineOpener streamingEngine(std::atomic<int>& filled, std::atomic<bool>& go, std::atomic<long>& pushed)
{
    const auto script = [&filled, &go, &pushed](const TrainJob&, RunObserver& observer, std::stop_token stop) -> Result<TrainResult> {
        using namespace std::chrono_literals;
        constexpr int full = 100000;
        observer.started({.device = "none", .epochs = 1, .stepsPerEpoch = 2 * full});
        std::uint64_t noise = 88172645463325252ULL;
        int step = 0;
        constexpr int burst = 180;
        const auto push = [&](int count) {
            for (int i = 0; i < count; ++i) {
                noise ^= noise << 13, noise ^= noise >> 7, noise ^= noise << 17;
                ++step;
                observer.stepFinished({.epoch = 1, .step = step, .loss = 2.0 / (1.0 + step * 1e-4) + double(noise % 1000) * 5e-4});
            }
        };
        while (step < full && !stop.stop_requested()) {
            push(burst);
            std::this_thread::sleep_for(60ms);
        }
        ++filled;
        while (!go && !stop.stop_requested())
            std::this_thread::sleep_for(1ms);
        for (int i = 0; i < 1000 && !stop.stop_requested(); ++i) {
            push(10);
            std::this_thread::sleep_for(10ms);
        }
        pushed += step;
        EpochFigures epoch{.epoch = 1};
        epoch.validation.accuracy = 0.5;
        observer.epochFinished(epoch);
        return TrainResult{.epochs = {epoch}};
    };
    return test::openerOf(script);
}

int frames(const char* study, const char* folder)
{
    QSettings().setValue("view/accuracy/metric", 3); // loss, over steps
    QSettings().setValue("view/accuracy/axis", 1);
    std::atomic<int> filled = 0;
    std::atomic<bool> go = false;
    std::atomic<long> pushed = 0;
    Workbench bench(streamingEngine(filled, go, pushed));
    MainWindow window(bench);
    window.resize(1600, 1000);
    window.show();
    bench.open(study);
    waitFor([&] { return bench.current().snapshot()->trials.size() == 10000; });
    ExperimentConfig config = trainingConfig(folder);
    config.search.trials = 8;
    OpenStudy& stream = bench.newStudy(config);
    window.showLayout(Layout::Watch);
    stream.runner().setWorkers(8);
    stream.run();
    QObject::connect(&stream.runner(), &StudyRunner::failed, &stream, [](const Error& error) { giveUp(error); });
    waitFor([&] { return filled == 8; });
    waitUntilIdle();
    const auto* plot = window.findChild<QCustomPlot*>("accuracy-plot");
    if (!plot || plot->graphCount() < 16) {
        std::fprintf(stderr, "bench_window: the eight series are not drawn\n");
        return 1;
    }
    FrameMeter meter;
    go = true;
    waitFor([&] { return stream.running().empty(); });
    long points = 0;
    for (int i = 0; i < 8; ++i)
        points += long(stream.trace(RunKey::ofTrial(i))->size());
    std::printf("%.2f\n%.2f\n%ld\n", meter.quantile(1.0), meter.quantile(0.99), pushed.load() - points);
    return 0;
}

} // namespace

int runProbe(int argc, char** argv)
{
    const std::string which = argv[2];
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // whose dispatcher tells of its waits before the turn, not after
    QTemporaryDir home;         // settings of its own, studies of its own
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    if (which == "train") {
        QCoreApplication application(argc, argv);
        RunLog log;
        OpenStudy study(log, {});
        std::printf("%.4f\n", trainOnce(study, argv[3]));
        return 0;
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName("reweigh");
    Theme::instance().apply(application);
    if (which == "frames")
        return frames(argv[3], argv[4]);
    Workbench bench;
    MainWindow window(bench);
    window.resize(1600, 1000);
    window.show();
    if (which == "start") {
        // Usable: every view in sight has been refreshed and painted.
        window.showLayout(Layout::SetUp);
        const auto& panels = window.docks().panels();
        waitFor([&] {
            return std::any_of(panels.begin(), panels.end(), [](const Panel* panel) { return panel->isVisible(); })
                   && std::all_of(panels.begin(), panels.end(), [](const Panel* panel) { return panel->isFresh(); });
        });
        window.grab();
        std::printf("%.1f\n%d\n", secondsSinceExec() * 1e3, torchMapped());
    } else if (which == "open") {
        window.showLayout(Layout::Search);
        waitUntilIdle();
        QElapsedTimer timer;
        timer.start();
        OpenStudy& study = bench.open(argv[3]);
        waitFor([&] { return study.snapshot()->trials.size() == 10000; });
        const double read = double(timer.elapsed());
        double last = read;
        int quiet = 0;
        waitFor([&] { // the moment the last view had its picture, not the quiet turns after it
            const bool idle = QThreadPool::globalInstance()->activeThreadCount() == 0;
            quiet = idle ? quiet + 1 : 0;
            if (!idle)
                last = double(timer.elapsed());
            return quiet > 20;
        });
        std::printf("%.1f\n%.1f\n%.1f\n", last, residentMegabytes(), read);
    } else if (which == "train-window") {
        window.showLayout(Layout::Watch);
        std::printf("%.4f\n", trainOnce(bench.current(), argv[3]));
    }
    QThreadPool::globalInstance()->waitForDone();
    return 0;
}

} // namespace reweigh::bench
