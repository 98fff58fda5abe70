// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NearestName.h"
#include "core/base/NumberText.h"
#include "core/config/Methods.h"
#include "core/experiment/RunFacts.h"
#include "core/plan/PlanParts.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr ClaimKind kinds[] = {ClaimKind::Better, ClaimKind::Equal, ClaimKind::Above, ClaimKind::Below};

/// The metrics that a hypothesis may be about. Numbers of samples are evidence, not a result.
const std::vector<std::string>& claimMetrics()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const auto& [name, kind] : knownMetrics())
            if (kind.scale != MetricScale::Count)
                list.push_back(name);
        return list;
    }();
    return names;
}

/// Reads one hypothesis, member by member.
class HypothesisReader {
public:
    HypothesisReader(const nlohmann::json& json, const Plan& plan)
        : m_json(json)
        , m_plan(plan)
    {
    }

    Result<Hypothesis> read()
    {
        std::string what = "an entry of \"hypotheses\"";
        if (m_json.is_object() && m_json.contains("name") && m_json.at("name").is_string())
            what = "the hypothesis " + shortText(m_json.at("name"));
        if (const Status members = checkMembers(
                m_json, what, {"name", "statement", "better", "equal", "above", "below", "metric", "margin", "cells"}, m_plan.file);
            !members)
            return members.error();
        for (Status (HypothesisReader::*part)() :
             {&HypothesisReader::readWords, &HypothesisReader::readClaim, &HypothesisReader::readMargin, &HypothesisReader::readMetric,
              &HypothesisReader::checkUnit, &HypothesisReader::readCells, &HypothesisReader::checkWeights})
            if (const Status status = (this->*part)(); !status)
                return status.error();
        return m_read;
    }

private:
    Error invalid(const std::string& found, const std::string& wanted) const
    {
        const std::string of = m_read.name.empty() ? "a hypothesis" : "the hypothesis " + shortText(m_read.name);
        return planInvalid(m_plan.file, of + " " + found, wanted);
    }

    static std::string nearestOf(const std::string& given, const std::vector<std::string>& names)
    {
        const std::string nearest = nearestName(given, names);
        if (!nearest.empty())
            return shortText(nearest);
        std::string all;
        for (const std::string& name : names)
            all += (all.empty() ? "one of " : ", ") + name;
        return all;
    }

    Status readWords()
    {
        if (!m_json.contains("name") || !m_json.at("name").is_string() || m_json.at("name").get<std::string>().empty())
            return invalid("has no name", "it a \"name\"");
        m_read.name = m_json.at("name").get<std::string>();
        if (!m_json.contains("statement"))
            return {};
        if (!m_json.at("statement").is_string())
            return invalid("has the statement " + shortText(m_json.at("statement")), "a sentence");
        m_read.statement = m_json.at("statement").get<std::string>();
        return {};
    }

    Status takeVariant(const nlohmann::json& json, std::string& into)
    {
        const std::string name = json.is_string() ? json.get<std::string>() : json.dump();
        std::vector<std::string> names;
        for (const Variant& variant : m_plan.variants)
            names.push_back(variant.name);
        if (std::ranges::find(names, name) == names.end())
            return invalid("names the variant " + shortText(name) + ", which the plan does not have", nearestOf(name, names));
        into = name;
        return {};
    }

    Status readClaim()
    {
        const auto isGiven = [&](ClaimKind kind) { return m_json.contains(nameOf(kind)); };
        if (std::ranges::count_if(kinds, isGiven) != 1)
            return invalid("does not have one claim", "one of \"better\", \"equal\", \"above\" and \"below\"");
        m_read.kind = *std::ranges::find_if(kinds, isGiven);
        const nlohmann::json& claim = m_json.at(nameOf(m_read.kind));
        const bool pair = m_read.kind == ClaimKind::Better || m_read.kind == ClaimKind::Equal;
        if (!claim.is_array() || claim.size() != 2 || claim[1].is_number() == pair)
            return invalid(std::string("has \"") + nameOf(m_read.kind) + "\": " + shortText(claim),
                           pair ? "a list of two variants" : "a list of a variant and a limit");
        if (Status first = takeVariant(claim[0], m_read.first); !first)
            return first;
        if (!pair) {
            m_read.bound = claim[1].get<double>();
            return {};
        }
        if (Status second = takeVariant(claim[1], m_read.second); !second)
            return second;
        return m_read.first == m_read.second ? Status(invalid("compares a variant with itself", "two variants")) : Status();
    }

