// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"

#include "core/base/NearestName.h"
#include "core/search/RandomSampler.h"
#include "core/search/tpe/TpeSampler.h"

#include <algorithm>

namespace reweigh {

const std::vector<SamplerRow>& samplerRows()
{
    static const std::vector<SamplerRow> rows = {
        {.name = "tpe",
         .title = "TPE",
         .help = QT_TRANSLATE_NOOP("Settings", "Tree-structured Parzen estimator: draws where good trials are dense and bad ones are not."),
         .settings = {{.key = tpeStartup,
                       .label = QT_TRANSLATE_NOOP("Settings", "Random trials before TPE"),
                       .help =
                           QT_TRANSLATE_NOOP("Settings", "How many finished trials TPE must know before it draws by what it has learned."),
                       .range = {.low = 1, .high = 1000, .whole = true},
                       .usual = double(TpeOptions().startupTrials)}},
         .make = [](std::uint64_t seed,
                    const OwnValues& values) { return makeTpeSampler(seed, {.startupTrials = std::size_t(values.at(tpeStartup))}); }},
        {.name = "random",
         .title = QT_TRANSLATE_NOOP("Settings", "random"),
         .help = QT_TRANSLATE_NOOP("Settings", "Draws uniformly from the whole space and does not learn from earlier trials."),
         .make = [](std::uint64_t seed, const OwnValues&) { return makeRandomSampler(seed); }},
    };
    return rows;
}

Result<std::unique_ptr<Sampler>> makeSampler(const std::string& name, std::uint64_t seed, const OwnValues& given)
{
    const auto row = std::ranges::find(samplerRows(), name, &SamplerRow::name);
    if (row == samplerRows().end())
        return Error{ErrorCode::UnknownValue, "sampler", name, nearestName(name, namesOf(samplerRows()))};
    return row->make(seed, completeValues(row->settings, given));
}

std::unique_ptr<Sampler> makeTpeSampler(std::uint64_t seed, TpeOptions options)
{
    return std::make_unique<TpeSampler>(seed, options);
}

std::unique_ptr<Sampler> makeRandomSampler(std::uint64_t seed)
{
    return std::make_unique<RandomSampler>(seed);
}

} // namespace reweigh
