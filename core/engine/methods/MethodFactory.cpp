// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/MethodFactory.h"

#include "core/base/NearestName.h"
#include "core/config/Methods.h"
#include "core/engine/methods/BalancedSoftmaxLoss.h"
#include "core/engine/methods/ClassBalancedWeighting.h"
#include "core/engine/methods/CmwNetWeighting.h"
#include "core/engine/methods/CrossEntropyLoss.h"
#include "core/engine/methods/DualFocalLoss.h"
#include "core/engine/methods/FlsdLoss.h"
#include "core/engine/methods/FocalLoss.h"
#include "core/engine/methods/ForwardLoss.h"
#include "core/engine/methods/GceLoss.h"
#include "core/engine/methods/L2rwWeighting.h"
#include "core/engine/methods/LabelSmoothingLoss.h"
#include "core/engine/methods/LdamLoss.h"
#include "core/engine/methods/LogitAdjustmentLoss.h"
#include "core/engine/methods/MetaWeightNetWeighting.h"
#include "core/engine/methods/QualityFocalLoss.h"
#include "core/engine/methods/SceLoss.h"
#include "core/engine/methods/SelfPacedWeighting.h"
#include "core/engine/methods/TabascoWeighting.h"
#include "core/engine/methods/TruncatedGceLoss.h"
#include "core/engine/methods/Unweighted.h"

#include <map>
#include <string>

namespace reweigh {
namespace {

using LossMaker = std::unique_ptr<SampleLoss> (*)(const TrainOptions&);
using WeightingMaker = std::unique_ptr<SampleWeighting> (*)(const TrainOptions&, const Network&);

/// One line per row of lossRows().
const std::map<std::string, LossMaker> lossMakers = {
    {"ce", [](const TrainOptions&) -> std::unique_ptr<SampleLoss> { return std::make_unique<CrossEntropyLoss>(); }},
    {"focal", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<FocalLoss>(o); }},
    {"flsd", [](const TrainOptions&) -> std::unique_ptr<SampleLoss> { return std::make_unique<FlsdLoss>(); }},
    {"dual-focal", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<DualFocalLoss>(o); }},
    {"quality-focal", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<QualityFocalLoss>(o); }},
    {"gce", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<GceLoss>(o); }},
    {"truncated-gce", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<TruncatedGceLoss>(o); }},
    {"ldam", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<LdamLoss>(o); }},
    {"logit-adjustment", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<LogitAdjustmentLoss>(o); }},
    {"balanced-softmax", [](const TrainOptions&) -> std::unique_ptr<SampleLoss> { return std::make_unique<BalancedSoftmaxLoss>(); }},
    {"forward", [](const TrainOptions&) -> std::unique_ptr<SampleLoss> { return std::make_unique<ForwardLoss>(); }},
    {"forward-estimated", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<ForwardEstimatedLoss>(o); }},
    {"label-smoothing", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<LabelSmoothingLoss>(o); }},
    {"sce", [](const TrainOptions& o) -> std::unique_ptr<SampleLoss> { return std::make_unique<SceLoss>(o); }},
};

/// Makes a Weighting, with `kind` behind the arguments that all of them take.
template <typename Weighting, auto... kind> std::unique_ptr<SampleWeighting> made(const TrainOptions& options, const Network& network)
{
    return std::make_unique<Weighting>(options, network, kind...);
}

/// One line per row of weightingRows().
const std::map<std::string, WeightingMaker> weightingMakers = {
    {"none", [](const TrainOptions&, const Network&) -> std::unique_ptr<SampleWeighting> { return std::make_unique<Unweighted>(); }},
    {"mwnet", made<MetaWeightNetWeighting>},
    {"cmw-net", made<CmwNetWeighting>},
    {"l2rw", [](const TrainOptions&, const Network&) -> std::unique_ptr<SampleWeighting> { return std::make_unique<L2rwWeighting>(); }},
    {"self-paced", made<SelfPacedWeighting, Pace::Hard>},
    {"self-paced-linear", made<SelfPacedWeighting, Pace::Linear>},
    {"class-balanced", made<ClassBalancedWeighting>},
    {"tabasco", made<TabascoWeighting>},
};

template <typename Maker> Maker makerOf(const std::map<std::string, Maker>& makers, const std::string& key)
{
    const auto found = makers.find(key);
    return found == makers.end() ? nullptr : found->second;
}

Error unknown(const char* setting, const std::string& key, std::span<const MethodRow> rows)
{
    return {ErrorCode::UnknownValue, setting, key, nearestName(key, methodKeys(rows))};
}

} // namespace

Result<std::unique_ptr<SampleLoss>> makeLoss(const TrainOptions& options)
{
    const LossMaker maker = makerOf(lossMakers, options.loss);
    if (!maker)
        return unknown("loss", options.loss, lossRows());
    return maker(options);
}

Result<std::unique_ptr<SampleWeighting>> makeWeighting(const TrainOptions& options, const Network& network)
{
    const WeightingMaker maker = makerOf(weightingMakers, options.weighting);
    if (!maker)
        return unknown("weighting", options.weighting, weightingRows());
    return maker(options, network);
}

} // namespace reweigh
