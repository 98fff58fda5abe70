// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/TabascoWeighting.h"

#include "core/base/NormalMixture.h"
#include "core/config/Methods.h"
#include "core/engine/methods/MetaWeightNetWeighting.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace reweigh {
namespace {

constexpr std::size_t fewestSamples = 6; ///< more than the parameters of a mixture
constexpr double alike = 1e-6;           ///< what rounding in fp32 makes of equal values
constexpr double leastProbability = 1e-10;

const MetaNetSpec featureLayer{.input = "penultimate"};

/// The positions of the samples that are observed as `label`, [n].
at::Tensor rowsOf(const at::Tensor& labels, std::int64_t label)
{
    return (labels == label).nonzero().squeeze(1);
}

/// Those rows of `all`, in fp64. One class at a time, so that the whole is never there in fp64.
at::Tensor picked(const at::Tensor& all, const at::Tensor& rows)
{
    return all.index_select(0, rows).to(at::kDouble);
}

/// The samples of one class whose prediction is that of most and surer than usual, [m], from their `probabilities` [n, K]; all of them if
/// there is none.
at::Tensor confidentSamples(const at::Tensor& probabilities)
{
    const at::Tensor mean = probabilities.mean(0);
    const auto top = mean.argmax().item<std::int64_t>();
    const at::Tensor ofTop = probabilities.select(1, top);
    const at::Tensor usual = (ofTop * (ofTop / mean[top]).clamp_min(1)).mean();
    const at::Tensor found = (probabilities.argmax(1) == top).logical_and(ofTop > usual).nonzero().squeeze(1);
    return found.size(0) > 0 ? found : at::arange(probabilities.size(0), at::kLong);
}

/// `vectors` [n, d] scaled to length 1. A vector that is 0 but for rounding errors stays near 0.
at::Tensor directions(const at::Tensor& vectors)
{
    return vectors / vectors.square().sum(1, true).sqrt().clamp_min(alike);
}

/// A measure of a class's samples, scaled to [0, 1], with the mixture that was fitted to it.
struct Measured {
    std::vector<double> values;
    TwoNormals mixture;

    bool isLow(double value) const { return mixture.lowProbability(value) > 0.5; }

    ClassDivision division(SampleMeasure by) const
    {
        ClassDivision result{.by = by, .low = {}};
        for (const double value : values)
            result.low.push_back(mixture.lowProbability(value));
        return result;
    }
};

/// Nothing if all values are alike.
std::optional<Measured> measured(std::span<const double> values)
{
    const auto [least, most] = std::ranges::minmax_element(values);
    if (*most - *least < alike)
        return std::nullopt;
    Measured result;
    for (const double value : values)
        result.values.push_back((value - *least) / (*most - *least));
    const std::optional<TwoNormals> mixture = fitTwoNormals(result.values, {.iterations = 30, .tolerance = 1e-2, .addedVariance = 5e-4});
    if (!mixture)
        return std::nullopt;
    result.mixture = *mixture;
    return result;
}

struct Spread {
    double mean = 0.0, deviation = 0.0;
};

Spread spreadOf(const std::vector<double>& values)
{
    double sum = 0.0, squares = 0.0;
    for (const double value : values)
        sum += value;
    const double n = double(values.size()), mean = sum / n;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {.mean = mean, .deviation = squares > 0 ? std::sqrt(squares / n) : 0.1};
}

/// Whether closeness divides the class badly, so that divergence is to divide it (see divideClass()).
bool divergenceDivides(const Measured& divergence, const Measured& closeness)
{
    std::vector<double> distant, nearby;
    for (std::size_t i = 0; i < divergence.values.size(); ++i)
        (closeness.isLow(closeness.values[i]) ? distant : nearby).push_back(divergence.values[i]);
    if (distant.empty() || nearby.empty())
        return true;
    const Spread a = spreadOf(distant), b = spreadOf(nearby);
    const bool low = divergence.isLow(a.mean);
    if (low == divergence.isLow(b.mean))
        return !low;
    return (low ? b.deviation / a.deviation : a.deviation / b.deviation) < 0.65;
}

std::span<const double> valuesOf(const at::Tensor& tensor)
{
    return {tensor.const_data_ptr<double>(), std::size_t(tensor.numel())};
}

} // namespace

at::Tensor weightedDivergence(const at::Tensor& probabilities, std::int64_t label)
{
    const at::Tensor own = probabilities.select(1, label), mean = probabilities.mean(0);
    const double most = mean.max().item<double>() / std::max(mean[label].item<double>(), leastProbability);
    const at::Tensor factor = (probabilities.amax(1) / own.clamp_min(leastProbability)).clamp_max(most);
    // Of a one-hot distribution the divergence is a function of p_c alone: log 2 + (p_c log p_c - (1 + p_c) log(1 + p_c)) / 2.
    return factor * (0.5 * (at::xlogy(own, own) - at::xlogy(own + 1, own + 1)) + std::numbers::ln2);
}

