// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/models/ModelFixture.h"

#include <QtTest>

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

/// Forward, backward and tangent pass of every classifier against autograd and double backward.
class tst_Passes : public QObject {
    Q_OBJECT

    struct Errors {
        Errors(const std::string& model, const ImageShape& shape, int64_t batch, at::ScalarType type)
        {
            ModelCase subject(model, shape, batch, type);
            const auto ours = subject.ours();
            const auto oracle = subject.oracle();
            forward = relativeError(ours.logits, oracle.logits);
            derivatives = std::max(relativeError(ours.gradient, oracle.gradient), relativeError(ours.tangent, oracle.tangent));
            text = QString("%1 images: forward %2, backward and tangent %3").arg(batch).arg(forward).arg(derivatives).toUtf8();
            qInfo("%s", text.constData());
        }

        double forward, derivatives;
        QByteArray text;
    };

    static void models()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("channels");
        QTest::newRow("mlp") << "mlp" << 28 << 1;
        QTest::newRow("mlp, colour") << "mlp" << 32 << 3;
        QTest::newRow("small-cnn") << "small-cnn" << 28 << 1;
        QTest::newRow("small-cnn, colour") << "small-cnn" << 32 << 3;
        QTest::newRow("resnet32") << "resnet32" << 16 << 3;
        QTest::newRow("resnet32, odd and grey") << "resnet32" << 13 << 1;
        QTest::newRow("wrn-28-10") << "wrn-28-10" << 8 << 3;
    }

private Q_SLOTS:
    void inDouble_data() { models(); }
    void inDouble()
    {
        QFETCH(QString, model);
        QFETCH(int, side);
        QFETCH(int, channels);
        const Errors errors(model.toStdString(), {side, side, channels}, model == "wrn-28-10" ? 4 : 6, at::kDouble);
        QVERIFY2(std::max(errors.forward, errors.derivatives) <= 1e-9, errors.text);
    }

    void inSingle_data() { models(); }
    void inSingle()
    {
        QFETCH(QString, model);
        QFETCH(int, side);
        QFETCH(int, channels);
        // Among a million ReLUs there is now and then one whose argument ours and the library's convolutions round to
        // either side of zero, which turns the derivatives by its share: some draw is free of that, whatever the processor.
        bool agree = false;
        for (int64_t batch = 6; batch <= 9 && !agree; ++batch) {
            const Errors errors(model.toStdString(), {side, side, channels}, batch, at::kFloat);
            QVERIFY2(errors.forward <= 1e-5, errors.text);
            agree = errors.derivatives <= 1e-5;
        }
        QVERIFY(agree);
    }

    void finiteDifferenceAgrees()
    {
        ModelCase subject("small-cnn", {12, 12, 1}, 5, at::kDouble);
        const at::Tensor tangent = subject.ours().tangent;
        const double step = 1e-6 / subject.direction.norm().item<double>();
        const auto logitsAt = [&](double distance) {
            const ParamSet moved(subject.network.parameters(), subject.w.flat + distance * subject.direction);
            return subject.network.forward(moved, subject.running, subject.images, PassMode::TrainOnly, nullptr);
        };
        const at::Tensor difference = (logitsAt(step) - logitsAt(-step)) / (2 * step);
        QVERIFY(relativeError(tangent, difference) < 1e-6);
    }

    void bf16StaysClose_data() { models(); }
    void bf16StaysClose()
    {
        QFETCH(QString, model);
        QFETCH(int, side);
        QFETCH(int, channels);
        const ImageShape shape{side, side, channels};
        ModelCase exact(model.toStdString(), shape, 16, at::kFloat), narrow(model.toStdString(), shape, 16, at::kBFloat16);
        const auto expected = exact.ours(), got = narrow.ours(), library = narrow.oracle();
        QCOMPARE(got.logits.scalar_type(), at::kFloat);
        QCOMPARE(got.gradient.scalar_type(), at::kFloat);
        QCOMPARE(got.tangent.scalar_type(), at::kFloat);
        QVERIFY(correlation(got.logits, expected.logits) > 0.999);
        // How far a random derivative turns is the network's doing: rounding opens and closes ReLUs. Ours
        // must turn it no further than the library's own bf16 passes do, but for the luck of the draw.
        for (const auto& part : {&ModelCase::Passes::gradient, &ModelCase::Passes::tangent}) {
            const double ours = 1 - correlation(got.*part, expected.*part), theirs = 1 - correlation(library.*part, expected.*part);
            const QByteArray text = QString("1 - correlation: ours %1, the library's %2").arg(ours).arg(theirs).toUtf8();
            qInfo("%s", text.constData());
            QVERIFY2(ours < 1e-3 || ours < 4 * theirs, text);
        }
    }

    void sameThreadsSameBits()
    {
        const auto passes = [](int threads) {
            at::set_num_threads(threads);
            return ModelCase("small-cnn", {28, 28, 1}, 32, at::kFloat).ours();
        };
        const int before = at::get_num_threads();
        const auto once = passes(2), again = passes(2);
        at::set_num_threads(before);
        QVERIFY(at::equal(once.logits, again.logits));
        QVERIFY(at::equal(once.gradient, again.gradient));
        QVERIFY(at::equal(once.tangent, again.tangent));
    }
};

QTEST_APPLESS_MAIN(tst_Passes)
#include "tst_passes.moc"