    Status readMargin()
    {
        const bool equal = m_read.kind == ClaimKind::Equal;
        const auto margin = m_json.find("margin");
        if (margin == m_json.end())
            return equal ? Status(invalid("has no margin within which variants count as equal", "it a \"margin\" above 0")) : Status();
        if (m_read.second.empty())
            return invalid("has both a limit and a margin", "the limit alone");
        if (!margin->is_number() || margin->get<double>() < 0.0 || (equal && margin->get<double>() == 0.0))
            return invalid("has the margin " + shortText(*margin), equal ? "a number above 0" : "a number, at least 0");
        m_read.bound = margin->get<double>();
        return {};
    }

    Status readMetric()
    {
        const auto metric = m_json.find("metric");
        if (metric == m_json.end())
            return {};
        const std::string name = metric->is_string() ? metric->get<std::string>() : metric->dump();
        if (metricKind(name).scale == MetricScale::Count)
            return invalid("has the metric " + shortText(name) + ", which is a number of samples", "a metric that tells variants apart");
        if (std::ranges::find(claimMetrics(), name) == claimMetrics().end())
            return invalid("has the metric " + shortText(name) + ", which runs do not have", nearestOf(name, claimMetrics()));
        m_read.metric = name;
        return {};
    }

    /// A margin of 1 or a limit of 30 is meant as a percentage, and would decide every hypothesis.
    Status checkUnit()
    {
        const MetricScale scale = metricKind(m_read.metric).scale;
        if (scale != MetricScale::Share && scale != MetricScale::Index)
            return {};
        const std::string unit = scale == MetricScale::Share ? " (0.01 is one percentage point)" : "";
        const std::string of = ", but " + m_read.metric + " lies between 0 and 1";
        if (!m_read.second.empty() && m_read.bound >= 1.0)
            return invalid("has the margin " + numberText(m_read.bound) + of, "a margin below 1" + unit);
        if (m_read.second.empty() && (m_read.bound < 0.0 || m_read.bound > 1.0))
            return invalid("has the limit " + numberText(m_read.bound) + of, "a limit from 0 to 1" + unit);
        return {};
    }

    /// A metric of weights cannot be decided where a variant has none.
    Status checkWeights()
    {
        if (!metricKind(m_read.metric).ofWeights)
            return {};
        for (const Variant& variant : m_plan.variants) {
            if (variant.name != m_read.first && variant.name != m_read.second)
                continue;
            for (const PlanCell* cell : selectedCells(m_plan, m_read.cells)) {
                const Result<ResolvedVariant> made = triedVariant(variant, cell->config);
                if (!made)
                    return made.error();
                if (!isReweighted(made->config.training))
                    return invalid("is about " + m_read.metric + " of " + variant.name + ", which has no weights",
                                   "a variant with a weighting, or a metric that every run has");
            }
        }
        return {};
    }

    Status readCells()
    {
        const auto cells = m_json.find("cells");
        if (cells == m_json.end())
            return {};
        Result<CellSelector> selector = readSelector(*cells, "\"cells\" of a hypothesis", m_plan.file);
        if (!selector)
            return selector.error();
        if (selectedCells(m_plan, *selector).empty())
            return invalid("is about no cell: " + shortText(*cells), "values that cells have");
        m_read.cells = std::move(selector).value();
        return {};
    }

    const nlohmann::json& m_json;
    const Plan& m_plan;
    Hypothesis m_read;
};

} // namespace

Result<std::vector<Hypothesis>> readHypotheses(const nlohmann::json& json, const Plan& plan)
{
    if (!json.is_array())
        return planInvalid(plan.file, "\"hypotheses\" is " + shortText(json), "a list");
    std::vector<Hypothesis> hypotheses;
    for (const nlohmann::json& entry : json) {
        Result<Hypothesis> read = HypothesisReader(entry, plan).read();
        if (!read)
            return read.error();
        if (std::ranges::find(hypotheses, read->name, &Hypothesis::name) != hypotheses.end())
            return planInvalid(plan.file, "two hypotheses are called " + shortText(read->name), "each a name of its own");
        hypotheses.push_back(std::move(read).value());
    }
    return hypotheses;
}

} // namespace reweigh