ClassCentroids classCentroids(const at::Tensor& probabilities, const at::Tensor& features, const at::Tensor& labels)
{
    const std::int64_t samples = probabilities.size(0), classes = probabilities.size(1), width = features.size(1);
    const at::Tensor mean = at::zeros({width}, at::kDouble);
    for (std::int64_t c = 0; c < classes; ++c)
        mean.add_(picked(features, rowsOf(labels, c)).sum(0));
    mean.div_(double(samples));
    ClassCentroids result{.centroids = at::zeros({classes, width}, at::kDouble),
                          .closeness = at::zeros({samples}, at::kDouble),
                          .confident = std::vector<std::int64_t>(std::size_t(classes), 0)};
    for (std::int64_t c = 0; c < classes; ++c) {
        const at::Tensor rows = rowsOf(labels, c);
        if (rows.size(0) == 0)
            continue;
        const at::Tensor confident = confidentSamples(picked(probabilities, rows)), z = directions(picked(features, rows) - mean);
        const at::Tensor centroid = z.index_select(0, confident).mean(0);
        result.centroids.select(0, c).copy_(centroid);
        result.closeness.index_copy_(0, rows, (z * centroid).sum(1));
        result.confident[std::size_t(c)] = confident.size(0);
    }
    return result;
}

std::vector<bool> centroidsOfOthers(const ClassCentroids& found)
{
    const at::Tensor products = at::mm(found.centroids, found.centroids.t()).contiguous();
    const std::size_t classes = found.confident.size();
    std::vector<bool> result;
    for (std::size_t c = 0; c < classes; ++c) {
        if (found.confident[c] == 0) {
            result.push_back(false);
            continue;
        }
        const std::span<const double> row = valuesOf(products).subspan(c * classes, classes);
        double largest = -std::numeric_limits<double>::infinity();
        std::size_t closest = c;
        for (std::size_t k = 0; k < classes; ++k)
            if (k != c && found.confident[k] > 0 && row[k] > largest) {
                largest = row[k];
                closest = k;
            }
        result.push_back(std::abs(std::exp(largest - row[c]) - 1) < 0.1 && found.confident[c] < found.confident[closest]);
    }
    return result;
}

ClassDivision divideClass(std::span<const double> divergence, std::span<const double> closeness)
{
    if (divergence.size() < fewestSamples)
        return {};
    const std::optional<Measured> byDivergence = measured(divergence), byCloseness = measured(closeness);
    if (byDivergence && (!byCloseness || divergenceDivides(*byDivergence, *byCloseness)))
        return byDivergence->division(SampleMeasure::Divergence);
    return byCloseness ? byCloseness->division(SampleMeasure::Closeness) : ClassDivision{};
}

TabascoSelection tabascoSelection(const at::Tensor& probabilities, const at::Tensor& features, const at::Tensor& labels)
{
    const ClassCentroids found = classCentroids(probabilities, features, labels);
    const std::vector<bool> ofOthers = centroidsOfOthers(found);
    TabascoSelection result{.weights = at::ones({labels.size(0)}, at::kDouble), .measures = {}};
    for (std::int64_t c = 0; c < probabilities.size(1); ++c) {
        const at::Tensor rows = rowsOf(labels, c);
        ClassDivision division;
        if (rows.size(0) > 0) {
            const at::Tensor divergence = weightedDivergence(picked(probabilities, rows), c).contiguous();
            const at::Tensor closeness = found.closeness.index_select(0, rows);
            division = divideClass(valuesOf(divergence), valuesOf(closeness));
        }
        result.measures.push_back(division.by);
        if (division.by == SampleMeasure::None)
            continue;
        const at::Tensor low = at::tensor(division.low, at::kDouble);
        const bool byLow = division.by == SampleMeasure::Divergence || ofOthers[std::size_t(c)];
        result.weights.index_copy_(0, rows, byLow ? low : 1 - low);
    }
    return result;
}

TabascoWeighting::TabascoWeighting(const TrainOptions& options, const Network& network)
    : m_warmUp(methodSetting(options, "tabasco-warm-up") * options.epochs)
    , m_classes(network.classes())
    , m_width(weightInputWidth(featureLayer, network))
{
}

void TabascoWeighting::begin(Rng&, const StepTypes& types, const c10::Device& device)
{
    const at::TensorOptions options = at::TensorOptions(types.master).device(device);
    m_probabilities = at::full({m_samples, m_classes}, 1.0 / double(m_classes), options); // of a classifier that knows nothing
    m_features = at::zeros({m_samples, m_width}, options);
    m_weights = at::ones({m_samples}, options);
}

void TabascoWeighting::epochStarted(const EpochView& view)
{
    // The small number is for shares that binary fractions do not hold exactly.
    if (view.epoch == 1 || view.epoch - 1 < m_warmUp - 1e-9)
        return;
    m_weights.copy_(tabascoSelection(m_probabilities.to(at::kCPU), m_features.to(at::kCPU), view.labels).weights);
}

at::Tensor TabascoWeighting::weights(const StepView& view)
{
    m_probabilities.index_copy_(0, view.positions, view.probabilities);
    m_features.index_copy_(0, view.positions, weightInput(featureLayer, view));
    return m_weights.index_select(0, view.positions);
}

WeightingState TabascoWeighting::state()
{
    return {.tensors = {{"tabasco.probabilities", m_probabilities}, {"tabasco.features", m_features}, {"tabasco.weights", m_weights}},
            .counters = {}};
}

} // namespace reweigh
