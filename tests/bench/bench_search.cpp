// SPDX-License-Identifier: GPL-3.0-or-later
/// The search against Optuna 5.0.0, side by side: the same history, the same seed, turn by turn.
#include "core/search/SamplerFactory.h"
#include "core/storage/SqlStorage.h"
#include "tests/bench/PeerProcess.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSysInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <optional>
#include <random>

using namespace reweigh;
using nlohmann::json;

namespace {

constexpr std::uint64_t seed = 1;
constexpr int turns = 40;

struct Case {
    std::string name;
    double ours = 0.0;          ///< ms
    std::optional<double> peer; ///< ms
};

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

template <typename T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "bench_search: %s %s %s\n", errorName(result.error().code), result.error().where.c_str(),
                     result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

const std::vector<Parameter>& space()
{
    static const std::vector<Parameter> parameters = {
        {"hidden_layers", IntDistribution{1, 4}, 0},
        {"nodes_0", IntDistribution{8, 512, true}, 0},
        {"nodes_1", IntDistribution{8, 512, true}, 0},
        {"nodes_2", IntDistribution{8, 512, true}, 0},
        {"input", CategoricalDistribution{{"loss", "stem", "stage1", "stage2", "stage3", "logits", "softmax", "label"}}, 0},
        {"meta_lr", FloatDistribution{1e-5, 1e-1, true}, 0},
    };
    return parameters;
}

/// `count` finished trials with values drawn at random.
std::vector<Observation> history(std::int64_t count)
{
    const auto sampler = makeRandomSampler(seed + 1);
    std::mt19937_64 values(seed);
    std::vector<Observation> trials;
    for (std::int64_t number = 0; number < count; ++number) {
        Observation trial{number, TrialState::Complete, std::ldexp(static_cast<double>(values() >> 11), -53), {}, space(), {}};
        for (Parameter& parameter : trial.parameters)
            parameter.value = sampler->suggest({}, number, {}, parameter.name, parameter.distribution);
        trials.push_back(std::move(trial));
    }
    return trials;
}

json outside(const std::vector<Parameter>& parameters)
{
    json values = json::object();
    for (const Parameter& parameter : parameters)
        values[parameter.name] = externalValue(parameter.distribution, parameter.value);
    return values;
}

void fill(bench::PeerProcess& peer, const std::vector<Observation>& trials, const std::string& path)
{
    json file{{"seed", seed}, {"space", json::object()}, {"trials", json::array()}};
    for (const Parameter& parameter : space())
        file["space"][parameter.name] = toJson(parameter.distribution);
    for (const Observation& trial : trials)
        file["trials"].push_back({{"params", outside(trial.parameters)}, {"value", *trial.value}});
    std::ofstream(path) << file;
    peer.command("fill " + path);
}

bool same(const json& ours, const json& theirs)
{
    return std::all_of(space().begin(), space().end(), [&](const Parameter& parameter) {
        const json &a = ours[parameter.name], &b = theirs[parameter.name];
        if (!std::holds_alternative<FloatDistribution>(parameter.distribution))
            return a == b;
        return std::abs(a.get<double>() - b.get<double>()) <= 1e-9 * std::abs(b.get<double>());
    });
}

Case suggest(std::int64_t count, bench::PeerProcess* peer, const std::string& folder)
{
    std::vector<Observation> trials = history(count);
    const auto sampler = makeTpeSampler(seed);
    const History seen{Direction::Maximize, &trials};
    if (peer)
        fill(*peer, trials, folder + "/history.json");

    std::vector<double> ours, theirs;
    for (int turn = 0; turn < turns; ++turn) {
        const auto number = static_cast<std::int64_t>(trials.size());
        const double value = static_cast<double>(turn) / turns;
        ours.push_back(milliseconds([&] {
            trials.push_back({number, TrialState::Running, {}, {}, {}, {}});
            trials.back().joint = sampler->beginTrial(seen, number);
            for (Parameter parameter : space()) {
                parameter.value = sampler->suggest(seen, number, trials.back().joint, parameter.name, parameter.distribution);
                trials.back().parameters.push_back(std::move(parameter));
            }
        }));
        trials.back().state = TrialState::Complete;
        trials.back().value = value;
        if (!peer)
            continue;
        const json answer = peer->command("ask " + json(value).dump());
        theirs.push_back(answer.at("ms"));
        if (const json mine = outside(trials.back().parameters); !same(mine, answer.at("params"))) {
            std::fprintf(stderr, "bench_search: suggest %lld, turn %d: %s here, %s there\n", static_cast<long long>(count), turn,
                         mine.dump().c_str(), answer["params"].dump().c_str());
            std::exit(1);
        }
    }
    return {"suggest " + std::to_string(count), median(ours), peer ? std::optional(median(theirs)) : std::nullopt};
}

void store(const std::vector<Observation>& trials, const std::string& file)
{
    const auto storage = must(SqlStorage::create(file, "bench", Direction::Maximize));
    for (const Observation& trial : trials) {
        TrialUpdate update;
        update.parameters = trial.parameters;
        update.end = TrialEnd{TrialState::Complete, trial.value};
        must(storage->createTrial(update));
    }
}

double openedBest(const std::string& file)
{
    const auto storage = must(SqlStorage::open(file, StorageMode::Read));
    const std::vector<FrozenTrial> trials = must(storage->trials());
    return *bestTrial(trialRefs(trials), storage->direction())->value;
}

/// Writing and opening a study file. The peer takes a minute to write one, so only if `full`; both open ours.
std::vector<Case> files(std::int64_t count, bench::PeerProcess* peer, bool full, const std::string& folder)
{
    const std::vector<Observation> trials = history(count);
    Case written{"store " + std::to_string(count), milliseconds([&] { store(trials, folder + "/ours.db"); }), {}};
    if (peer && full) {
        fill(*peer, trials, folder + "/history.json");
        written.peer = peer->command("store " + folder + "/theirs.db").at("ms").get<double>();
    }
    std::vector<double> ours, theirs;
    for (int turn = 0; turn < 3; ++turn) {
        double best = 0.0;
        ours.push_back(milliseconds([&] { best = openedBest(folder + "/ours.db"); }));
        if (!peer)
            continue;
        const json answer = peer->command("open " + folder + "/ours.db");
        theirs.push_back(answer.at("ms"));
        if (answer.at("best").get<double>() != best) {
            std::fprintf(stderr, "bench_search: another best trial there\n");
            std::exit(1);
        }
    }
    return {written, {"open " + std::to_string(count), median(ours), peer ? std::optional(median(theirs)) : std::nullopt}};
}

void print(const std::vector<Case>& cases, const bench::PeerProcess* peer)
{
    std::printf("| case | ours, ms | Optuna %s, ms | ratio |\n|---|---:|---:|---:|\n",
                peer ? peer->greeting().value("version", "").c_str() : "");
    for (const Case& each : cases) {
        if (each.peer)
            std::printf("| %s | %.3f | %.1f | %.1f |\n", each.name.c_str(), each.ours, *each.peer, *each.peer / each.ours);
        else
            std::printf("| %s | %.3f | unmeasured | |\n", each.name.c_str(), each.ours);
    }
}

json report(const std::vector<Case>& cases)
{
    json rows = json::array();
    for (const Case& each : cases)
        rows.push_back({{"name", each.name},
                        {"model", "tpe"},
                        {"device", "cpu"},
                        {"precision", "fp64"},
                        {"ours_ms", each.ours},
                        {"peer_ms", each.peer ? json(*each.peer) : json()},
                        {"ratio", each.peer ? json(*each.peer / each.ours) : json()}});
    return {{"machine", QSysInfo::prettyProductName().toStdString() + ", " + QSysInfo::currentCpuArchitecture().toStdString()},
            {"cases", rows}};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription("Suggestions and study files, ours and Optuna's in turn.");
    parser.addHelpOption();
    parser.addOptions({{"json", "Also write the numbers to <file>.", "file"},
                       {"full", "Also time Optuna writing 10,000 trials (a minute)."},
                       {"python", "Interpreter with optuna (default: REWEIGH_PYTHON, else python3).", "path"}});
    parser.process(app);
    QString python = parser.value("python");
    if (python.isEmpty())
        python = qEnvironmentVariable("REWEIGH_PYTHON", "python3");
    const auto peer = bench::PeerProcess::start(python, REWEIGH_SOURCE_DIR "/tests/bench/peer_search.py");
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();

    std::vector<Case> cases = {suggest(1'000, peer.get(), path), suggest(10'000, peer.get(), path)};
    for (Case& each : files(10'000, peer.get(), parser.isSet("full"), path))
        cases.push_back(std::move(each));
    print(cases, peer.get());
    if (parser.isSet("json"))
        std::ofstream(parser.value("json").toStdString()) << report(cases).dump(2) << '\n';
    return 0;
}
