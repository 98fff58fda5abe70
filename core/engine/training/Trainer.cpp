// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Trainer.h"

#include "core/base/MachineCores.h"
#include "core/base/PathText.h"
#include "core/base/Rng.h"
#include "core/config/Names.h"
#include "core/engine/kernels/DeviceKernels.h"
#include "core/engine/training/Checkpoint.h"
#include "core/engine/training/Evaluator.h"
#include "core/engine/training/Tf32Scope.h"
#include "core/engine/training/TrainParts.h"
#include "core/engine/training/meters/CalibrationMeter.h"
#include "core/engine/training/meters/ClassMeter.h"
#include "core/engine/training/meters/WeightAnova.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace reweigh {
namespace {

double seconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

Result<std::unique_ptr<Trainer>> Trainer::make(const TrainJob& job, RunObserver& observer, std::stop_token stop,
                                               const EngineVersions& versions)
{
    Result<TrainParts> parts = makeTrainParts(job);
    if (!parts)
        return parts.error();
    return make(job, std::move(*parts), observer, std::move(stop), versions);
}

Result<std::unique_ptr<Trainer>> Trainer::make(const TrainJob& job, TrainParts parts, RunObserver& observer, std::stop_token stop,
                                               const EngineVersions& versions)
{
    if (parts.choice.device.is_cuda() && deviceKernels()) // first, so that nothing on the device is made on a stream that others share
        deviceKernels()->takeStream(parts.choice.device.index());
    std::unique_ptr<Trainer> trainer(new Trainer(job, std::move(parts), observer, std::move(stop)));
    if (const Status status = trainer->begin(versions); !status)
        return status.error();
    return trainer;
}

Trainer::Trainer(const TrainJob& job, TrainParts parts, RunObserver& observer, std::stop_token stop)
    : m_job(job)
    , m_observer(observer)
    , m_stop(std::move(stop))
    , m_choice(std::move(parts.choice))
    , m_types(stepTypes(job.training.precision))
    , m_network(std::move(parts.network))
    , m_loss(std::move(parts.loss))
    , m_weighting(std::move(parts.weighting))
    , m_lossContext(lossContext(job, m_choice.device))
    , m_stepper(m_network, *m_loss, *m_weighting, job.training, m_lossContext)
    , m_runner(m_stepper, job.training.precision, m_choice.device)
    , m_warmUpEpochs(warmUpEpochs(job))
    , m_warmUp(m_network, job.training, m_choice.device)
    , m_pending(*job.plan, m_network.classes(), m_choice.device)
    , m_batches(job.source, job.plan, job.training, m_types, m_choice.device)
    , m_probe(*job.plan, job.training)
    , m_sizeGroup(describe(*job.plan).sizeGroup)
    , m_folder(job.runDir)
{
}

/// Sets the number of threads, makes the initial state or restores the checkpoint's, and writes the run's description.
Status Trainer::begin(const EngineVersions& versions)
{
    const TrainOptions& options = m_job.training;
    const int threads = options.threads > 0 ? options.threads : machineCores();
    at::set_num_threads(threads);
    m_flush.emplace();
    m_setting = {.device = m_choice.name, .threads = threads, .metaInputWidth = m_weighting->facts().inputWidth};
    Rng rng(options.trainSeed, "initial-weights");
    m_state.classifier = initialClassifier(m_network, rng, m_types, m_choice.device);
    m_weighting->setSampleCount(std::int64_t(m_job.plan->train.size()));
    m_weighting->begin(rng, m_types, m_choice.device);
    m_state.weighting = m_weighting->state();
    if (lossRow(options.loss)->estimatesNoise)
        m_state.noiseMatrix = m_lossContext.noiseMatrix; // the same memory as the loss reads
    if (m_warmUpEpochs > 0)
        m_state.metaSamples = at::full({m_job.plan->classes, m_job.plan->pseudoMetaPerClass}, -1, at::kLong);
    clearEpoch(1);
    const Result<bool> resumed = resume();
    if (!resumed)
        return resumed.error();
    if (!*resumed)
        m_weighting->epochStarted(epochView(m_job, m_state, 1));

    m_result.run = {.device = deviceLine(m_choice, threads),
                    .deviceReason = m_choice.reason,
                    .precision = nameOf(options.precision),
                    .parameters = long(m_network.parameters().total()),
                    .metaParameters = m_weighting->facts().parameters,
                    .epochs = options.epochs,
                    .stepsPerEpoch = m_batches.stepsPerEpoch(),
                    .firstEpoch = m_state.epoch,
                    .seconds = m_state.seconds,
                    .damage = m_result.run.damage,
                    .setAside = m_result.run.setAside};
    if (finished())
        return {};
    if (const Status status = m_folder.writeEpochs(m_result.epochs); !status) // drops epochs after the checkpoint
        return status;
    return m_folder.writeRun(runDescription(m_job, m_setting, m_result.run, versions));
}

/// Takes the checkpoint before the newest where the newest is missing, for the program was killed while it wrote it, or damaged. If neither
/// can be read, both stay as they are.
Result<bool> Trainer::resume()
{
    if (!m_job.resume || !m_folder.writes())
        return false;
    std::optional<Error> damage; // of the newest
    for (const char* name : {RunFolder::checkpoint, RunFolder::checkpointBefore}) {
        const std::filesystem::path file = m_folder.file(name);
        if (!isThere(file))
            continue;
        const Status restored = restore(file);
        if (restored && damage) {
            const Result<std::filesystem::path> aside = setAside(m_folder.file(RunFolder::checkpoint));
            if (!aside)
                return aside.error();
            m_result.run.damage = damage->detail;
            m_result.run.setAside = aside->string();
        }
        if (restored)
            return true;
        if (!damage && !isDamage(restored.error()))
            return restored.error();
        if (!damage)
            damage = restored.error();
    }
    return damage ? Result<bool>(*damage) : Result<bool>(false);
}

Status Trainer::restore(const std::filesystem::path& checkpoint)
{
    if (const Status status = readCheckpoint(checkpoint, m_state, runIdentity(m_job, m_setting), identityBefore(m_job)); !status)
        return status;
    if (m_state.metaSamples.defined())
        m_batches.setMeta(chosenPositions(m_state.metaSamples));
    Result<EpochList> epochs = m_folder.readEpochs();
    if (!epochs)
        return epochs.error();
    m_result.epochs = std::move(*epochs);
    m_result.epochs.dropFrom(m_state.epoch);
    if (int(m_result.epochs.size()) != m_state.epoch - 1)
        return Error{ErrorCode::FileCorrupt, m_folder.file("epochs.jsonl").string(), "epochs before the checkpoint's are missing",
                     "a run's epochs"};
    return {};
}

void Trainer::tellRenewed(const Error& damage, const std::filesystem::path& aside)
{
    m_result.run.damage = damage.detail;
    m_result.run.setAside = aside.string();
    m_result.run.renewed = true;
}

Result<TrainResult> Trainer::run()
{
    if (finished())
        return m_result;
    m_begun = Clock::now();
    m_observer.started(m_result.run);
    Verdict verdict = m_state.epoch > 1 && m_state.step == 0 ? m_observer.resumed(m_result.epochs.back()) : Verdict::Continue;
    while (verdict == Verdict::Continue && !finished()) {
        while (m_state.step < m_batches.stepsPerEpoch()) {
            if (m_stop.stop_requested())
                return interrupted();
            if (!step()) {
                m_result.end = RunEnd::NonFinite;
                return m_result;
            }
            m_observer.stepFinished({.epoch = m_state.epoch,
                                     .step = m_state.step,
                                     .loss = m_pending.batchLoss(),
                                     .stepsPerSecond = stepsPerSecond(),
                                     .secondsLeft = secondsLeft()});
        }
        std::optional<EpochFigures> epoch = figures();
        if (!epoch)
            return interrupted();
        const BatchSource::Split last = wantsTest() ? BatchSource::Split::Test : BatchSource::Split::Validation;
        const SplitFigures& evaluated = wantsTest() ? epoch->test : epoch->validation;
        if (m_batches.size(last) > 0 && !std::isfinite(evaluated.loss)) { // the last step has ruined the network
            m_result.end = RunEnd::NonFinite;
            return m_result;
        }
        const Result<Verdict> said = endEpoch(std::move(*epoch));
        if (!said)
            return said.error();
        verdict = *said;
    }
    if (!finished())
        m_result.end = verdict == Verdict::Prune ? RunEnd::Pruned : RunEnd::Stopped;
    return m_result;
}

/// Saves a run that is interrupted between two steps, or between an epoch's last step and the end of its evaluation. The evaluation is
/// repeated when the run continues.
Result<TrainResult> Trainer::interrupted()
{
    m_result.end = m_pending.settle(m_state) ? RunEnd::Interrupted : RunEnd::NonFinite;
    if (m_result.end == RunEnd::Interrupted)
        if (const Status status = save(); !status)
            return status.error();
    return m_result;
}

bool Trainer::step()
{
    const int epoch = m_state.epoch, index = m_state.step;
    const double lr = learningRate(m_job.training, epoch - 1 + double(index) / m_batches.stepsPerEpoch());
    const auto positions = m_batches.positions(epoch, index);
    const StepTime now = time(index);
    Batch batch = m_batches.train(positions, epoch, index);
    if (m_weighting->wantsPositions())
        batch.positions = m_batches.indices(positions);
    const Batch metaBatch = !isWarmUp() && m_stepper.wantsMeta(now) ? m_batches.meta(epoch, index) : Batch{};
    StepRunner& runner = isWarmUp() ? m_warmUp.runner() : m_runner;
    m_pending.add(positions, runner.run(m_state.classifier, batch, metaBatch, lr, now));
    ++m_state.step;
    ++m_stepsHere;
    const bool waits = !m_pending.due() && m_state.step < m_batches.stepsPerEpoch();
    return waits || m_pending.settle(m_state);
}

Result<Verdict> Trainer::endEpoch(EpochFigures epoch)
{
    m_result.epochs.push_back(std::move(epoch));
    const Verdict verdict = m_observer.epochFinished(m_result.epochs.back());
    if (const Status status = m_folder.appendEpoch(m_result.epochs); !status)
        return status.error();
    if (reweights())
        if (const Status status = m_folder.writeWeights(*m_job.plan, m_state.weights, m_state.predicted, m_job.source->train.files);
            !status)
            return status.error();
    startEpoch(m_state.epoch + 1);
    if (const Status status = save(); !status)
        return status.error();
    return verdict;
}

Status Trainer::save()
{
    if (!m_folder.writes())
        return {};
    RunState stored = m_state; // a copy that shares the tensors
    stored.seconds = secondsSoFar();
    const std::filesystem::path newest = m_folder.file(RunFolder::checkpoint);
    std::error_code ignored; // a run's first checkpoint has none before it
    std::filesystem::rename(newest, m_folder.file(RunFolder::checkpointBefore), ignored);
    return writeCheckpoint(newest, stored, runIdentity(m_job, m_setting));
}

void Trainer::startEpoch(int epoch)
{
    if (epoch <= m_job.training.epochs)
        m_weighting->epochStarted(epochView(m_job, m_state, epoch));
    clearEpoch(epoch);
}

/// Sets the state to the beginning of `epoch`, with nothing collected yet.
void Trainer::clearEpoch(int epoch)
{
    const std::size_t n = m_job.plan->train.size();
    m_state.epoch = epoch;
    m_state.step = 0;
    m_state.trainSums = ClassMeter(m_network.classes()).sums();
    m_state.losses.assign(n, 0.0f);
    m_state.weights.assign(reweights() ? n : 0, 0.0f);
    m_state.predicted.assign(reweights() ? n : 0, -1);
    m_state.metaGradientSum = 0.0;
}

/// Computes the figures of the epoch that has ended, and the noise matrix if the next one needs it. Returns nothing if a stop is
/// requested before all of this is computed; it is then computed again from the checkpoint.
std::optional<EpochFigures> Trainer::figures()
{
    const Tf32Scope scope(m_job.training.precision, m_choice.device);
    ClassMeter train(m_network.classes());
    train.setSums(m_state.trainSums);
    const ParamSet w(m_network.parameters(), m_state.classifier.w.flat.to(m_types.compute));
    EpochFigures epoch{.epoch = m_state.epoch,
                       .train = train.value(m_sizeGroup),
                       .detection = noDetection(),
                       .learningRate = learningRate(m_job.training, m_state.epoch - 1),
                       .metaGradientNorm = meanMetaGradient()};
    const std::pair<BatchSource::Split, SplitFigures*> splits[] = {{BatchSource::Split::Meta, &epoch.meta},
                                                                   {BatchSource::Split::Validation, &epoch.validation},
                                                                   {BatchSource::Split::Test, &epoch.test}};
    for (const auto& [split, figures] : splits) {
        if (split == BatchSource::Split::Test && !wantsTest()) {
            *figures = ClassMeter(m_network.classes()).value(m_sizeGroup); // as those of an empty split
            figures->calibrationError = CalibrationMeter().value();
            continue;
        }
        std::optional<SplitFigures> evaluated =
            evaluateSplit(m_network, w, m_state.classifier.running, m_batches, split, m_sizeGroup, m_stop);
        if (!evaluated)
            return std::nullopt;
        *figures = std::move(*evaluated);
    }
    if (reweights()) {
        const WeightSamples samples{m_state.losses, m_state.weights, m_job.plan->trueLabel, m_job.plan->observedLabel, m_sizeGroup};
        epoch.curve = weightCurve(samples, isWarmUp() ? LossCurve() : lossCurve(*m_weighting, m_types, m_choice.device));
        epoch.detection = noiseDetection(samples);
        epoch.distribution = weightDistribution(samples);
        epoch.shares = weightShares(weightAnova(samples));
    }
    if (reweights() && !isWarmUp()) {
        LossContext context = m_lossContext;
        context.epoch = m_state.epoch;
        std::optional<FeatureMap> features =
            m_probe.map({m_network, w, m_state.classifier.running, *m_loss, context, *m_weighting}, m_batches, m_stop);
        if (!features)
            return std::nullopt;
        epoch.features = std::move(*features);
    }
    if (!estimateNoise(w) || !chooseMetaSet(w))
        return std::nullopt;
    epoch.stepsPerSecond = stepsPerSecond();
    epoch.secondsElapsed = secondsSoFar();
    epoch.secondsLeft = secondsLeft();
    return epoch;
}

bool Trainer::chooseMetaSet(const ParamSet& w)
{
    if (m_warmUpEpochs == 0 || m_state.epoch != m_warmUpEpochs)
        return true;
    const std::optional<TrainingAnswers> answers =
        answersToTraining(m_network, w, m_state.classifier.running, m_batches, m_job.plan->train.size(), m_stop);
    if (!answers)
        return false;
    m_state.metaSamples.copy_(lowestLosses(*answers, m_job.plan->pseudoMetaPerClass));
    m_batches.setMeta(chosenPositions(m_state.metaSamples));
    return true;
}

bool Trainer::estimateNoise(const ParamSet& w)
{
    LossContext next = m_lossContext;
    next.epoch = m_state.epoch + 1;
    if (next.epoch > next.epochs || !m_loss->wantsNoiseEstimate(next))
        return true;
    const std::optional<TrainingAnswers> answers =
        answersToTraining(m_network, w, m_state.classifier.running, m_batches, m_job.plan->train.size(), m_stop);
    if (!answers)
        return false;
    m_state.noiseMatrix.copy_(m_loss->noiseEstimate(answers->probabilities, answers->labels));
    return true;
}

/// The mean over the epoch's meta steps of the norm of the meta gradient. 0 for a weighting without meta steps, NaN for an epoch without
/// one.
double Trainer::meanMetaGradient() const
{
    if (!weightingRow(m_job.training.weighting)->needsMetaSet)
        return 0.0;
    if (isWarmUp())
        return std::numeric_limits<double>::quiet_NaN();
    long metaSteps = 0;
    for (int step = 0; step < m_batches.stepsPerEpoch(); ++step)
        metaSteps += m_stepper.wantsMeta(time(step));
    return m_state.metaGradientSum / double(metaSteps);
}

double Trainer::secondsSoFar() const
{
    return m_state.seconds + seconds(Clock::now() - m_begun);
}

/// Steps per second since the run began or was resumed; where it was resumed in an evaluation and made no step since, those of before. The
/// time includes evaluation and the writing of files, so that the remaining time can be computed from it.
double Trainer::stepsPerSecond() const
{
    if (m_stepsHere == 0)
        return double(firstStep() + m_state.step) / std::max(1e-9, secondsSoFar());
    return m_stepsHere / std::max(1e-9, seconds(Clock::now() - m_begun));
}

double Trainer::secondsLeft() const
{
    const double done = double(firstStep() + m_state.step);
    const double all = double(m_job.training.epochs) * m_batches.stepsPerEpoch();
    return (all - done) / std::max(1e-9, stepsPerSecond());
}

} // namespace reweigh
