// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/PseudoMeta.h"

#include "core/config/Methods.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace reweigh {

bool choosesMetaSet(const TrainJob& job)
{
    const MethodRow* row = weightingRow(job.training.weighting);
    return job.plan->pseudoMetaPerClass > 0 && row && row->needsMetaSet;
}

int warmUpEpochs(const TrainJob& job)
{
    if (!choosesMetaSet(job))
        return 0;
    const double share = std::round(job.training.pseudoWarmUp * job.training.epochs);
    return int(std::clamp(share, 1.0, std::max(1.0, job.training.epochs - 1.0)));
}

at::Tensor lowestLosses(const TrainingAnswers& answers, std::int64_t perClass)
{
    const std::int64_t samples = answers.labels.size(0), classes = answers.probabilities.size(1);
    const at::Tensor believed = answers.probabilities.gather(1, answers.labels.unsqueeze(1)).squeeze(1).contiguous(); // p_y
    const double* const p = believed.const_data_ptr<double>();
    const std::int64_t* const label = answers.labels.const_data_ptr<std::int64_t>();
    std::vector<std::vector<std::int64_t>> ofClass(static_cast<std::size_t>(classes));
    for (std::int64_t i = 0; i < samples; ++i)
        ofClass[std::size_t(label[i])].push_back(i);
    const at::Tensor chosen = at::full({classes, perClass}, -1, at::kLong);
    for (std::int64_t c = 0; c < classes; ++c) {
        std::vector<std::int64_t>& members = ofClass[std::size_t(c)];
        // The lowest loss is the highest p_y.
        const auto before = [&](std::int64_t a, std::int64_t b) { return p[a] > p[b] || (!std::isnan(p[a]) && std::isnan(p[b])); };
        std::ranges::stable_sort(members, before);
        std::copy_n(members.begin(), std::min(perClass, std::int64_t(members.size())),
                    chosen.mutable_data_ptr<std::int64_t>() + c * perClass);
    }
    return chosen;
}

std::vector<std::uint32_t> chosenPositions(const at::Tensor& chosen)
{
    std::vector<std::uint32_t> positions;
    const std::int64_t* const values = chosen.const_data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < chosen.numel(); ++i)
        if (values[i] >= 0)
            positions.push_back(std::uint32_t(values[i]));
    return positions;
}

WarmUpSteps::WarmUpSteps(const Network& network, const TrainOptions& options, const c10::Device& device)
    : m_stepper(network, m_loss, m_weighting, options)
    , m_runner(m_stepper, options.precision, device)
{
}

} // namespace reweigh
