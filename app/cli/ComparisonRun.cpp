// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ComparisonRun.h"

#include "app/cli/RunPrinter.h"
#include "app/cli/TextTable.h"
#include "app/cli/VariantTable.h"
#include "core/config/VariantText.h"
#include "widgets/text/ErrorText.h"

#include <chrono>
#include <set>
#include <utility>

namespace reweigh {
namespace {

using Clock = std::chrono::steady_clock;

/// A line for what is compared, and one for each training that ended, with the time left.
class ComparisonPrinter {
public:
    ComparisonPrinter(Terminal& terminal, int seeds)
        : m_terminal(terminal)
        , m_seeds(seeds)
    {
    }

    void begins(const ResolvedVariants& variants, const ComparisonWorkers& how)
    {
        m_all = int(variants.list.size()) * m_seeds;
        m_start = Clock::now();
        m_terminal.note("comparing " + std::to_string(variants.list.size()) + " variants with " + std::to_string(m_seeds) + " fresh seed"
                        + (m_seeds == 1 ? "" : "s") + " each; " + how.reason);
        for (const ResolvedVariant& variant : variants.list)
            m_terminal.note("  " + variant.name + ": " + whatItIs(variant));
        for (const auto& [name, other] : variants.same)
            m_terminal.note("  " + name + ": the same training as " + other + " in this study; trained once");
    }

    void take(const std::vector<VariantResult>& results)
    {
        int ended = 0;
        for (const VariantResult& result : results)
            ended += int(result.runs.size() + result.failed.size());
        const int before = std::exchange(m_ended, ended);
        if (ended == 0 || ended == before)
            return;
        std::string line = "[" + std::to_string(ended) + "/" + std::to_string(m_all) + "] " + newest(results);
        const double each = std::chrono::duration<double>(Clock::now() - m_start).count() / ended;
        if (ended < m_all)
            line += "; about " + duration(each * (m_all - ended)) + " left";
        m_terminal.note(line);
    }

private:
    static std::string whatItIs(const ResolvedVariant& variant)
    {
        const TrainOptions& training = variant.config.training;
        const std::string settings = settingsText(variant.settings);
        return training.weighting == "mwnet" ? architectureText(training.metaNet) + ", meta rate " + fixed(training.metaLr, 5)
            : settings.empty()               ? "as the study"
                                             : settings;
    }

    /// The run, or failure, that was not there the last time.
    std::string newest(const std::vector<VariantResult>& results)
    {
        std::string line;
        for (const VariantResult& result : results) {
            for (const VariantRun& run : result.runs)
                if (m_said.insert({result.hash, run.seed}).second) {
                    const auto accuracy = run.metrics.find("test.accuracy");
                    line = result.name() + ", seed " + std::to_string(run.seed)
                        + (accuracy == run.metrics.end() ? "" : ": test accuracy " + percent(accuracy->second.meanOfLast))
                        + (run.batchSize > 0 ? ", with a batch of " + std::to_string(run.batchSize) + " after out of memory" : "");
                }
            for (const FailedRun& failure : result.failed)
                if (m_said.insert({result.hash, failure.seed}).second)
                    line = result.name() + ", seed " + std::to_string(failure.seed) + ": " + errorText(failure.error).toStdString();
        }
        return line;
    }

    Terminal& m_terminal;
    const int m_seeds;
    int m_all = 0, m_ended = 0;
    std::set<std::pair<std::string, int>> m_said; ///< hash and seed
    Clock::time_point m_start;
};

} // namespace

Result<std::vector<VariantResult>> runVariants(StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                               Terminal& terminal, std::stop_token stop, int workers)
{
    ComparisonPrinter printer(terminal, request.config.search.variantSeeds);
    StudyEvents events;
    events.comparisonBegins = [&](const ResolvedVariants& variants, const ComparisonWorkers& how) { printer.begins(variants, how); };
    events.randomSearch = [&](int finished, int trials) {
        terminal.note("random search, " + std::to_string(finished) + " of " + std::to_string(trials) + " trials done");
    };
    events.observe = [&](const RunKey& run) {
        return std::make_unique<RunPrinter>(terminal, run.variant + ", seed " + std::to_string(run.seed) + "  ", false);
    };
    events.resultsKept = [&](const std::vector<VariantResult>& results) {
        printer.take(results);
        return Status();
    };
    SearchBudget budget(request.config.search.trials, workers > 0 ? workers : SearchBudget::automatic);
    Result<StudyComparison> compared = compareInStudy(study, request, std::move(engine), budget, std::move(stop), events);
    if (!compared)
        return compared.error();
    return std::move(compared->stored);
}

} // namespace reweigh
