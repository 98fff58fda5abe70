// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>

#include "core/data/readers/DataSource.h"
#include "core/engine/training/BatchSource.h"
#include "core/engine/training/TrainParts.h"

#include <QtTest>

#include <algorithm>

using namespace reweigh;

/// What a training takes from a file of labels: the matrix that forward correction needs, and the labels of meta and validation images.
class tst_FileLabels : public QObject {
    Q_OBJECT

    /// A job on synthetic images whose file calls each third image by the next class.
    static TrainJob job(bool truth)
    {
        DataOptions data;
        data.dataset = "synthetic";
        data.noiseType = NoiseType::File;
        data.imbalanceType = ImbalanceType::None;
        data.metaPerClass = 3;
        data.valPerClass = 2;
        TrainJob job;
        job.data = data;
        job.source = std::make_shared<const DataSource>(std::move(loadDataSet(data)).value());
        LabelFile file{.column = "crowd", .trueColumn = {}, .sha256 = "5ha", .observed = job.source->train.labels, .truth = {}};
        for (std::size_t i = 0; i < file.observed.size(); i += 3)
            file.observed[i] = std::uint16_t((file.observed[i] + 1) % job.source->classes());
        file.truth = job.source->train.labels;
        if (truth) {
            file.trueColumn = "true";
            std::swap(file.observed, file.truth);
        }
        LabelView view{job.source->name, job.source->classes(), job.source->train.labels, {}};
        view.file = &file;
        job.plan = std::make_shared<const DataPlan>(std::move(makeDataPlan(data, view)).value());
        job.training.loss = "forward";
        job.training.weighting = "none";
        job.training.model = "mlp";
        job.training.device = "cpu";
        return job;
    }

private Q_SLOTS:
    void forwardKnowsTheMatrix()
    {
        const TrainJob forward = job(false);
        QVERIFY(makeTrainParts(forward).ok());
        const at::Tensor matrix = lossContext(forward, at::kCPU).noiseMatrix;
        const std::vector<double> obtained = describe(*forward.plan).transitionObtained;
        const std::int64_t classes = forward.plan->classes;
        QCOMPARE(matrix.numel(), classes * classes);
        for (std::int64_t i = 0; i < classes * classes; ++i)
            QCOMPARE(matrix.flatten()[i].item<double>(), obtained[std::size_t(i)]);
        QVERIFY(matrix[0][1].item<double>() > 0.2 && matrix[0][1].item<double>() < 0.5);
    }

    void heldOutImagesHaveTheTrueLabels()
    {
        for (const bool truth : {false, true}) {
            const TrainJob from = job(truth);
            QCOMPARE(from.plan->truthOfFile.empty(), !truth);
            BatchSource batches(from.source, from.plan, from.training, stepTypes(Precision::Fp32), at::kCPU);
            const at::Tensor meta = batches.evaluation(BatchSource::Split::Meta, 0, from.plan->meta.size()).labels;
            const at::Tensor validation = batches.evaluation(BatchSource::Split::Validation, 0, from.plan->validation.size()).labels;
            for (std::int64_t i = 0; i < meta.numel(); ++i) // grouped by class
                QCOMPARE(meta[i].item<std::int64_t>(), i / 3);
            for (std::int64_t i = 0; i < validation.numel(); ++i)
                QCOMPARE(validation[i].item<std::int64_t>(), i / 2);
            const at::Tensor drawn = batches.meta(1, 0).labels; // the whole meta set, in another order
            QVERIFY(at::equal(std::get<0>(drawn.sort()), meta));
        }
    }
};

QTEST_APPLESS_MAIN(tst_FileLabels)
#include "tst_filelabels.moc"
