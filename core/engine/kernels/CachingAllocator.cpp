// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/CachingAllocator.h"

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <atomic>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <unordered_map>
#include <vector>

#include <sys/mman.h>

namespace reweigh {
namespace {

constexpr std::size_t cacheLine = 64;
constexpr std::size_t hugePage = std::size_t(2) << 20;

/// What is stored of a block; it lies before the block's data, in a cache line of its own.
struct Header {
    char* fromSystem;
    std::size_t capacity; ///< of the data
    std::size_t asked;
};
static_assert(sizeof(Header) <= cacheLine);

Header& headerOf(char* data)
{
    return *std::launder(reinterpret_cast<Header*>(data - cacheLine));
}

/// Rounds a size up to one of eight capacities between two powers of two, so that sizes which differ a little share blocks.
std::size_t capacityFor(std::size_t bytes)
{
    if (bytes <= cacheLine)
        return cacheLine;
    const std::size_t step = std::max(cacheLine, std::bit_floor(bytes - 1) / 8);
    return (bytes + step - 1) / step * step;
}

/// The offset of a large block's data within its page, different from block to block. If a loop read one block and wrote another
/// at equal offsets, the processor would delay each load, because it compares only the low bits of a load's and a store's address.
std::size_t placeInPage(std::size_t turn)
{
    return cacheLine + turn % 7 * (9 * cacheLine);
}

/// Allocates a new block from the system, writes its header and returns its data; null if the system has no memory.
char* fromSystem(std::size_t capacity, std::size_t turn)
{
    const bool large = capacity >= hugePage;
    const std::size_t place = large ? placeInPage(turn) : cacheLine, alignment = large ? hugePage : cacheLine;
    const std::size_t whole = (capacity + place + alignment - 1) / alignment * alignment;
    char* const block = static_cast<char*>(std::aligned_alloc(alignment, whole));
    if (!block)
        return nullptr;
    if (large)
        madvise(block, whole, MADV_HUGEPAGE); // if the system refuses, the block has small pages
    new (block + place - cacheLine) Header{block, capacity, 0};
    return block + place;
}

class Allocator final : public c10::Allocator {
public:
    c10::DataPtr allocate(std::size_t bytes) override
    {
        if (bytes == 0)
            return {nullptr, c10::Device(c10::DeviceType::CPU)};
        char* const data = take(capacityFor(bytes));
        headerOf(data).asked = bytes;
        const std::size_t live = m_live.fetch_add(bytes, std::memory_order_relaxed) + bytes;
        for (std::size_t peak = m_peak.load(std::memory_order_relaxed); live > peak && !m_peak.compare_exchange_weak(peak, live);) { }
        return {data, data, &Allocator::release, c10::Device(c10::DeviceType::CPU)};
    }

    c10::DeleterFnPtr raw_deleter() const override { return &Allocator::release; }

    void copy_data(void* to, const void* from, std::size_t count) const override { std::memcpy(to, from, count); }

    void trim()
    {
        const std::lock_guard lock(m_mutex);
        for (auto& [capacity, blocks] : m_free) {
            for (char* data : blocks)
                std::free(headerOf(data).fromSystem);
            blocks.clear();
        }
    }

    std::atomic<std::size_t> m_live = 0, m_peak = 0, m_fromSystem = 0;

private:
    char* take(std::size_t capacity)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (std::vector<char*>& blocks = m_free[capacity]; !blocks.empty()) {
                char* const data = blocks.back(); // the latest freed, most likely still in a cache
                blocks.pop_back();
                return data;
            }
        }
        const std::size_t turn = m_fromSystem.fetch_add(1, std::memory_order_relaxed);
        char* data = fromSystem(capacity, turn);
        if (!data) {
            trim();
            data = fromSystem(capacity, turn);
        }
        TORCH_CHECK_WITH(OutOfMemoryError, data, "can't allocate memory: ", capacity, " bytes");
        return data;
    }

    static void release(void* data);

    std::mutex m_mutex;
    std::unordered_map<std::size_t, std::vector<char*>> m_free; ///< data, by capacity
};

/// Never destroyed: tensors of static storage may outlive everything.
Allocator& allocator()
{
    static Allocator* const one = new Allocator;
    return *one;
}

void Allocator::release(void* data)
{
    if (!data)
        return;
    Header& header = headerOf(static_cast<char*>(data));
    Allocator& self = allocator();
    self.m_live.fetch_sub(header.asked, std::memory_order_relaxed);
    const std::lock_guard lock(self.m_mutex);
    self.m_free[header.capacity].push_back(static_cast<char*>(data));
}

} // namespace

void CachingAllocator::install()
{
    c10::SetCPUAllocator(&allocator(), 1);
}

std::size_t CachingAllocator::liveBytes()
{
    return allocator().m_live;
}

std::size_t CachingAllocator::peakBytes()
{
    return allocator().m_peak;
}

void CachingAllocator::resetPeak()
{
    allocator().m_peak = allocator().m_live.load();
}

std::size_t CachingAllocator::systemAllocations()
{
    return allocator().m_fromSystem;
}

void CachingAllocator::trim()
{
    allocator().trim();
}

} // namespace reweigh
