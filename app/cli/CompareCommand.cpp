// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompareCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/DataCommand.h"
#include "app/cli/RunPrinter.h"
#include "app/cli/StudyPath.h"
#include "app/cli/TextTable.h"
#include "app/cli/UsageText.h"
#include "app/cli/VariantTable.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/config/VariantText.h"
#include "core/experiment/SearchCheck.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"

#include <chrono>
#include <set>
#include <utility>

namespace reweigh {
namespace {

using Clock = std::chrono::steady_clock;

/// Prints the compared variants, and then a line for each training that has ended, with an estimate of the time left.
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
            if (!result.earlier)
                ended += int(result.runs.size() + result.failed.size());
        const bool first = !std::exchange(m_told, true);
        if (first)
            tellKept(results, ended);
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
        const WeightSource source = weightSource(variant.config);
        const std::string settings = settingsText(variant.settings);
        return hasNetwork(source) ? weightingText(source) + ", meta rate " + figure(training.metaLr, 5)
               : settings.empty() ? "as the study"
                                  : settings;
    }

    /// Says, before anything is trained, how much of what is stored is kept, and why no run of a variant is.
    void tellKept(const std::vector<VariantResult>& results, int kept)
    {
        bool stored = kept > 0;
        for (const VariantResult& result : results) {
            const auto changed = settingChanged(results, result.name(), result.hash, result.settings);
            if (result.earlier || !result.runs.empty() || !changed)
                continue;
            stored = true;
            m_terminal.note("  " + result.name() + ": its trainings of before are not kept, for "
                            + (changed->empty() ? "another version of the program made them" : *changed + " differs"));
        }
        if (stored)
            m_terminal.note("of " + std::to_string(m_all) + " trainings " + std::to_string(kept) + " are stored and kept, "
                            + std::to_string(m_all - kept) + " are trained");
    }

    /// Describes the run or failure that is new since the last call.
    std::string newest(const std::vector<VariantResult>& results)
    {
        std::string line;
        for (const VariantResult& result : results) {
            for (const VariantRun& run : result.runs)
                if (m_said.insert({result.hash, run.seed}).second)
                    line = runLine(result, run);
            for (const FailedRun& failure : result.failed)
                if (m_said.insert({result.hash, failure.seed}).second)
                    line = runLine(result, failure);
        }
        return line;
    }

    Terminal& m_terminal;
    const int m_seeds;
    int m_all = 0, m_ended = 0;
    bool m_told = false;                          ///< what is kept
    std::set<std::pair<std::string, int>> m_said; ///< hash and seed of the runs that have been printed
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

namespace {

/// Help text: the named variants, one per line, with what each controls for.
std::string variantsHelp()
{
    std::string text = "What to compare; may be given several times. Named variants, all compared unless some are named:";
    for (const NamedVariant& variant : namedVariants())
        text += std::string("\n  ") + variant.name + ": " + variant.help + (variant.byDefault ? "" : " (only if named)");
    return text
           + "\nYour own: name:key=value,key=value sets what differs from the study; name:searched,key=value starts from a named one; "
             "lists with dashes (hidden=64-64). Or a plan file, FILE.json: {\"variants\": [\"searched\", {\"name\": ..., \"base\": ..., "
             "\"settings\": {...}}]}";
}

} // namespace

void CompareCommand::declare(CLI::App& app)
{
    app.add_option("STUDY", m_study, "Study file, or the folder that holds study.db")->required();
    app.add_option("--study-name", m_name, "Which study of the file; only needed where it holds several")->type_name("NAME");
    app.add_option("--variants", m_variants, variantsHelp())->type_name("")->expected(1)->take_all();
    app.add_option("--workers", m_workers,
                   "Trainings at once; the results are the same for any number; auto: as many as the cores allow, or one where that is "
                   "measured to be faster; on a GPU one")
        ->transform(wholeNumberOrAuto(0, 1024))
        ->default_str("auto");
    for (const char* key : {"variant-seeds", "data-dir", "labels", "clean", "leave-out", "device", "threads"})
        app.add_option(std::string("--") + key, m_settings[key], helpText(*findField(key)));
}

Result<std::vector<CompareCommand::Asked>> CompareCommand::asked() const
{
    if (m_variants.empty())
        return std::vector<Asked>{{defaultVariants(), {}}};
    std::vector<Asked> all;
    for (const std::string& text : m_variants) {
        const bool isFile = text.ends_with(".json");
        Result<std::vector<Variant>> some = isFile ? readVariantPlan(text) : parseVariants(text);
        if (!some)
            return some.error();
        all.push_back({std::move(some).value(), isFile ? text : std::string()});
    }
    return all;
}

/// Makes every variant, so that one that cannot be made shows before images are read and a random search trains. What such a search will
/// find is not known: here it is the usual network.
Status CompareCommand::tryVariants(const Asked& asked, const ExperimentConfig& config, const StudySnapshot& study)
{
    VariantSource source{.study = config, .searched = {}, .random = Proposal()};
    if (const TrialFacts* facts = study.best() ? study.best()->facts() : nullptr)
        source.searched = {facts->architecture, facts->metaLr};
    for (const Variant& variant : asked.variants)
        if (const Result<ResolvedVariant> made = resolveVariant(variant, source); !made)
            return inFile(made.error(), asked.file);
    return {};
}

int CompareCommand::run(Terminal& terminal, std::stop_token stop)
{
    const Result<std::vector<Asked>> lists = asked();
    if (!lists)
        return terminal.fail(lists.error());
    const auto read = readStudy(m_study, m_name);
    if (!read)
        return terminal.fail(read.error());
    const StudySnapshot& study = **read;
    if (!study.facts)
        return terminal.fail(study.noFacts);
    if (study.noVariants) // whose results would be lost
        return terminal.fail(*study.noVariants);
    ExperimentConfig config;
    if (Status status = applyStored(config, study.facts->config); !status)
        return terminal.fail(status.error());
    for (const auto& [key, text] : m_settings)
        if (!text.empty())
            if (Status status = setFromText(*findField(key), config, text); !status)
                return terminal.fail(status.error());
    for (const auto& [key, text] : m_settings)
        if (!text.empty())
            if (Status status = checkUse(*findField(key), config); !status)
                return terminal.fail(status.error());
    std::vector<Variant> variants;
    for (const Asked& list : *lists) {
        if (const Status made = tryVariants(list, config, study); !made)
            return terminal.fail(made.error());
        variants.insert(variants.end(), list.variants.begin(), list.variants.end());
    }

    const Result<PreparedData> data = prepareData(config.data);
    if (!data)
        return terminal.fail(data.error());
    if (const Status same = checkSameData(*study.facts, *data->plan, study.file); !same)
        return terminal.fail(same.error());
    noteChanges(terminal, *data);
    noteUnchecked(terminal, *study.facts);
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine)
        return terminal.fail(engine.error());
    const auto storage = SqlStorage::open(study.file, StorageMode::Write, study.name);
    if (!storage)
        return terminal.fail(storage.error());
    const auto compared =
        runVariants(**storage, {.config = config, .variants = variants, .data = *data, .folder = study.file.parent_path()}, *engine,
                    terminal, stop, m_workers);
    if (!compared)
        return terminal.fail(compared.error());
    terminal.print(variantTable(*compared, study.ownLabels()) + figuresText(data->plan->changes.labels));
    nlohmann::json result = comparisonJson(*compared);
    result["data"] = toJson(data->plan->changes);
    terminal.result(result);
    return 0;
}

} // namespace reweigh
