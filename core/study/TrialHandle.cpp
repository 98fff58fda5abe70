// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/TrialHandle.h"

#include "core/study/StudyLoop.h"

namespace reweigh {

Result<std::int64_t> TrialHandle::suggestInt(const std::string& name, const IntDistribution& distribution)
{
    const auto value = m_loop->suggest(m_place, name, distribution);
    if (!value)
        return value.error();
    return static_cast<std::int64_t>(*value);
}

Result<double> TrialHandle::suggestFloat(const std::string& name, const FloatDistribution& distribution)
{
    return m_loop->suggest(m_place, name, distribution);
}

Result<nlohmann::json> TrialHandle::suggestCategorical(const std::string& name, const CategoricalDistribution& distribution)
{
    const auto index = m_loop->suggest(m_place, name, distribution);
    if (!index)
        return index.error();
    return distribution.choices.at(static_cast<std::size_t>(*index));
}

Status TrialHandle::setContinued(double trained)
{
    return m_loop->setContinued(m_place, trained);
}

Status TrialHandle::report(int step, double value)
{
    return m_loop->report(m_place, step, value);
}

Result<bool> TrialHandle::shouldPrune()
{
    return m_loop->shouldPrune(m_place);
}

std::optional<int> TrialHandle::lastStep() const
{
    return m_loop->lastStep(m_place);
}

Status TrialHandle::setUserAttributes(const Attributes& attributes)
{
    return m_loop->setUserAttributes(m_place, attributes);
}

} // namespace reweigh
