// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/OpenStudy.h"

#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/data/recipe/DataChanges.h"
#include "core/data/recipe/Fingerprint.h"
#include "core/experiment/SearchCheck.h"
#include "core/experiment/SearchSession.h"
#include "core/storage/StudyFolder.h"
#include "core/storage/WriterLock.h"
#include "widgets/state/StudiesFolder.h"
#include "widgets/state/StudyTitle.h"
#include "widgets/text/DataText.h"
#include "widgets/text/ErrorText.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr std::size_t mostVariantRuns = 100; ///< of a variant, whose epochs are read
/// Of the problems of a run: what a change of the settings may have mended, and what only another run shows.
constexpr const char *settingsTopic = "settings", *runTopic = "run";
/// Of what lies on disk: what is over once it can be read again.
constexpr const char *fileTopic = "study-file", *comparisonTopic = "stored-comparison";

} // namespace

OpenStudy::OpenStudy(RunLog& log, EngineOpener opener, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_runner(std::move(opener))
    , m_previewJob(
          [this](std::shared_ptr<const RecipePreview> preview) {
              m_preview = std::move(preview);
              Q_EMIT previewChanged();
          },
          [this](const Error& error) {
              m_preview = std::make_shared<const RecipePreview>(RecipePreview{.options = config().data, .error = error});
              Q_EMIT previewChanged();
          })
{
    connect(&m_document, &ExperimentDocument::configChanged, this, [this] {
        m_runner.setBudget(config().search.trials);
        schedulePreview();
        m_log.settle(settingsTopic, this);
        Q_EMIT configChanged();
    });
    connect(&m_document, &ExperimentDocument::trialsAtOnceChanged, this, [this] {
        m_runner.setWorkers(m_document.trialsAtOnce());
        Q_EMIT trialsAtOnceChanged();
    });
    for (const auto changed : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
        connect(&m_labelWatch, changed, this, &OpenStudy::schedulePreview);
    connect(&m_document, &ExperimentDocument::marksChanged, this, [this] {
        saveMarks();
        Q_EMIT marksChanged();
    });
    connect(&m_selection, &Selection::changed, this, &OpenStudy::selectionChanged);
    connect(&m_selection, &Selection::filterChanged, this, &OpenStudy::filterChanged);

    connect(&m_runner, &StudyRunner::stateChanged, this, [this] {
        m_snapshot = withoutOwnLock(m_snapshot);
        if (m_runner.state() == RunState::Preparing)
            for (const char* topic : {settingsTopic, runTopic})
                m_log.settle(topic, this);
        Q_EMIT stateChanged();
    });
    connect(&m_runner, &StudyRunner::dataPrepared, this, [this](const std::shared_ptr<const DataPlan>& plan) {
        tell({.text = tr("%1: %2.").arg(title(), dataChangesText(plan->changes))});
        if (const QString few = fewTestText(plan->changes.labels); !few.isEmpty())
            tell({.severity = Severity::Warning, .text = tr("%1: %2.").arg(title(), few)});
    });
    connect(&m_runner, &StudyRunner::studyOpened, this, [this](const std::filesystem::path& path) {
        if (path != m_file)
            follow(path, {});
        else if (m_follower)
            m_follower->refresh();
    });
    connect(&m_runner, &StudyRunner::runStarted, this,
            [this](const RunKey& key, const RunStarted& run, const std::shared_ptr<StepQueue>& steps) {
                auto trained = std::make_shared<RunEpochs>();
                if (const auto known = m_trained.find(key); known != m_trained.end() && known->second)
                    trained->epochs = known->second->epochs;
                trained->epochs.dropFrom(run.firstEpoch);
                trained->started = run;
                m_trained[key] = std::move(trained);
                auto& trace = m_traces[key];
                trace = std::make_shared<StepTrace>();
                trace->setSmoothing(m_smoothing);
                m_live[key] = {.steps = steps, .trace = trace, .stepsPerEpoch = std::max(1, run.stepsPerEpoch), .before = run.seconds};
                m_live[key].since.start();
                // Selects the trial that starts, unless the user selected another one.
                if (key.trial >= 0 && (!m_selection.current() || m_selection.current() == m_followed)) {
                    m_followed = key.trial;
                    m_selection.setCurrent(key.trial);
                }
                if (m_follower)
                    m_follower->refresh();
                Q_EMIT trainingsChanged();
                Q_EMIT epochsChanged(key);
            });
    connect(&m_runner, &StudyRunner::epochFinished, this, [this](const RunKey& key, const std::shared_ptr<const EpochFigures>& epoch) {
        auto& known = m_trained[key];
        auto trained = known ? std::make_shared<RunEpochs>(*known) : std::make_shared<RunEpochs>();
        trained->epochs.push_back(epoch);
        known = std::move(trained);
        Q_EMIT epochsChanged(key);
    });
    connect(&m_runner, &StudyRunner::runFinished, this, [this](const RunKey& key) {
        if (const auto live = m_live.find(key); live != m_live.end()) {
            drain(live->second);
            m_live.erase(live);
        }
        Q_EMIT trainingsChanged();
    });
    connect(&m_runner, &StudyRunner::trialFinished, this, [this] {
        if (m_follower)
            m_follower->refresh();
    });
    connect(&m_runner, &StudyRunner::resultsKept, this, [this] {
        if (m_follower)
            m_follower->refresh();
    });
    connect(&m_runner, &StudyRunner::comparisonFinished, this, [this] {
        if (m_follower)
            m_follower->refresh();
        Q_EMIT finished(true);
    });
    connect(&m_runner, &StudyRunner::finished, this, [this] {
        if (m_follower)
            m_follower->refresh();
        if (m_runner.compared().empty()) // comparing() is over by now
            Q_EMIT finished(false);
    });
    connect(&m_runner, &StudyRunner::failed, this, [this](const Error& error) {
        const int code = exitCode(error.code);
        const bool ofFolder = error.code == ErrorCode::FileUnwritable && isNew(); // which is a setting as long as nothing is stored
        say(error, {}, code == 2 || code == 3 || ofFolder ? settingsTopic : runTopic);
    });
}

OpenStudy::~OpenStudy() = default;

QString OpenStudy::title() const
{
    if (!m_title.isEmpty())
        return m_title;
    if (isNew())
        return tr("new study");
    const QString folder = QString::fromStdString(m_file.parent_path().filename().string());
    const QString name = QString::fromStdString(m_file.filename().string());
    const QString place = StudyFolder::ofFile(m_file).isUsual() && !folder.isEmpty() ? folder : name;
    return m_studyName.empty() ? place : QStringLiteral("%1: %2").arg(place, QString::fromStdString(m_studyName));
}

QString OpenStudy::heldOut() const
{
    std::optional<DataChanges> changes;
    if (m_snapshot->facts)
        changes = changesFromFingerprint(m_snapshot->facts->fingerprint);
    else if (m_preview && m_preview->data.plan)
        changes = m_preview->data.plan->changes;
    return changes ? figuresStandOnText(changes->labels) : QString();
}

void OpenStudy::setTitle(const QString& title)
{
    const QString wanted = title.simplified();
    if (wanted == m_title)
        return;
    m_title = wanted;
    if (!isNew())
        if (const Status written = writeStudyTitle(m_file, m_title, m_studyName); !written)
            say(written.error());
    Q_EMIT titleChanged();
}

void OpenStudy::open(const std::filesystem::path& file, const std::string& studyName)
{
    m_adopt = true;
    m_studyName = studyName;
    m_runner.setStudyName(studyName);
    follow(fullPath(file), studyName);
}

void OpenStudy::run()
{
    ExperimentConfig config = this->config();
    if (m_snapshot->facts && !differingSetting(m_snapshot->facts->config, toJson(config)).empty()) {
        // A stored study keeps its settings; the changed settings belong to another study.
        restoreStoredConfig();
        config.outDir.clear();
        config.search.study.clear();
        Q_EMIT anotherStudyWanted(config);
        return;
    }
    if (isNew() && config.outDir.empty() && config.search.study.empty()) {
        config.outDir = freshStudyFolder(config, m_title).string();
        // The folder does not affect results, so setting it is not an undo step.
        m_document.load(config, m_document.allMarks());
    }
    if (config.search.lag > 0 && m_runner.workers() > config.search.lag)
        tell({.text = tr("%1: trials at once: %2, not %3, because of the search lag.")
                          .arg(title(), QString::number(config.search.lag), QString::number(m_runner.workers()))});
    m_runner.start(config);
}

std::shared_ptr<const RunEpochs> OpenStudy::runEpochs(const RunKey& key)
{
    if (m_follower && m_watched.insert(key).second)
        m_follower->watchRun(key);
    const auto found = m_trained.find(key);
    return found == m_trained.end() ? nullptr : found->second;
}

std::map<int, std::shared_ptr<const RunEpochs>> OpenStudy::variantEpochs(const VariantResult& variant)
{
    std::map<int, std::shared_ptr<const RunEpochs>> read;
    for (const VariantRun& run : variant.runs)
        if (read.size() < mostVariantRuns)
            if (auto trained = runEpochs(RunKey::ofVariant(variant.name(), variant.hash, run.seed)); trained && !trained->epochs.empty())
                read.emplace(run.seed, std::move(trained));
    return read;
}

std::optional<std::int64_t> OpenStudy::runningTrial() const
{
    std::int64_t newest = -1;
    for (const auto& [key, live] : m_live)
        newest = std::max(newest, std::int64_t(key.trial));
    if (newest < 0 && m_snapshot->beingWritten)
        for (const auto& trial : m_snapshot->trials)
            if (trial->state == TrialState::Running)
                newest = std::max(newest, trial->number);
    return newest < 0 ? std::nullopt : std::optional(newest);
}

bool OpenStudy::followsRunning() const
{
    const std::optional<std::int64_t> current = m_selection.current();
    return !current || (current == m_followed && (m_pinned || !m_live.empty()));
}

void OpenStudy::followRunning()
{
    m_pinned = true;
    if (const std::optional<std::int64_t> trial = runningTrial()) {
        m_followed = trial;
        m_selection.setCurrent(trial);
    }
    Q_EMIT followingChanged();
}

std::vector<RunKey> OpenStudy::running() const
{
    std::vector<RunKey> keys;
    for (const auto& [key, live] : m_live)
        keys.push_back(key);
    return keys;
}

std::shared_ptr<const StepTrace> OpenStudy::trace(const RunKey& key) const
{
    const auto found = m_traces.find(key);
    return found == m_traces.end() ? nullptr : found->second;
}

void OpenStudy::setSmoothing(double smoothing)
{
    m_smoothing = smoothing;
    for (const auto& [key, trace] : m_traces)
        trace->setSmoothing(smoothing);
}

bool OpenStudy::drainSteps()
{
    bool grew = false;
    for (auto& [key, live] : m_live)
        grew = drain(live) || grew;
    if (grew)
        Q_EMIT stepsChanged();
    return !m_live.empty();
}

bool OpenStudy::drain(Live& live)
{
    const double seconds = live.before + double(live.since.nsecsElapsed()) * 1e-9;
    bool grew = false;
    for (StepFigures step; live.steps->pop(step); grew = true)
        live.trace->append(step, seconds, step.epoch - 1 + double(step.step) / live.stepsPerEpoch);
    return grew;
}

void OpenStudy::follow(const std::filesystem::path& file, const std::string& studyName)
{
    for (const char* topic : {fileTopic, comparisonTopic}) // they were another file's, or are said again
        m_log.settle(topic, this);
    m_file = file;
    m_watched.clear();
    if (m_adopt) {
        m_pinned = false;
        m_trained.clear();
        m_selection.set({}, std::nullopt);
        m_selection.showAll();
        m_failure.reset();
        m_snapshot = std::make_shared<StudySnapshot>();
    }
    if (const QString stored = readStudyTitle(file, studyName); !stored.isEmpty()) {
        m_title = stored;
    } else if (m_adopt) {
        m_title.clear();
    } else if (!m_title.isEmpty()) { // of a study that was named before it was stored
        if (const Status written = writeStudyTitle(file, m_title, studyName); !written)
            say(written.error());
    }
    m_follower = std::make_unique<StudyFollower>(file, studyName);
    connect(m_follower.get(), &StudyFollower::changed, this, &OpenStudy::takeSnapshot);
    connect(m_follower.get(), &StudyFollower::runRead, this, [this](const RunKey& key, const std::shared_ptr<const RunEpochs>& run) {
        if (m_live.contains(key))
            return; // trainings in this process report their epochs themselves, and earlier
        m_trained[key] = run;
        Q_EMIT epochsChanged(key);
    });
    connect(m_follower.get(), &StudyFollower::failed, this, [this](const Error& error) {
        say(error, {}, fileTopic);
        if (m_adopt) {
            m_failure = error;
            Q_EMIT failureChanged();
        }
    });
    connect(m_follower.get(), &StudyFollower::recovered, this, [this] {
        m_log.settle(fileTopic, this);
        tell({.text = tr("%1 can be read again.").arg(QString::fromStdString(m_file.string()))});
    });
    Q_EMIT titleChanged();
}

void OpenStudy::takeSnapshot(std::shared_ptr<const StudySnapshot> snapshot)
{
    if (snapshot->noVariants != m_snapshot->noVariants) {
        m_log.settle(comparisonTopic, this);
        if (snapshot->noVariants)
            say(*snapshot->noVariants, {}, comparisonTopic);
    }
    m_snapshot = withoutOwnLock(std::move(snapshot));
    if (std::exchange(m_adopt, false)) {
        if (m_snapshot->facts && !fingerprintKnowsPixels(m_snapshot->facts->fingerprint))
            tell({.text = tr("%1: %2").arg(title(), uncheckedPixelsText())});
        if (m_snapshot->hasSeveralObjectives())
            tell({.text = tr("%1 has %2 objectives: the table of trials shows each of them, Pareto front two, History one. Searches here "
                             "have one objective.")
                              .arg(title(), QString::number(m_snapshot->directions.size()))});
        const auto marks = readMarks(m_file, m_studyName);
        m_keptMarks = marks ? *marks : std::map<std::int64_t, TrialMarks>();
        m_marksProblem = marks ? std::nullopt : std::optional(marks.error());
        if (m_marksProblem)
            say(*m_marksProblem);
        m_document.load(documentConfig(), m_keptMarks);
        if (const StudyTrial* best = m_snapshot->best()) {
            m_followed = best->number;
            m_selection.setCurrent(best->number);
        }
    }
    if (m_pinned && m_live.empty() && m_selection.current() == m_followed)
        if (const std::optional<std::int64_t> trial = runningTrial()) {
            m_followed = trial;
            m_selection.setCurrent(trial);
        }
    if (std::exchange(m_failure, std::nullopt))
        Q_EMIT failureChanged();
    Q_EMIT snapshotChanged();
}

/// The snapshot as it is once this program's run has ended: one that was read while it held the writer's lock says that some process
/// writes the study, which is not another one's doing.
std::shared_ptr<const StudySnapshot> OpenStudy::withoutOwnLock(std::shared_ptr<const StudySnapshot> snapshot) const
{
    if (!snapshot->beingWritten || m_runner.state() != RunState::Idle || WriterLock::held(m_file))
        return snapshot;
    auto released = std::make_shared<StudySnapshot>(*snapshot);
    released->beingWritten = false;
    return released;
}

ExperimentConfig OpenStudy::storedConfig()
{
    ExperimentConfig config;
    if (!m_snapshot->facts)
        return config;
    if (const Status applied = applyStored(config, m_snapshot->facts->config); !applied)
        say(applied.error());
    const bool usual = StudyFolder::ofFile(m_file).isUsual();
    config.outDir = m_file.parent_path().string();
    config.search.study = usual ? std::string() : m_file.string();
    return config;
}

/// storedConfig(), but with as many seeds as variants were trained with since: how many the user asks for is not stored.
ExperimentConfig OpenStudy::documentConfig()
{
    ExperimentConfig config = storedConfig();
    config.search.variantSeeds = std::max(config.search.variantSeeds, mostSeeds(m_snapshot->variants));
    return config;
}

void OpenStudy::restoreStoredConfig()
{
    m_document.load(documentConfig(), m_document.allMarks());
}

void OpenStudy::schedulePreview()
{
    watchLabels();
    if (m_preview && isPresent(*m_preview, config().data))
        return m_previewJob.cancel(); // what is still computed is of settings that were taken back
    m_previewJob.request([options = config().data] { return previewRecipe(options); });
}

void OpenStudy::retryPreview()
{
    if (m_preview && m_preview->error)
        m_previewJob.request([options = config().data] { return previewRecipe(options); });
}

/// Follows the file of labels, and its folder too: a program that saves a file may put a new one in its place.
void OpenStudy::watchLabels()
{
    const DataOptions& data = config().data;
    const bool taken = data.noiseType == NoiseType::File && !data.labelFile.empty();
    const std::filesystem::path file = taken ? fullPath(data.labelFile) : std::filesystem::path();
    QStringList wanted;
    for (const std::filesystem::path& path : {file, file.parent_path()})
        if (taken && isThere(path))
            wanted << QString::fromStdString(path.string());
    QStringList watched = m_labelWatch.files() + m_labelWatch.directories();
    if (watched == wanted)
        return;
    if (!watched.isEmpty())
        m_labelWatch.removePaths(watched);
    if (!wanted.isEmpty())
        m_labelWatch.addPaths(wanted);
}

void OpenStudy::saveMarks()
{
    if (m_file.empty() || m_document.allMarks() == m_keptMarks)
        return;
    if (m_marksProblem)
        return say(*m_marksProblem);
    if (const Status written = writeMarks(m_file, m_document.allMarks(), m_studyName); written)
        m_keptMarks = m_document.allMarks();
    else
        say(written.error());
}

void OpenStudy::say(const Error& error, std::optional<std::int64_t> trial, const char* topic)
{
    tell({.severity = Severity::Problem, .text = errorText(error), .trial = trial, .field = error.where, .topic = topic});
}

void OpenStudy::tell(LogEntry entry)
{
    entry.study = title();
    entry.about = this;
    m_log.add(std::move(entry));
}

LogTeller OpenStudy::teller()
{
    return [study = QPointer<OpenStudy>(this), &log = m_log](LogEntry entry) {
        if (study)
            study->tell(std::move(entry));
        else
            log.add(std::move(entry));
    };
}

} // namespace reweigh
