// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompareCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/DataCommand.h"
#include "app/cli/RunPrinter.h"
#include "app/cli/StudyPath.h"
#include "app/cli/TextTable.h"
#include "app/cli/UsageText.h"
#include "app/cli/VariantTable.h"
#include "core/base/NameList.h"
#include "core/config/ConfigField.h"
#include "core/config/VariantText.h"
#include "core/experiment/SearchCheck.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace reweigh {
namespace {

using Clock = std::chrono::steady_clock;

/// Prints the compared variants, and then a line for each training that has ended, with an estimate of the time left.
class ComparisonPrinter {
public:
    /// `stored`: the results of the study's earlier comparisons. `leaveOut`: the study's own list of images to leave out.
    ComparisonPrinter(Terminal& terminal, int seeds, std::vector<VariantResult> stored, std::string leaveOut)
        : m_terminal(terminal)
        , m_stored(std::move(stored))
        , m_leaveOut(std::move(leaveOut))
        , m_seeds(seeds)
    {
    }

    void begins(const ResolvedVariants& variants, const ComparisonWorkers& how)
    {
        const int all = int(variants.list.size()) * m_seeds;
        m_terminal.note("comparing " + counted(int(variants.list.size()), "variant", "variants") + " with "
                        + counted(m_seeds, "fresh seed", "fresh seeds") + " each; " + how.reason);
        for (const ResolvedVariant& variant : variants.list)
            m_terminal.note("  " + variant.name + ": " + whatItIs(variant));
        for (const auto& [name, other] : variants.same)
            m_terminal.note("  " + name + ": the same training as " + other + " in this study; trained once");
        for (const ResolvedVariant& variant : variants.list)
            tellKept(variant);
        m_all = all - int(m_said.size());
        if (!m_stored.empty())
            m_terminal.note("of " + counted(all, "training", "trainings") + " " + std::to_string(m_said.size())
                            + (m_said.size() == 1 ? " is" : " are") + " stored and kept, " + std::to_string(m_all)
                            + (m_all == 1 ? " is trained" : " are trained"));
        m_start = Clock::now();
    }

    void take(const std::vector<VariantResult>& results)
    {
        for (const VariantResult& result : results) {
            for (const VariantRun& run : result.runs)
                ended(result, run, run.seed);
            for (const FailedRun& failure : result.failed)
                ended(result, failure, failure.seed);
        }
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

    /// Counts the variant's runs that are kept, or says why none of those stored under its name is. Runs with a list of their own of images
    /// to leave out are kept if it says what it did; this shows when they are looked at.
    void tellKept(const ResolvedVariant& variant)
    {
        const auto known = std::ranges::find(m_stored, variant.hash, &VariantResult::hash);
        if (known != m_stored.end() && variant.config.data.leaveOut == m_leaveOut) {
            for (const VariantRun& run : known->runs)
                if (run.seed <= m_seeds)
                    m_said.insert({variant.hash, run.seed});
        } else if (const auto changed = settingsChanged(m_stored, variant.name, variant.hash, variant.settings)) {
            m_terminal.note(
                "  " + variant.name + ": its trainings of before are kept apart, as earlier ones, for "
                + (changed->empty() ? "another version of the program made them" : "these settings differ: " + listed(*changed)));
        }
    }

    /// Prints a line for a run or failure that is new.
    template <typename Run> void ended(const VariantResult& result, const Run& run, int seed)
    {
        if (!m_said.insert({result.hash, seed}).second)
            return;
        ++m_ended;
        std::string line = "[" + std::to_string(m_ended) + "/" + std::to_string(m_all) + "] " + runLine(result, run);
        const double each = std::chrono::duration<double>(Clock::now() - m_start).count() / m_ended;
        if (m_ended < m_all)
            line += "; about " + duration(each * (m_all - m_ended)) + " left";
        m_terminal.note(line);
    }

    Terminal& m_terminal;
    const std::vector<VariantResult> m_stored;
    const std::string m_leaveOut;
    const int m_seeds;
    int m_all = 0, m_ended = 0;                   ///< trainings that are not stored yet
    std::set<std::pair<std::string, int>> m_said; ///< hash and seed of the runs that are kept or have been printed
    Clock::time_point m_start;
};

} // namespace

Result<std::vector<VariantResult>> runVariants(StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                               Terminal& terminal, std::stop_token stop, int workers)
{
    Result<StoredVariants> stored = storedComparison(study);
    if (!stored)
        return stored.error();
    ComparisonPrinter printer(terminal, request.config.search.variantSeeds, std::move(stored->list), request.config.data.leaveOut);
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
        app.add_option(std::string("--") + key, m_settings[key], helpText(*findField(key), "as the study"));
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
    Result<ExperimentConfig> settings = study.settings();
    if (!settings)
        return terminal.fail(settings.error());
    if (study.noVariants) // whose results would be lost
        return terminal.fail(*study.noVariants);
    ExperimentConfig config = std::move(settings).value();
    std::set<std::string> named;
    for (const auto& [key, text] : m_settings)
        if (!text.empty()) {
            named.insert(key);
            if (Status status = setFromText(*findField(key), config, text); !status)
                return terminal.fail(status.error());
        }
    for (const std::string& key : named)
        if (Status status = checkUse(*findField(key), config); !status)
            return terminal.fail(status.error());
    std::vector<Variant> variants;
    for (const Asked& list : *lists) {
        if (const Status made = tryVariants(list, config, study); !made)
            return terminal.fail(made.error());
        variants.insert(variants.end(), list.variants.begin(), list.variants.end());
    }

    const Result<PreparedData> data = prepareData(config.data);
    if (!data) {
        noteRelativePaths(terminal, config.data, named);
        return terminal.fail(data.error());
    }
    if (const Status same = checkSameData(*study.facts, *data->plan, study.file); !same)
        return terminal.fail(same.error());
    noteChanges(terminal, *data);
    noteUnchecked(terminal, *study.facts);
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine) {
        if (engine.error().code == ErrorCode::NoSuchDevice && !named.contains("device"))
            terminal.note("the study was begun with --device " + config.training.device
                          + ": give --device auto to compare on what this machine has");
        return terminal.fail(engine.error());
    }
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
