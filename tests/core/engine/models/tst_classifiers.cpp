// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/models/ModelFixture.h"

#include "core/config/Classifiers.h"
#include "core/config/LayerList.h"

#include <QtTest>

#include <set>

using namespace reweigh;
using namespace reweigh::test;

/// What a classifier promises besides its derivatives: size, inputs, statistics, initial values.
class tst_Classifiers : public QObject {
    Q_OBJECT

    static Network make(const std::string& model, const ImageShape& shape = {32, 32, 3}, int classes = 10)
    {
        return std::move(makeClassifier(model, shape, classes).value());
    }

private Q_SLOTS:
    void parameterCounts()
    {
        QCOMPARE(make("resnet32").parameters().total(), int64_t{464154});
        QCOMPARE(make("resnet32", {32, 32, 3}, 100).parameters().total(), int64_t{470004});
        // Zagoruyko and Komodakis give 36.5 million.
        QCOMPARE(make("wrn-28-10").parameters().total(), int64_t{36479194});
        QVERIFY(make("small-cnn", {28, 28, 1}).parameters().total() <= 100000);
    }

    void theShapesToldWithoutTheLibraryAreTheirs()
    {
        for (const std::string& model : modelNames()) {
            const ImageShape image{28, 28, 1};
            const Network network = make(model, image);
            const ModelShape shape = modelShape(model, image.height, image.width, image.channels, 10);
            QCOMPARE(int64_t(shape.parameters), network.parameters().total());
            for (const auto& input : network.inputLayers())
                QCOMPARE(shape.widthOf(input.name), input.width);
        }
    }

