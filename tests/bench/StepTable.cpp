// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StepTable.h"

#include "core/config/Names.h"

#include <algorithm>
#include <cstdio>

namespace reweigh::bench {
namespace {

constexpr const char* unmeasured = "unmeasured";

std::string text(const char* format, const std::optional<double>& value, const char* without = unmeasured)
{
    if (!value)
        return without;
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, format, *value);
    return buffer;
}

std::optional<double> megabytes(const std::optional<double>& bytes)
{
    return bytes ? std::optional(*bytes / 1e6) : std::nullopt;
}

std::string cell(const StepCase& which, const StepResult& result)
{
    if (!result.ours)
        return unmeasured;
    std::string written = text("%.1f", result.ours) + " / " + text("%.1f", result.peer) + " ms";
    if (result.ratio())
        written += text(": **%.2f×**", result.ratio());
    if (which.target)
        written += text(" (≥ %g)", which.target);
    if (result.narrowRatio())
        written += text(", %.2f to its bf16", result.narrowRatio());
    if (result.plainRatio())
        written += text(", %.2f plain", result.plainRatio());
    return written;
}

std::string rowName(const StepCase& which)
{
    return which.method + ", " + (which.device == "cpu" ? "CPU" : "CUDA") + ' ' + nameOf(which.precision);
}

nlohmann::json json(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json bytes(const std::optional<double>& value)
{
    return value ? nlohmann::json(std::int64_t(*value)) : nlohmann::json();
}

} // namespace

std::string targetTable(const StepResults& results)
{
    std::string table = "| ours / PyTorch | ResNet-32, batch 100 | small CNN 28×28, batch 128 | WRN-28-10, batch 16 |\n|---|---|---|---|\n";
    std::string row;
    for (const StepCase& which : targetCases()) {
        const std::string name = rowName(which);
        if (name != row)
            table += (row.empty() ? "| " : " |\n| ") + name;
        row = name;
        const auto found = std::ranges::find_if(results, [&](const auto& result) { return result.first.name() == which.name(); });
        table += " | " + (found == results.end() ? unmeasured : cell(found->first, found->second));
    }
    return table + " |\n";
}

std::string cheaperTable(const StepResults& results)
{
    std::string table;
    for (const auto& [which, result] : results)
        if (which.cheaper() && result.ours)
            table += "| " + which.name() + " | " + text("%.1f", result.ours) + " | " + text("%.1f", result.exact) + " | "
                     + text("%.2f×", result.gain()) + " | " + text("%.2f", result.plainRatio()) + " | " + text("%.2f×", result.ratio())
                     + " |\n";
    return table.empty()
               ? table
               : "| cheaper, not exact | ms | exact, ms | faster | own plain steps | to PyTorch's exact |\n|---|---|---|---|---|---|\n"
                     + table;
}

std::string caseHeader()
{
    return "| case | ours ms | peer ms | ratio | peer in bf16, ms | ratio | own plain steps | peak MB | of a plain step's | peer's peak MB "
           "|\n|---|---|---|---|---|---|---|---|---|---|\n";
}

std::string caseLine(const StepCase& which, const StepResult& result)
{
    return "| " + which.name() + " | " + text("%.1f", result.ours) + " | " + text("%.1f", result.peer) + " | "
           + text("%.2f", result.ratio(), "") + " | " + text("%.1f", result.narrowPeer, "") + " | " + text("%.2f", result.narrowRatio(), "")
           + " | " + text("%.2f", result.plainRatio(), "") + " | " + text("%.0f", megabytes(result.peakBytes)) + " | "
           + text("%.2f", result.memoryRatio(), "") + " | " + text("%.0f", megabytes(result.peerPeakBytes)) + " |\n";
}

nlohmann::json toJson(const StepCase& which, const StepResult& result, int threads, const std::string& date)
{
    return {{"name", which.name()},
            {"model", which.model},
            {"device", which.device},
            {"precision", nameOf(which.precision)},
            {"ours_ms", json(result.ours)},
            {"peer_ms", json(result.peer)},
            {"ratio", json(result.ratio())},
            {"peer_bf16_ms", json(result.narrowPeer)},
            {"peer_bf16_ratio", json(result.narrowRatio())},
            {"method", which.method},
            {"batch", which.batch},
            {"threads", threads},
            {"date", date},
            {"target_ratio", json(which.target)},
            {"exact_ms", json(result.exact)},
            {"exact_ratio", json(result.gain())},
            {"plain_ms", json(result.plain)},
            {"plain_ratio", json(result.plainRatio())},
            {"peak_bytes", bytes(result.peakBytes)},
            {"plain_peak_bytes", bytes(result.plainPeakBytes)},
            {"peer_peak_bytes", bytes(result.peerPeakBytes)}};
}

} // namespace reweigh::bench
