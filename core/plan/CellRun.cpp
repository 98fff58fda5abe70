// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/CellRun.h"

#include "core/plan/PlanRecipes.h"
#include "core/storage/WriterLock.h"

#include <algorithm>
#include <set>

namespace reweigh {
namespace {

/// Whether an error says that another process works on the cell. StudyExists: it made the study just now.
bool isOthers(ErrorCode code)
{
    return code == ErrorCode::StudyLocked || code == ErrorCode::RunLocked || code == ErrorCode::StudyExists;
}

/// The best proposal of a search; none while no trial is complete.
Result<std::optional<Proposal>> foundBy(SearchSession& search)
{
    Result<Proposal> best = bestProposal(search.storage());
    if (best)
        return std::optional(std::move(best).value());
    return best.error().code == ErrorCode::StudyEmpty ? Result<std::optional<Proposal>>(std::optional<Proposal>()) : best.error();
}

/// The variants that can be made from `source`; of equal ones only the first, which is trained for all.
Result<std::vector<Variant>> distinctVariants(const std::vector<Variant>& variants, const VariantSource& source, bool searched)
{
    std::vector<Variant> distinct;
    std::set<std::string> hashes;
    for (const Variant& variant : variants) {
        if ((needsSearch(variant) && !searched) || (needsRandomSearch(variant) && !source.random))
            continue;
        const Result<ResolvedVariant> resolved = resolveVariant(variant, source);
        if (!resolved)
            return resolved.error();
        if (hashes.insert(resolved->hash).second)
            distinct.push_back(variant);
    }
    return distinct;
}

} // namespace

Job noJob()
{
    return [](const std::stop_token&) { return Status(); };
}

/// What is open while a cell runs. It is closed in reverse order: the jobs first, the study, whose lock ends then, last.
struct CellRun::Opened {
    Opened(ExperimentConfig settings, int workers)
        : config(std::move(settings))
        , trials(config.search.trials, workers)
    {
    }

