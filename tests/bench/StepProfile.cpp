// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StepProfile.h"

#include "tests/bench/StepBench.h"

#include <ATen/record_function.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <span>
#include <tuple>

namespace reweigh::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Sum {
    int calls = 0;
    double milliseconds = 0;
};

/// Sums the time of the outermost records of this thread.
class Listener {
public:
    Listener()
    {
        s_listener = this;
        m_handle = at::addThreadLocalCallback(at::RecordFunctionCallback(&Listener::begin, &Listener::end)
                                                  .needsInputs(true)
                                                  .needsOutputs(true)
                                                  .scopes({at::RecordScope::FUNCTION, at::RecordScope::USER_SCOPE}));
    }

    ~Listener()
    {
        at::removeCallback(m_handle);
        s_listener = nullptr;
    }

    std::map<std::pair<std::string, std::string>, Sum> sums; ///< by name and shape

private:
    struct Context : at::ObserverContext {
        std::string shape; ///< empty for a nested record
        Clock::time_point start;
    };

    static std::string shapeOf(std::span<const c10::IValue> values)
    {
        for (const c10::IValue& value : values) {
            if (!value.isTensor() || !value.toTensor().defined())
                continue;
            std::string text;
            for (const int64_t size : value.toTensor().sizes())
                text += (text.empty() ? "" : "×") + std::to_string(size);
            return text.empty() ? "scalar" : text;
        }
        return {};
    }

    static std::unique_ptr<at::ObserverContext> begin(const at::RecordFunction& record)
    {
        auto context = std::make_unique<Context>();
        if (s_listener->m_depth++ == 0)
            context->shape = shapeOf({record.inputs().data(), record.inputs().size()});
        context->start = Clock::now();
        return context;
    }

    static void end(const at::RecordFunction& record, at::ObserverContext* opened)
    {
        const auto now = Clock::now();
        if (--s_listener->m_depth > 0)
            return;
        const auto& context = static_cast<const Context&>(*opened);
        std::string shape = context.shape;
        if (const std::string out = shapeOf(record.outputs()); !out.empty() && out != shape)
            shape += " to " + out;
        Sum& sum = s_listener->sums[{record.name(), shape}];
        ++sum.calls;
        sum.milliseconds += std::chrono::duration<double, std::milli>(now - context.start).count();
    }

    static thread_local Listener* s_listener;
    at::CallbackHandle m_handle = 0;
    int m_depth = 0;
};

thread_local Listener* Listener::s_listener = nullptr;

std::string roomOf(const std::string& name)
{
    if (name.starts_with("aten::"))
        return "library";
    if (name == "crossEntropy")
        return "kernels";
    return name == "sgdStep" || name == "adamStep" || name.ends_with("MetaWeightNet") ? "methods" : "models";
}

std::string line(const std::string& cells, double milliseconds, double total)
{
    char text[64];
    std::snprintf(text, sizeof text, " | %.2f | %.1f %% |\n", milliseconds, 100 * milliseconds / total);
    return "| " + cells + text;
}

} // namespace

std::vector<ProfileRow> profileStep(const StepCase& which, int steps)
{
    StepBench bench(which);
    bench.milliseconds(3);
    const auto start = Clock::now();
    Listener listener;
    for (int i = 0; i < steps; ++i)
        bench.milliseconds(1);
    double rest = std::chrono::duration<double, std::milli>(Clock::now() - start).count() / steps;
    std::vector<ProfileRow> rows;
    for (const auto& [key, sum] : listener.sums) {
        rows.push_back({roomOf(key.first), key.first, key.second, double(sum.calls) / steps, sum.milliseconds / steps});
        rest -= rows.back().milliseconds;
    }
    rows.push_back({"the step's own", "between the calls", "", 1, rest});
    rows.push_back({"data", "BatchSource, both batches", "", 1, dataMilliseconds(which, steps)});
    std::ranges::sort(rows, std::greater(), &ProfileRow::milliseconds);
    return rows;
}

std::string profileTable(const std::vector<ProfileRow>& rows)
{
    double total = 0, little = 0;
    std::map<std::string, double> rooms;
    for (const ProfileRow& row : rows) {
        total += row.milliseconds;
        rooms[row.room] += row.milliseconds;
    }
    std::string table = "| room | ms | of the step |\n|---|---|---|\n";
    for (const auto& [room, spent] : rooms)
        table += line(room, spent, total);
    table += "\n| room | kernel | shape | calls | ms | of the step |\n|---|---|---|---|---|---|\n";
    for (const ProfileRow& row : rows) {
        if (row.milliseconds < 1e-3 * total && row.room != "data") {
            little += row.milliseconds;
            continue;
        }
        char calls[32];
        std::snprintf(calls, sizeof calls, "%g", row.calls);
        table += line(row.room + " | " + row.kernel + " | " + row.shape + " | " + calls, row.milliseconds, total);
    }
    return table + line("all rooms | what takes less than 0.1 % each | | ", little, total);
}

} // namespace reweigh::bench
