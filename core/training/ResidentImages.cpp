// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/ResidentImages.h"

#include "core/kernels/DeviceKernels.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace reweigh {

at::Tensor sendable(at::IntArrayRef sizes, at::ScalarType type, const c10::Device& device)
{
    return at::empty(sizes, at::TensorOptions(type).pinned_memory(device.is_cuda()));
}

at::Tensor sent(const at::Tensor& host, const c10::Device& device)
{
    return host.to(device, host.scalar_type(), device.is_cuda()); // the allocator keeps the memory until it has been read
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

} // namespace reweigh