    void tapsAndTheirWidths_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QList<int>>("widths");
        QTest::newRow("mlp") << "mlp" << QList<int>{256, 256, 128, 128, 128, 10};
        QTest::newRow("small-cnn") << "small-cnn" << QList<int>{16, 16, 32, 64, 64, 10};
        QTest::newRow("resnet32") << "resnet32" << QList<int>{16, 16, 32, 64, 64, 10};
        QTest::newRow("wrn-28-10") << "wrn-28-10" << QList<int>{16, 160, 320, 640, 640, 10};
    }

    void tapsAndTheirWidths()
    {
        QFETCH(QString, model);
        QFETCH(QList<int>, widths);
        ModelCase subject(model.toStdString(), {16, 16, 3}, 2, at::kFloat);
        Activations saved;
        const at::Tensor logits = subject.network.forward(subject.w, subject.running, subject.images, PassMode::TrainOnly, &saved);
        const std::vector<std::string> names = {"stem", "stage1", "stage2", "stage3", "penultimate", "logits"};
        const auto& inputs = subject.network.inputLayers();
        QCOMPARE(inputs.size(), names.size());
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            QCOMPARE(inputs[i].name, names[i]);
            QCOMPARE(inputs[i].width, widths[static_cast<int>(i)]);
            const at::Tensor features = subject.network.layerFeatures(saved, inputs[i]);
            QCOMPARE(features.sizes().vec(), (std::vector<int64_t>{2, inputs[i].width}));
            const at::Tensor& value = saved.values[static_cast<std::size_t>(inputs[i].node)];
            QVERIFY(relativeError(features, value.reshape({2, inputs[i].width, -1}).mean(2)) < 1e-6);
        }
        QVERIFY(at::equal(subject.network.layerFeatures(saved, inputs.back()), logits));
    }

    void everyNameIsBuilt()
    {
        for (const std::string& name : modelNames())
            QVERIFY(makeClassifier(name, {28, 28, 1}, 10).ok());
    }

    void slips()
    {
        const auto unknown = makeClassifier("resnet23", {32, 32, 3}, 10);
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().code, ErrorCode::UnknownValue);
        QCOMPARE(unknown.error().hint, std::string("resnet32"));
        QCOMPARE(makeClassifier("resnet32", {4, 32, 3}, 10).error().code, ErrorCode::RecipeNotApplicable);
    }

    void runningStatisticsAreTheLibrarys()
    {
        ModelCase subject("mlp", {8, 8, 1}, 9, at::kDouble);
        const auto& parameters = subject.network.parameters().slots();
        const at::Tensor before = subject.running.flat.clone();
        subject.network.forward(subject.w, subject.running, subject.images, PassMode::TrainOnly, nullptr);
        QVERIFY(at::equal(subject.running.flat, before));

        at::Tensor mean = at::zeros({256}, at::kDouble), variance = at::ones({256}, at::kDouble);
        QCOMPARE(parameters[0].name, std::string("stem.linear.weight"));
        const at::Tensor x = at::addmm(subject.w.views[1], subject.images.permute({0, 2, 3, 1}).reshape({9, -1}), subject.w.views[0].t());
        for (int pass = 0; pass < 2; ++pass) {
            subject.network.forward(subject.w, subject.running, subject.images, PassMode::Train, nullptr);
            at::batch_norm(x, {}, {}, mean, variance, true, 0.1, 1e-5, false);
        }
        QVERIFY(relativeError(subject.running.views[0], mean) < 1e-12);
        QVERIFY(relativeError(subject.running.views[1], variance) < 1e-12);
    }

    void evaluationUsesRunningStatistics()
    {
        ModelCase subject("small-cnn", {12, 12, 2}, 9, at::kFloat);
        for (int pass = 0; pass < 3; ++pass)
            subject.network.forward(subject.w, subject.running, subject.images, PassMode::Train, nullptr);
        const at::Tensor before = subject.running.flat.clone();
        const at::Tensor all = subject.network.forward(subject.w, subject.running, subject.images, PassMode::Evaluate, nullptr);
        QVERIFY(at::equal(subject.running.flat, before));
        // A sample's logits do not depend on its company.
        const at::Tensor one =
            subject.network.forward(subject.w, subject.running, subject.images.narrow(0, 3, 1), PassMode::Evaluate, nullptr);
        QVERIFY(relativeError(one, all.narrow(0, 3, 1)) < 1e-5);

        at::Tensor x = subject.images;
        const int strides[] = {2, 1, 2, 1};
        for (std::size_t layer = 0; layer < 4; ++layer) {
            const at::Tensor& weight = subject.w.views[layer * 3];
            const auto pad = weight.size(2) / 2;
            x = at::conv2d(x, weight, {}, strides[layer], pad);
            x = at::relu(at::batch_norm(x, subject.w.views[layer * 3 + 1], subject.w.views[layer * 3 + 2], subject.running.views[layer * 2],
                                        subject.running.views[layer * 2 + 1], false, 0.1, 1e-5, false));
        }
        const at::Tensor expected = at::addmm(subject.w.views[13], x.mean(at::IntArrayRef{2, 3}), subject.w.views[12].t());
        QVERIFY(relativeError(all, expected) < 1e-5);
    }

    void initialValues()
    {
        const Network network = make("resnet32");
        Rng one(3), same(3), other(4);
        const at::Tensor flat = initialParameters(network, one);
        QVERIFY(at::equal(flat, initialParameters(network, same)));
        QVERIFY(!at::equal(flat, initialParameters(network, other)));
        const ParamSet named(network.parameters(), flat);
        for (std::size_t i = 0; i < named.views.size(); ++i) {
            const ParamSlot& slot = network.parameters().slots()[i];
            if (slot.kind == ParamKind::ConvWeight) {
                const double expected = std::sqrt(2.0 / static_cast<double>(slot.shape[1] * slot.shape[2] * slot.shape[3]));
                QVERIFY(std::abs(named.views[i].std().item<double>() / expected - 1) < 0.15);
                QVERIFY(named.views[i].is_contiguous(at::MemoryFormat::ChannelsLast));
            } else if (slot.kind == ParamKind::NormScale) {
                QVERIFY(at::equal(named.views[i], at::ones(slot.shape)));
            } else if (slot.kind == ParamKind::NormShift) {
                QVERIFY(at::equal(named.views[i], at::zeros(slot.shape)));
            } else {
                QVERIFY(named.views[i].abs().max().item<double>() <= 1.0 / 8);
            }
        }
        const at::Tensor buffers = initialBuffers(network);
        QCOMPARE(buffers.sum().item<double>(), static_cast<double>(buffers.numel()) / 2);
    }

    void slotNamesAreUnique()
    {
        for (const std::string& name : modelNames()) {
            std::set<std::string> seen;
            const Network network = make(name);
            for (const ParamSlot& slot : network.parameters().slots())
                QVERIFY(seen.insert(slot.name).second);
            for (const ParamSlot& slot : network.buffers().slots())
                QVERIFY(seen.insert(slot.name).second);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Classifiers)
#include "tst_classifiers.moc"
