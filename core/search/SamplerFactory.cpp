// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"

#include "core/search/RandomSampler.h"
#include "core/search/tpe/TpeSampler.h"

namespace reweigh {

std::unique_ptr<Sampler> makeTpeSampler(std::uint64_t seed, TpeOptions options)
{
    return std::make_unique<TpeSampler>(seed, options);
}

std::unique_ptr<Sampler> makeRandomSampler(std::uint64_t seed)
{
    return std::make_unique<RandomSampler>(seed);
}

} // namespace reweigh
