// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/SyntheticBlobs.h"

#include "core/base/Rng.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace reweigh {
namespace {

struct Spot {
    double x, y, radius;
    std::array<double, 3> brightness; ///< per channel, 0 .. 255
};

using Pattern = std::array<Spot, 3>;

std::vector<Pattern> drawPatterns(const SyntheticShape& shape, Rng& rng)
{
    std::vector<Pattern> patterns(static_cast<std::size_t>(shape.classes));
    for (Pattern& pattern : patterns)
        for (Spot& spot : pattern) {
            spot.x = shape.side * (0.15 + 0.7 * rng.uniform());
            spot.y = shape.side * (0.15 + 0.7 * rng.uniform());
            spot.radius = shape.side * (0.07 + 0.08 * rng.uniform());
            for (double& brightness : spot.brightness)
                brightness = 100.0 + 120.0 * rng.uniform();
        }
    return patterns;
}

void drawImage(const Pattern& pattern, const SyntheticShape& shape, Rng& rng, std::uint8_t* out)
{
    const double shiftX = double(rng.below(5)) - 2.0, shiftY = double(rng.below(5)) - 2.0;
    const double scale = 0.7 + 0.6 * rng.uniform();
    for (int y = 0; y < shape.side; ++y)
        for (int x = 0; x < shape.side; ++x)
            for (std::size_t c = 0; c < static_cast<std::size_t>(shape.channels); ++c) {
                double value = 20.0 + 40.0 * rng.normal();
                for (const Spot& spot : pattern) {
                    const double dx = (x - shiftX - spot.x) / spot.radius, dy = (y - shiftY - spot.y) / spot.radius;
                    value += scale * spot.brightness[c] * std::exp(-0.5 * (dx * dx + dy * dy));
                }
                *out++ = static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
            }
}

ImageSet drawSet(const std::vector<Pattern>& patterns, const SyntheticShape& shape, int perClass, Rng rng)
{
    ImageSet set;
    set.height = set.width = shape.side;
    set.channels = shape.channels;
    const std::size_t count = patterns.size() * static_cast<std::size_t>(perClass);
    set.pixels.resize(count * set.imageBytes());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t label = i % patterns.size();
        drawImage(patterns[label], shape, rng, set.pixels.data() + i * set.imageBytes());
        set.labels.push_back(static_cast<std::uint16_t>(label));
    }
    return set;
}

} // namespace

DataSource makeSyntheticBlobs(const SyntheticShape& shape, std::uint64_t seed)
{
    if (shape.classes < 2 || shape.classes > 100 || shape.trainPerClass < 1 || shape.testPerClass < 1 || shape.side < 8 || shape.side > 224
        || (shape.channels != 1 && shape.channels != 3))
        throw std::invalid_argument("makeSyntheticBlobs: shape out of range");
    Rng patternRng(seed, "patterns");
    const std::vector<Pattern> patterns = drawPatterns(shape, patternRng);
    DataSource source;
    source.name = "synthetic";
    for (int c = 0; c < shape.classes; ++c)
        source.classNames.push_back("blob " + std::to_string(c));
    source.train = drawSet(patterns, shape, shape.trainPerClass, Rng(seed, "train"));
    source.test = drawSet(patterns, shape, shape.testPerClass, Rng(seed, "test"));
    return source;
}

} // namespace reweigh
