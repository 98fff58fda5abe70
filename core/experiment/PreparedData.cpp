// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/PreparedData.h"

#include "core/config/DataSets.h"
#include "core/config/Variant.h"
#include "core/data/readers/LeaveOutList.h"

#include <algorithm>
#include <cctype>

namespace reweigh {
namespace {

/// The error with the name of the class that it is about. The recipe knows classes by their numbers, with which `where` begins.
Error withClassName(Error error, const DataSource& source)
{
    if (error.code != ErrorCode::ClassWouldBeEmpty && error.code != ErrorCode::SplitTooLarge && error.code != ErrorCode::CheckedTooFew)
        return error;
    const auto end = std::ranges::find_if_not(error.where, [](unsigned char c) { return std::isdigit(c); });
    const auto digits = std::size_t(end - error.where.begin());
    for (std::size_t c = 0; c < source.classNames.size(); ++c)
        if (error.where.substr(0, digits) == std::to_string(c)) {
            error.where = source.classNames[c] + error.where.substr(digits);
            break;
        }
    return error;
}

} // namespace

bool sameSource(const DataOptions& a, const DataOptions& b)
{
    return a.dataset == b.dataset && a.dataDir == b.dataDir && a.imageSize == b.imageSize && a.exifOrientation == b.exifOrientation
           && a.skipBroken == b.skipBroken && (!hasOwnLabels(a.dataset) || a.clean == b.clean);
}

Result<PreparedData> prepareData(const DataOptions& options, const std::stop_token& stop)
{
    Result<DataSource> source = loadDataSet(options, nullptr, stop);
    if (!source)
        return source.error();
    return prepareData(options, std::make_shared<const DataSource>(std::move(source).value()));
}

Result<PreparedData> prepareData(const DataOptions& options, std::shared_ptr<const DataSource> source,
                                 std::shared_ptr<const LabelFile> labels)
{
    if (options.noiseType != NoiseType::File) {
        labels = nullptr;
    } else if (!labels) {
        Result<LabelFile> read = readLabelFile(options, *source);
        if (!read)
            return read.error();
        labels = std::make_shared<const LabelFile>(std::move(read).value());
    }
    std::vector<std::uint32_t> leftOut;
    if (!options.leaveOut.empty()) {
        Result<std::vector<std::uint32_t>> read = readLeaveOutList(options.leaveOut, *source);
        if (!read)
            return read.error();
        leftOut = std::move(read).value();
    }
    const bool known = !source->fingerprint.pixels.empty(); // loadDataSet() fills it in; a set made in memory has none
    const LabelView view{source->name,
                         source->classes(),
                         source->train.labels,
                         source->train.superclass,
                         known ? source->fingerprint : fingerprintOf(*source),
                         labels.get(),
                         source->checked,
                         source->testSplitOff,
                         source->testChecked,
                         leftOut,
                         source->test.labels};
    Result<DataPlan> plan = makeDataPlan(options, view);
    if (!plan)
        return withClassName(plan.error(), *source);
    return PreparedData{std::move(source), std::make_shared<const DataPlan>(std::move(plan).value()), std::move(labels)};
}

Status checkOwnLists(const std::vector<ResolvedVariant>& variants, const DataOptions& study, const PreparedData& data)
{
    for (const ResolvedVariant& variant : variants) {
        const DataOptions& own = variant.config.data;
        if (own.leaveOut.empty() || own.leaveOut == study.leaveOut || !sameSource(own, study))
            continue;
        if (const auto list = readLeaveOutList(own.leaveOut, *data.source); !list)
            return list.error();
    }
    return {};
}

PreparedData withMetaSet(const PreparedData& data)
{
    if (!data.plan || data.plan->pseudoMetaPerClass == 0)
        return data;
    const DataPlan& plan = *data.plan;
    DataPlan made = plan;
    made.pseudoMetaPerClass = 0;
    std::vector<int> taken(std::size_t(plan.classes), 0);
    for (std::size_t i = 0; i < plan.train.size(); ++i)
        if (taken[plan.observedLabel[i]]++ < plan.pseudoMetaPerClass)
            made.meta.push_back(plan.train[i]);
    return {data.source, std::make_shared<const DataPlan>(std::move(made)), data.labels};
}

} // namespace reweigh
