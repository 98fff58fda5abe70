// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StepBench.h"

#include "core/config/Names.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <functional>

namespace reweigh::bench {
namespace {

TrainOptions optionsOf(const StepCase& which)
{
    TrainOptions options;
    options.model = which.model;
    options.precision = which.precision;
    options.batchSize = options.metaBatchSize = which.batch;
    return options;
}

} // namespace

std::string StepCase::name() const
{
    return method + " " + model + " cpu " + nameOf(precision);
}

StepBench::StepBench(const StepCase& which)
    : m_case(which), m_options(optionsOf(which)), m_network(std::move(makeClassifier(which.model, which.shape, 10).value())),
      m_metaNet(m_options.metaNet, 1), m_step(m_network, m_metaNet, m_options)
{
    Rng rng(1, "bench");
    const StepTypes types = stepTypes(which.precision);
    m_classifier = initialClassifier(m_network, rng, types, at::kCPU);
    m_meta = initialMeta(m_metaNet, rng, types, at::kCPU);
    m_batch = randomBatch(rng);
    m_metaBatch = randomBatch(rng);
}

Batch StepBench::randomBatch(Rng& rng) const
{
    const ImageShape& shape = m_case.shape;
    at::Tensor images = at::empty({m_case.batch, shape.height, shape.width, shape.channels});
    std::generate_n(images.mutable_data_ptr<float>(), images.numel(), [&] { return static_cast<float>(rng.normal()); });
    at::Tensor labels = at::empty({m_case.batch}, at::kLong);
    std::generate_n(labels.mutable_data_ptr<int64_t>(), labels.numel(), [&] { return static_cast<int64_t>(rng.below(10)); });
    return {images.permute({0, 3, 1, 2}).to(stepTypes(m_case.precision).compute), labels};
}

void StepBench::step()
{
    if (m_case.method == "plain")
        m_step.plain(m_classifier, m_batch, m_options.lr);
    else
        m_step.reweighted(m_classifier, m_meta, m_batch, m_metaBatch, m_options.lr);
}

std::vector<std::pair<std::string, double>> StepBench::passes(int rounds)
{
    const ParamSet w(m_network.parameters(), m_classifier.w.flat.to(stepTypes(m_case.precision).compute));
    ParamSet gradient(m_network.parameters(), at::zeros_like(m_classifier.w.flat));
    Activations saved;
    at::Tensor logits;
    const std::pair<std::string, std::function<void()>> all[] = {
        {"forward", [&] { logits = m_network.forward(w, m_classifier.running, m_batch.images, PassMode::TrainOnly, &saved); }},
        {"backward", [&] { m_network.backward(w, saved, logits, gradient); }},
        {"tangent", [&] { m_network.tangent(w, saved, w); }},
    };
    std::vector<std::pair<std::string, double>> medians;
    for (const auto& [name, pass] : all) {
        std::vector<double> times;
        for (int round = 0; round < 2 * rounds + 1; ++round) {
            const auto start = std::chrono::steady_clock::now();
            pass();
            times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
        std::ranges::nth_element(times, times.begin() + rounds);
        medians.emplace_back(name, times[static_cast<std::size_t>(rounds)]);
    }
    return medians;
}

} // namespace reweigh::bench
