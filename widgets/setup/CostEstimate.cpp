// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/CostEstimate.h"

#include "core/config/ModelShape.h"
#include "core/experiment/ArchitectureSpace.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CostEstimate)
};

QString number(double value, int decimals = 0)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

bool sameCost(const ExperimentConfig& then, const ExperimentConfig& now)
{
    ExperimentConfig as = now;
    as.training.epochs = then.training.epochs;
    return then.data == as.data && then.training == as.training;
}

std::optional<double> diskEstimate(const ExperimentConfig& config, const RecipePreview* preview)
{
    if (!preview || preview->error)
        return std::nullopt;
    const ImageSet& images = preview->data.source->train;
    const ModelShape model = modelShape(config.training.model, images.height, images.width, images.channels, preview->data.source->classes());
    // Half-way between the smallest and the largest network, by the log of the number of nodes.
    MetaNetSpec middle = config.training.metaNet;
    middle.hidden.assign(std::size_t(std::max(0, (config.search.layersLow + config.search.layersHigh + 1) / 2)),
                         int(std::lround(std::sqrt(double(config.search.nodesLow) * config.search.nodesHigh))));
    const double meta = double(metaNetParameters(middle, metaNetInput(middle, model)));
    // fp32: a value and its momentum; MW-Net's value and two moments.
    const double checkpoint = 8.0 * double(model.parameters) + 12.0 * meta + 5e4;
    // A line of samples.csv and a weight; an epoch's figures, curve and distributions.
    const double samples = 32.0 * double(preview->data.plan->train.size());
    const double epochs = 1.4e4 * config.training.epochs;
    return config.search.trials * (checkpoint + samples + epochs) + 3e5;
}

QString costTimeText(double seconds)
{
    if (seconds < 1.0)
        return Words::tr("%1 ms").arg(number(seconds * 1e3, seconds < 0.01 ? 1 : 0));
    if (seconds < 60.0)
        return Words::tr("%1 s").arg(number(seconds, seconds < 10.0 ? 1 : 0));
    const qint64 whole = qint64(std::lround(seconds));
    if (whole < 3600)
        return Words::tr("%1 min %2 s").arg(number(double(whole / 60)), number(double(whole % 60)));
    return Words::tr("%1 h %2 min").arg(number(double(whole / 3600)), number(double(whole % 3600 / 60)));
}

QString bytesText(double bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), bytes < 1 << 30 ? 0 : 1);
}

} // namespace reweigh
