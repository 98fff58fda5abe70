// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/StepRunner.h"

#include "core/kernels/KernelChoice.h"
#include "core/training/Tf32Scope.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <c10/util/Exception.h>

namespace reweigh {
namespace {

/// Steps before the first recording: libraries choose and allocate in them what a recording must find settled.
constexpr int unrecorded = 3;

bool sameSize(const Batch& a, const Batch& b)
{
    const auto same = [](const at::Tensor& x, const at::Tensor& y) { return x.defined() == y.defined() && (!x.defined() || x.sizes() == y.sizes()); };
    return same(a.images, b.images) && same(a.labels, b.labels);
}

Batch copyOf(const Batch& batch)
{
    return batch.images.defined() ? Batch{batch.images.clone(), batch.labels.clone()} : Batch{};
}

void overwrite(Batch& to, const Batch& from)
{
    if (!to.images.defined())
        return;
    to.images.copy_(from.images);
    to.labels.copy_(from.labels);
}

at::Tensor figuresOf(const StepOutcome& outcome)
{
    std::vector<at::Tensor> parts{outcome.losses.to(at::kDouble), outcome.probabilities.argmax(1).to(at::kDouble)};
    if (outcome.weights.defined())
        parts.push_back(outcome.weights.to(at::kDouble));
    if (outcome.metaGradientNorm.defined())
        parts.push_back(outcome.metaGradientNorm.to(at::kDouble).view({1}));
    return at::cat(parts);
}

} // namespace

StepRunner::StepRunner(MetaStep& stepper, Precision precision, const c10::Device& device)
    : m_stepper(stepper)
    , m_precision(precision)
    , m_device(device)
    , m_graphs(device.is_cuda() && deviceKernels())
{
}

at::Tensor StepRunner::figures(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, const LearningRate& lr)
{
    switch (kind) {
    case StepKind::Plain: return figuresOf(m_stepper.plain(classifier, batch, lr));
    case StepKind::Weighted: return figuresOf(m_stepper.weighted(classifier, meta, batch, lr));
    case StepKind::Reweighted: return figuresOf(m_stepper.reweighted(classifier, meta, batch, metaBatch, lr));
    }
    return {};
}

at::Tensor StepRunner::taken(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, const LearningRate& lr)
{
    const Tf32Scope scope(m_precision, m_device);
    return figures(kind, classifier, meta, batch, metaBatch, lr);
}

/// The rate of the steps from here on, beside `like`.
void StepRunner::setRate(double lr, const at::Tensor& like)
{
    if (!m_rate.onDevice.defined())
        m_rate.onDevice = at::full({}, lr, like.options().dtype(at::kDouble));
    else if (m_rate.value != lr)
        m_rate.onDevice.fill_(lr);
    m_rate.value = lr;
}

/// False: the step cannot be recorded; nothing of it has been done.
bool StepRunner::record(Recording& recording, StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch)
{
    const Tf32Scope scope(m_precision, m_device);
    recording.batch = copyOf(batch);
    recording.metaBatch = copyOf(metaBatch);
    const int64_t before = meta.adam.steps;
    std::unique_ptr<StepGraph> graph = deviceKernels()->makeGraph();
    try {
        graph->capture([&, kind] { recording.figures = figures(kind, classifier, meta, recording.batch, recording.metaBatch, m_rate); });
    } catch (const c10::Error& error) {
        TORCH_WARN_ONCE("steps are taken operation by operation, for they cannot be recorded: ", error.what_without_backtrace());
        meta.adam.steps = before;
        recording = {};
        return false;
    }
    recording.adamSteps = meta.adam.steps - before;
    meta.adam.steps = before; // replays count
    recording.graph = std::move(graph);
    return true;
}

at::Tensor StepRunner::run(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, double lr)
{
    const c10::NoGradGuard guard;
    if (!m_graphs || kernelChoice() == KernelChoice::Library)
        return taken(kind, classifier, meta, batch, metaBatch, lr);
    setRate(lr, classifier.w.flat);
    Recording& recording = m_recordings[std::size_t(kind)];
    if (!sameSize(recording.batch, batch) || !sameSize(recording.metaBatch, metaBatch)) {
        if (recording.graph)
            return taken(kind, classifier, meta, batch, metaBatch, m_rate); // a batch at an epoch's end
        recording = {.graph = {}, .batch = batch, .metaBatch = metaBatch, .figures = {}};
    }
    if (!recording.graph) {
        if (recording.alike++ < unrecorded)
            return taken(kind, classifier, meta, batch, metaBatch, m_rate);
        m_graphs = record(recording, kind, classifier, meta, batch, metaBatch);
        if (!m_graphs)
            return taken(kind, classifier, meta, batch, metaBatch, lr);
    } else {
        overwrite(recording.batch, batch);
        overwrite(recording.metaBatch, metaBatch);
    }
    recording.graph->replay();
    meta.adam.steps += recording.adamSteps;
    return recording.figures.clone(); // the next replay overwrites them
}

} // namespace reweigh
