// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"

#include <algorithm>
#include <cstddef>

namespace reweigh {

/// How many batches an epoch has, and where each begins. No batch has a single sample, which has no batch statistics, unless `size` is 1 or
/// there is but one sample.
class EpochBatches {
public:
    /// `samples` of the training set (>= 1), batches of at most `size` (>= 1). With LastBatch::Rest a rest of a single sample joins the
    /// batch before it; with LastBatch::Even the sizes differ by one at most, and `size` is exceeded by one where pairs leave one over.
    EpochBatches(std::size_t samples, std::size_t size, LastBatch last)
        : m_samples(samples)
        , m_size(last == LastBatch::Rest ? size : 0)
        , m_count((samples + size - 1) / size)
    {
        if (size == 1 || samples == 1)
            return;
        if (last == LastBatch::Rest)
            m_count -= samples % size == 1 ? 1 : 0;
        else
            m_count = std::min(m_count, samples / 2);
    }

    std::size_t count() const { return m_count; }

    /// Where batch `at` begins in the order of the epoch; that of count() is the number of samples.
    std::size_t begin(std::size_t at) const { return at >= m_count ? m_samples : m_size > 0 ? at * m_size : m_samples * at / m_count; }

private:
    std::size_t m_samples;
    std::size_t m_size; ///< 0: even
    std::size_t m_count;
};

} // namespace reweigh
