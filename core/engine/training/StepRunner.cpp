// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/StepRunner.h"

#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/training/Tf32Scope.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <c10/util/Exception.h>

namespace reweigh {
namespace {

/// Steps before a recording. In them, libraries choose their algorithms and allocate their memory, which is not possible while a step is
/// recorded.
constexpr int unrecorded = 3;

bool sameSize(const Batch& a, const Batch& b)
{
    const auto same = [](const at::Tensor& x, const at::Tensor& y) {
        return x.defined() == y.defined() && (!x.defined() || x.sizes() == y.sizes());
    };
    return same(a.images, b.images) && same(a.labels, b.labels) && same(a.positions, b.positions);
}

Batch copyOf(const Batch& batch)
{
    const auto clone = [](const at::Tensor& tensor) { return tensor.defined() ? tensor.clone() : at::Tensor(); };
    return {clone(batch.images), clone(batch.labels), clone(batch.positions)};
}

void overwrite(Batch& to, const Batch& from)
{
    for (const auto part : {&Batch::images, &Batch::labels, &Batch::positions})
        if ((to.*part).defined())
            (to.*part).copy_(from.*part);
}

} // namespace

StepRunner::StepRunner(MetaStep& stepper, Precision precision, const c10::Device& device)
    : m_stepper(stepper)
    , m_precision(precision)
    , m_device(device)
    , m_graphs(device.is_cuda() && deviceKernels())
{
}

PackedFigures StepRunner::taken(const Work& work, const LearningRate& lr)
{
    const Tf32Scope scope(m_precision, m_device);
    return PackedFigures(m_stepper.take(work.classifier, work.batch, work.metaBatch, lr, work.time));
}

/// Sets the learning rate of the following steps, in the memory of the device of `like`.
void StepRunner::setRate(double lr, const at::Tensor& like)
{
    if (!m_rate.onDevice.defined())
        m_rate.onDevice = at::full({}, lr, like.options().dtype(at::kDouble));
    else if (m_rate.value != lr)
        m_rate.onDevice.fill_(lr);
    m_rate.value = lr;
}

/// Records a step without carrying it out. Returns false if it cannot be recorded.
bool StepRunner::record(Recording& recording, const Work& work)
{
    recording.batch = copyOf(work.batch);
    recording.metaBatch = copyOf(work.metaBatch);
    const Work own{work.classifier, recording.batch, recording.metaBatch, work.time};
    const auto counters = m_stepper.counters();
    std::vector<std::int64_t> before;
    for (const auto& [name, counter] : counters)
        before.push_back(*counter);
    std::unique_ptr<StepGraph> graph = deviceKernels()->makeGraph();
    try {
        deviceKernels()->emptyCache(); // or the memory of the steps before it would be kept beside the graph's own: a step's, twice
        graph->capture([this, &recording, own] { recording.figures = taken(own, m_rate); });
    } catch (const c10::Error& error) {
        TORCH_WARN_ONCE("steps run operation by operation, because they cannot be recorded as a CUDA graph: ",
                        error.what_without_backtrace());
        for (std::size_t i = 0; i < counters.size(); ++i)
            *counters[i].second = before[i];
        recording = {};
        return false;
    }
    for (std::size_t i = 0; i < counters.size(); ++i) { // run() counts each replay
        recording.counted.push_back(*counters[i].second - before[i]);
        *counters[i].second = before[i];
    }
    recording.graph = std::move(graph);
    return true;
}

PackedFigures StepRunner::run(ClassifierState& classifier, const Batch& batch, const Batch& metaBatch, double lr, const StepTime& time)
{
    const c10::NoGradGuard guard;
    const Work work{classifier, batch, metaBatch, time};
    if (!m_graphs || kernelChoice() == KernelChoice::Library)
        return taken(work, lr);
    setRate(lr, classifier.w.flat);
    Recording& recording = m_recordings[{m_stepper.recording(time), batch.labels.size(0)}];
    if (!sameSize(recording.batch, batch) || !sameSize(recording.metaBatch, metaBatch)) {
        if (recording.graph)
            return taken(work, m_rate); // a meta batch of another size
        recording = {.graph = {}, .batch = batch, .metaBatch = metaBatch, .figures = {}, .counted = {}};
    }
    if (!recording.graph) {
        if (recording.alike++ < unrecorded)
            return taken(work, m_rate);
        m_graphs = record(recording, work);
        if (!m_graphs) {
            m_recordings.clear(); // the memory of graphs that are not started any more
            return taken(work, lr);
        }
    } else {
        overwrite(recording.batch, batch);
        overwrite(recording.metaBatch, metaBatch);
    }
    recording.graph->replay();
    const auto counters = m_stepper.counters();
    for (std::size_t i = 0; i < counters.size(); ++i)
        *counters[i].second += recording.counted[i];
    return recording.figures.copied(); // the next replay overwrites the recording's own
}

} // namespace reweigh
