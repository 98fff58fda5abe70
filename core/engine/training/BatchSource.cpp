// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/BatchSource.h"

#include "core/base/Rng.h"
#include "core/data/batches/BatchMaker.h"
#include "core/engine/kernels/DeviceKernels.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <numeric>
#include <utility>

namespace reweigh {

at::Tensor sendable(at::IntArrayRef sizes, at::ScalarType type, const c10::Device& device)
{
    return at::empty(sizes, at::TensorOptions(type).pinned_memory(device.is_cuda()));
}

at::Tensor sent(const at::Tensor& host, const c10::Device& device)
{
    // LibTorch's allocator does not reuse pinned memory until the device has read it.
    return host.to(device, host.scalar_type(), device.is_cuda());
}

ResidentImages::ResidentImages(const ImageSet& images, const c10::Device& device)
    : m_pixels(at::from_blob(const_cast<std::uint8_t*>(images.pixels.data()), // only read
                             {std::int64_t(images.size()), images.height, images.width, images.channels}, at::kByte)
                   .to(device))
{
}

at::Tensor ResidentImages::gather(const BatchMaker& maker, std::span<const std::uint32_t> indices, std::uint64_t seed, bool augment,
                                  at::ScalarType type) const
{
    const c10::Device device = m_pixels.device();
    const at::Tensor samples = sendable({std::int64_t(indices.size()), 4}, at::kInt, device);
    int* sample = samples.mutable_data_ptr<int>();
    for (std::size_t position = 0; position < indices.size(); ++position) {
        const CropPlacement at = augment ? maker.placement(seed, position) : CropPlacement{};
        for (const int value : {int(indices[position]), at.dy, at.dx, int(at.mirrored)})
            *sample++ = value;
    }
    const auto& values = maker.values();
    const at::Tensor value = sendable({std::int64_t(values.size()), 256}, at::kFloat, device);
    for (std::size_t c = 0; c < values.size(); ++c)
        std::ranges::copy(values[c], value.mutable_data_ptr<float>() + 256 * c);
    return deviceKernels()->gatherImages(m_pixels, sent(samples, device), sent(value, device), type);
}

std::shared_ptr<const ResidentSource> residentSource(const DataSource& source, const c10::Device& device, at::ScalarType type)
{
    if (!device.is_cuda() || !deviceKernels() || (type != at::kFloat && type != at::kBFloat16))
        return nullptr;
    static std::mutex mutex;
    static std::map<std::pair<const DataSource*, c10::DeviceIndex>, std::weak_ptr<const ResidentSource>> known;
    const std::lock_guard lock(mutex);
    std::weak_ptr<const ResidentSource>& entry = known[{&source, device.index()}];
    std::shared_ptr<const ResidentSource> resident = entry.lock();
    if (!resident) {
        std::erase_if(known, [](const auto& item) { return item.second.expired(); });
        resident = std::make_shared<const ResidentSource>(ResidentImages(source.train, device), ResidentImages(source.test, device));
        known[{&source, device.index()}] = resident;
    }
    return resident;
}

BatchSource::BatchSource(std::shared_ptr<const DataSource> source, std::shared_ptr<const DataPlan> plan, const TrainOptions& options,
                         const StepTypes& types, const c10::Device& device)
    : m_source(std::move(source))
    , m_plan(std::move(plan))
    , m_options(options)
    , m_types(types)
    , m_device(device)
    , m_trainMaker(m_source->train, normalisationFor(*m_source), mayFlip(*m_source))
    , m_testMaker(m_source->test, normalisationFor(*m_source), mayFlip(*m_source))
    , m_resident(residentSource(*m_source, device, types.compute))
    , m_steps(m_plan->train.size(), std::size_t(m_options.batchSize), m_options.lastBatch)
{
    m_meta = m_plan->meta;
    for (const std::uint32_t image : m_meta)
        m_metaLabels.push_back(trueLabels(*m_plan, m_source->train)[image]);
}

void BatchSource::setMeta(std::span<const std::uint32_t> positions)
{
    m_meta.clear();
    m_metaLabels.clear();
    for (const std::uint32_t position : positions) {
        m_meta.push_back(m_plan->train[position]);
        m_metaLabels.push_back(m_plan->observedLabel[position]);
    }
}

std::span<const std::uint32_t> BatchSource::positions(int epoch, int step)
{
    if (m_orderEpoch != epoch) {
        m_order = batchOrder(m_plan->train.size(), deriveSeed(m_options.trainSeed, "order"), epoch);
        m_orderEpoch = epoch;
    }
    const std::size_t begin = m_steps.begin(std::size_t(step));
    return std::span(m_order).subspan(begin, m_steps.begin(std::size_t(step) + 1) - begin);
}

std::uint64_t BatchSource::stepSeed(const char* stream, int epoch, int step) const
{
    return deriveSeed(deriveSeed(m_options.trainSeed, stream), std::uint64_t(epoch) * m_steps.count() + std::uint64_t(step));
}

Batch BatchSource::batch(Images from, std::span<const std::uint32_t> indices, std::span<const std::uint16_t> labels, std::uint64_t seed,
                         bool augment) const
{
    const bool test = from == Images::Test;
    const BatchMaker& maker = test ? m_testMaker : m_trainMaker;
    const auto n = int64_t(indices.size());
    const at::Tensor y = sendable({n}, at::kLong, m_device);
    std::ranges::copy(labels, y.mutable_data_ptr<int64_t>());
    if (m_resident)
        return {
            (test ? m_resident->test : m_resident->train).gather(maker, indices, seed, augment, m_types.compute), sent(y, m_device), {}};
    const ImageSet& set = test ? m_source->test : m_source->train;
    const at::Tensor images = at::empty({n, set.height, set.width, set.channels});
    maker.make(indices, seed, augment, images.mutable_data_ptr<float>());
    return {images.permute({0, 3, 1, 2}).to(at::TensorOptions(m_types.compute).device(m_device)), sent(y, m_device), {}};
}

Batch BatchSource::trainBatch(std::span<const std::uint32_t> positions, std::uint64_t seed, bool augment) const
{
    std::vector<std::uint32_t> indices;
    std::vector<std::uint16_t> labels;
    for (const std::uint32_t position : positions) {
        indices.push_back(m_plan->train[position]);
        labels.push_back(m_plan->observedLabel[position]);
    }
    return batch(Images::Train, indices, labels, seed, augment);
}

at::Tensor BatchSource::indices(std::span<const std::uint32_t> positions) const
{
    const at::Tensor host = sendable({int64_t(positions.size())}, at::kLong, m_device);
    std::ranges::copy(positions, host.mutable_data_ptr<int64_t>());
    return sent(host, m_device);
}

Batch BatchSource::train(std::span<const std::uint32_t> positions, int epoch, int step) const
{
    return trainBatch(positions, stepSeed("augment", epoch, step), m_options.augment);
}

Batch BatchSource::unaltered(std::span<const std::uint32_t> positions) const
{
    return trainBatch(positions, 0, false);
}

Batch BatchSource::meta(int epoch, int step) const
{
    std::vector<std::uint32_t> indices = m_meta;
    std::vector<std::uint16_t> labels = m_metaLabels;
    const std::size_t count = std::min(indices.size(), std::size_t(m_options.metaBatchSize));
    Rng rng(stepSeed("meta", epoch, step));
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t drawn = i + rng.below(indices.size() - i);
        std::swap(indices[i], indices[drawn]);
        std::swap(labels[i], labels[drawn]);
    }
    indices.resize(count);
    labels.resize(count);
    return batch(Images::Train, indices, labels, stepSeed("meta-augment", epoch, step), m_options.augment);
}

std::size_t BatchSource::size(Split split) const
{
    switch (split) {
    case Split::Meta: return m_meta.size();
    case Split::Validation: return m_plan->validation.size();
    case Split::Test: return m_source->test.size();
    }
    return 0;
}

Batch BatchSource::evaluation(Split split, std::size_t begin, std::size_t count) const
{
    if (split == Split::Meta)
        return batch(Images::Train, std::span(m_meta).subspan(begin, count), std::span(m_metaLabels).subspan(begin, count), 0, false);
    const bool test = split == Split::Test;
    const std::span<const std::uint16_t> known = test ? std::span(m_source->test.labels) : trueLabels(*m_plan, m_source->train);
    std::vector<std::uint32_t> indices(count);
    if (test)
        std::iota(indices.begin(), indices.end(), std::uint32_t(begin));
    else
        std::ranges::copy(std::span(m_plan->validation).subspan(begin, count), indices.begin());
    std::vector<std::uint16_t> labels;
    for (const std::uint32_t index : indices)
        labels.push_back(known[index]);
    return batch(test ? Images::Test : Images::Train, indices, labels, 0, false);
}

} // namespace reweigh