    ExperimentConfig config;
    SearchBudget trials; ///< of each search
    PreparedData data;
    std::shared_ptr<Engine> engine;
    StudyEvents searchEvents, randomEvents;
    std::unique_ptr<SearchSession> search, random;
    std::unique_ptr<PreparedComparison> comparison;
    std::unique_ptr<JobQueue> queue; ///< of the stage
    bool oneAtATime = false;         ///< whether the stage's trainings depend on each other
};

CellRun::CellRun(const PlanCell& cell, std::vector<Variant> variants, PlanResources& resources)
    : m_cell(cell)
    , m_variants(std::move(variants))
    , m_resources(resources)
{
    if (std::ranges::any_of(m_variants, needsSearch))
        m_stages.push_back(Stage::Search);
    if (std::ranges::any_of(m_variants, needsRandomSearch))
        m_stages.push_back(Stage::RandomSearch);
    m_stages.push_back(Stage::Comparison);
}

CellRun::~CellRun() = default;

bool CellRun::hasBegun() const
{
    const std::lock_guard lock(m_mutex);
    return m_phase != Phase::Closed;
}

bool CellRun::isMoving() const
{
    const std::lock_guard lock(m_mutex);
    return m_phase == Phase::Moving;
}

bool CellRun::isLeft() const
{
    const std::lock_guard lock(m_mutex);
    return m_left;
}

std::optional<Error> CellRun::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

bool CellRun::hasNext() const
{
    const std::lock_guard lock(m_mutex);
    if (isGivenUp() || m_phase == Phase::Over)
        return false;
    return m_phase != Phase::Open || !isLastStage() || m_opened->queue->hasNext();
}

bool CellRun::isReady() const
{
    const std::lock_guard lock(m_mutex);
    if (m_phase != Phase::Open)
        return m_phase == Phase::Closed;
    if (!m_opened->queue->hasNext())
        return m_running == 0; // the next stage
    return m_opened->queue->isReady() && (m_running == 0 || !m_opened->oneAtATime);
}

Result<Job> CellRun::next()
{
    const std::lock_guard lock(m_mutex);
    if (isGivenUp() || m_phase == Phase::Over) // since isReady() was asked
        return noJob();
    if (m_phase == Phase::Open && m_opened->queue->hasNext()) {
        Result<Job> job = m_opened->queue->next();
        if (!job)
            return job.error();
        ++m_running;
        return Job([this, training = std::move(job).value()](const std::stop_token& stop) { return ended(training(stop)); });
    }
    ++m_running;
    if (std::exchange(m_phase, Phase::Moving) == Phase::Closed)
        return Job([this](const std::stop_token& stop) { return ended(open(stop)); });
    return Job([this](const std::stop_token& stop) {
        ++m_stage;
        return ended(advance(stop));
    });
}

Status CellRun::open(const std::stop_token& stop)
{
    const StudyFolder folder = StudyFolder::of(m_cell.config);
    if (stop.stop_requested())
        return Error{ErrorCode::Interrupted, folder.folder().string(), {}, {}};
    if (WriterLock::held(folder.file())) // before images are read in vain
        return Error{ErrorCode::StudyLocked, folder.file().string(), {}, {}};
    auto opened = std::make_unique<Opened>(m_cell.config, m_resources.workers());
    Result<PreparedData> data = m_resources.data(m_cell.config.data);
    if (!data)
        return data.error();
    opened->data = std::move(data).value();
    if (const Status fits = checkCellData(m_cell, m_variants, opened->data); !fits)
        return fits;
    Result<std::shared_ptr<Engine>> engine = m_resources.engine(opened->config.training, *opened->data.source);
    if (!engine)
        return engine.error();
    opened->engine = std::move(engine).value();
    auto session = SearchSession::open(opened->config, opened->data, true, opened->engine->versions().library);
    if (!session)
        return session.error();
    opened->search = std::move(session).value();
    m_opened = std::move(opened);
    m_resources.cellBegins(m_cell);
    return advance(stop);
}

/// Begins the stage m_stage, or the first one after it that has something to train.
Status CellRun::advance(const std::stop_token& stop)
{
    for (;; ++m_stage) {
        m_opened->queue.reset();
        Result<std::unique_ptr<JobQueue>> queue = begin(m_stages[m_stage], stop);
        if (!queue)
            return queue.error();
        m_opened->queue = std::move(queue).value();
        m_opened->oneAtATime = m_stages[m_stage] != Stage::Comparison && m_cell.config.search.lag == 0;
        if (m_opened->queue->hasNext() || isLastStage())
            break;
    }
    const std::lock_guard lock(m_mutex);
    m_phase = Phase::Open;
    return {};
}

Result<std::unique_ptr<JobQueue>> CellRun::begin(Stage stage, const std::stop_token& stop)
{
    switch (stage) {
    case Stage::Search: break;
    case Stage::RandomSearch: return beginRandomSearch();
    case Stage::Comparison: return beginComparison(stop);
    }
    m_opened->searchEvents = m_resources.searchEvents(m_cell, false);
    return m_opened->search->queue(m_opened->engine, m_opened->searchEvents, m_opened->trials);
}

Result<std::unique_ptr<JobQueue>> CellRun::beginRandomSearch()
{
    auto session = SearchSession::open(randomSearchOf(m_opened->config, m_opened->search->folder().folder()), m_opened->data, true,
                                       m_opened->engine->versions().library);
    if (!session)
        return session.error();
    m_opened->random = std::move(session).value();
    m_opened->randomEvents = m_resources.searchEvents(m_cell, true);
    return m_opened->random->queue(m_opened->engine, m_opened->randomEvents, m_opened->trials);
}

Result<std::unique_ptr<JobQueue>> CellRun::beginComparison(const std::stop_token& stop)
{
    VariantSource source{.study = m_opened->config};
    const Result<std::optional<Proposal>> best = foundBy(*m_opened->search);
    if (!best)
        return best.error();
    source.searched = best->value_or(Proposal{});
    if (m_opened->random) {
        Result<std::optional<Proposal>> random = foundBy(*m_opened->random);
        if (!random)
            return random.error();
        source.random = std::move(random).value();
    }
    Result<std::vector<Variant>> variants = distinctVariants(m_variants, source, best->has_value());
    if (!variants)
        return variants.error();
    if (variants->empty()) // all wait for a search in which no trial succeeded
        return std::unique_ptr<JobQueue>(std::make_unique<JobList>(m_cell.name, std::vector<Job>()));
    const ComparisonRequest request{.config = m_opened->config,
                                    .variants = std::move(variants).value(),
                                    .data = m_opened->data,
                                    .folder = m_opened->search->folder().folder(),
                                    .onlyMissing = true};
    auto prepared = PreparedComparison::open(m_opened->search->storage(), request, m_opened->engine, source.random, stop);
    if (!prepared)
        return prepared.error();
    m_opened->comparison = std::move(prepared).value();
    return m_opened->comparison->begin(m_resources.comparisonEvents(m_cell));
}

/// Called at the end of each job with its outcome; returns the outcome for the whole plan. The last job of a cell closes it.
Status CellRun::ended(Status done)
{
    std::unique_ptr<Opened> closing;
    bool left = false;
    std::optional<Error> failure;
    {
        const std::lock_guard lock(m_mutex);
        --m_running;
        if (!done && isOthers(done.error().code)) {
            m_left = true;
            done = {};
        } else if (!done && isCellsOwn(done.error().code)) {
            if (!m_failure)
                m_failure = done.error();
            done = {};
        }
        const bool over = isGivenUp() || (m_phase == Phase::Open && isLastStage() && !m_opened->queue->hasNext());
        if (!done || m_running > 0 || !over)
            return done;
        m_phase = Phase::Over;
        left = m_left;
        failure = m_failure;
        closing = std::move(m_opened);
    }
    closing.reset();
    if (failure)
        m_resources.cellFails(m_cell, *failure);
    else if (!left)
        m_resources.cellEnds(m_cell);
    return done;
}

} // namespace reweigh
