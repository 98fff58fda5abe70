// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/TrainParts.h"

#include "core/config/Methods.h"
#include "core/methods/MethodFactory.h"
#include "core/models/ClassifierFactory.h"
#include "core/training/MethodFacts.h"

namespace reweigh {

Result<TrainParts> makeTrainParts(const TrainJob& job)
{
    const TrainOptions& options = job.training;
    Result<DeviceChoice> choice = chooseDevice(options.device);
    if (!choice)
        return choice.error();
    if (const Status status = checkPrecision(options.precision, choice->device); !status)
        return status.error();
    const ImageSet& images = job.source->train;
    Result<Network> network = makeClassifier(options.model, {images.height, images.width, images.channels}, job.source->classes());
    if (!network)
        return network.error();
    Result<std::unique_ptr<SampleLoss>> loss = makeLoss(options);
    if (!loss)
        return loss.error();
    Result<std::unique_ptr<SampleWeighting>> weighting = makeWeighting(options, *network);
    if (!weighting)
        return weighting.error();
    for (const MethodRow* row : {lossRow(options.loss), weightingRow(options.weighting)})
        if (const Status status = checkNeeds(*row, job); !status)
            return status.error();
    if (job.plan->train.size() < 2)
        return Error{ErrorCode::ValueOutOfRange, "train-limit", std::to_string(job.plan->train.size()) + " training images in all", "2.."};
    return TrainParts{std::move(*choice), std::move(*network), std::move(*loss), std::move(*weighting)};
}

} // namespace reweigh
