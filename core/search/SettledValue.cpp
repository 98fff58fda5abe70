// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SettledValue.h"

namespace reweigh {
namespace {

struct OnlyValue {
    double operator()(const CategoricalDistribution&) const { return 0.0; }
    template <typename Numeric>
    double operator()(const Numeric& d) const
    {
        return static_cast<double>(d.low);
    }
};

/// The range of a number may have changed since it was drawn; the choices of a category may not.
bool fits(const Parameter& drawn, const Distribution& distribution)
{
    if (drawn.distribution.index() != distribution.index())
        return false;
    return std::holds_alternative<CategoricalDistribution>(distribution) ? drawn.distribution == distribution
                                                                         : contains(distribution, drawn.value);
}

} // namespace

std::optional<double> settledValue(const std::vector<Parameter>& joint, const std::string& name,
                                   const Distribution& distribution)
{
    if (isSingle(distribution))
        return std::visit(OnlyValue{}, distribution);
    for (const Parameter& drawn : joint)
        if (drawn.name == name && fits(drawn, distribution))
            return drawn.value;
    return std::nullopt;
}

} // namespace reweigh
