// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/PreparedData.h"

namespace reweigh {

bool sameSource(const DataOptions& a, const DataOptions& b)
{
    return a.dataset == b.dataset && a.dataDir == b.dataDir && a.imageSize == b.imageSize && a.exifOrientation == b.exifOrientation
           && a.skipBroken == b.skipBroken;
}

Result<PreparedData> prepareData(const DataOptions& options)
{
    Result<DataSource> source = loadDataSet(options);
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
    const bool known = !source->fingerprint.pixels.empty(); // loadDataSet() fills it in; a set made in memory has none
    const LabelView view{source->name,
                         source->classes(),
                         source->train.labels,
                         source->train.superclass,
                         known ? source->fingerprint : fingerprintOf(*source),
                         labels.get()};
    Result<DataPlan> plan = makeDataPlan(options, view);
    if (!plan)
        return plan.error();
    return PreparedData{std::move(source), std::make_shared<const DataPlan>(std::move(plan).value()), std::move(labels)};
}

} // namespace reweigh
