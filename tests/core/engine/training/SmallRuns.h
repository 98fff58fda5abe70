// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include "core/engine/models/ClassifierFactory.h"
#include "core/engine/training/BatchSource.h"
#include "core/engine/training/EngineImpl.h"
#include "core/runfiles/SafeTensors.h"
#include "tests/core/engine/training/Interrupter.h"
#include "tests/core/engine/training/JobData.h"

#include <QTemporaryDir>

#include <cstring>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace reweigh::test {

/// Trainings that take a tenth of a second each: an MLP without weights on a hundred synthetic images, each in a folder of its own.
class SmallRuns {
public:
    /// Carries out the recipe of noise and imbalance in `data`, the rest of which is filled in. Whether it could be.
    bool prepare(DataOptions data)
    {
        data.dataset = "synthetic";
        data.metaPerClass = 3;
        data.valPerClass = 2;
        data.trainLimit = 120;
        auto made = jobWithData(data);
        if (!made)
            return false;
        m_job = std::move(*made);
        m_job.training.model = "mlp";
        m_job.training.weighting = "none";
        m_job.training.epochs = 4;
        m_job.training.batchSize = 24;
        m_job.training.device = "cpu";
        m_job.training.threads = 1;
        return true;
    }

    TrainJob job(const char* folder, const char* loss) const
    {
        TrainJob result = m_job;
        result.runDir = m_dir.filePath(folder).toStdString();
        result.resume = true;
        result.training.loss = loss;
        std::filesystem::create_directories(result.runDir);
        return result;
    }

private:
    QTemporaryDir m_dir;
    TrainJob m_job;
};

/// Trains `job`, or continues it. `stopAfter`: asks for a stop after so many steps; `lastEpoch`: stops the run when that epoch has ended.
inline Result<TrainResult> trained(const TrainJob& job, int stopAfter = -1, int lastEpoch = -1)
{
    Interrupter observer;
    observer.steps = stopAfter;
    observer.verdictAt = lastEpoch;
    EngineImpl engine;
    return engine.train(job, observer, observer.source.get_token());
}

/// The tensors of the job's checkpoint by name; empty where there is none.
inline std::map<std::string, StoredTensor> checkpointOf(const TrainJob& job)
{
    const auto content = readSafeTensors(job.runDir / "checkpoint.safetensors");
    return content.ok() ? content->tensors : std::map<std::string, StoredTensor>();
}

/// One of them, fp32, fp64 or of whole numbers. Throws std::out_of_range where it is missing.
inline at::Tensor checkpointOf(const TrainJob& job, const std::string& name)
{
    const StoredTensor stored = checkpointOf(job).at(name);
    at::Tensor values = at::empty(stored.shape, stored.dtype == "I64" ? at::kLong : stored.dtype == "F64" ? at::kDouble : at::kFloat);
    std::memcpy(values.mutable_data_ptr(), stored.bytes.data(), stored.bytes.size());
    return values;
}

/// What the classifier in the job's checkpoint answers to every training image: logits, fp64, training images x classes.
inline at::Tensor trainingLogits(const TrainJob& job)
{
    const ImageSet& images = job.source->train;
    const Network network =
        std::move(makeClassifier(job.training.model, {images.height, images.width, images.channels}, job.source->classes()).value());
    const ParamSet w(network.parameters(), checkpointOf(job, "classifier.weights"));
    ParamSet running(network.buffers(), checkpointOf(job, "classifier.running"));
    const BatchSource batches(job.source, job.plan, job.training, stepTypes(Precision::Fp32), at::kCPU);
    std::vector<std::uint32_t> all(job.plan->train.size());
    std::iota(all.begin(), all.end(), 0u);
    return network.forward(w, running, batches.unaltered(all).images, PassMode::Evaluate, nullptr).to(at::kDouble);
}

} // namespace reweigh::test
