// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>

#include "core/engine/kernels/CrossEntropy.h"

#include <QtTest>

#include <limits>

using namespace reweigh;

class tst_CrossEntropy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheLibrary_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("classes");
        QTest::newRow("one sample, one class") << 1 << 1;
        QTest::newRow("odd") << 13 << 7;
        QTest::newRow("a hundred classes") << 128 << 100;
    }

    void agreesWithTheLibrary()
    {
        QFETCH(int, n);
        QFETCH(int, classes);
        const at::Tensor logits = at::arange(n * classes, at::kDouble).mul_(1.7).sin_().mul_(20).view({n, classes});
        const at::Tensor labels = at::arange(n, at::kLong).mul_(5).remainder_(classes);
        const CrossEntropy got = crossEntropy(logits, labels);
        QVERIFY(at::allclose(got.losses, at::cross_entropy_loss(logits, labels, {}, at::Reduction::None), 1e-13, 1e-13));
        QVERIFY(at::allclose(got.probabilities, at::softmax(logits, 1), 1e-13, 1e-13));
        QVERIFY(at::allclose(got.derivative, at::softmax(logits, 1) - at::one_hot(labels, classes), 1e-13, 1e-13));
        const CrossEntropy single = crossEntropy(logits.to(at::kFloat), labels);
        QCOMPARE(single.losses.scalar_type(), at::kFloat);
        QVERIFY(at::allclose(single.losses.to(at::kDouble), got.losses, 1e-5, 1e-5));
    }

    void largeLogitsDoNotOverflow()
    {
        const at::Tensor logits = at::tensor(at::ArrayRef<float>{1e30f, 0.0f, -1e30f}).view({1, 3});
        const CrossEntropy got = crossEntropy(logits, at::zeros({1}, at::kLong));
        QCOMPARE(got.losses.item<float>(), 0.0f);
        QVERIFY(at::equal(got.probabilities, at::tensor(at::ArrayRef<float>{1, 0, 0}).view({1, 3})));
    }

    void nanStaysInItsSample()
    {
        at::Tensor logits = at::zeros({3, 4});
        logits[1][2] = std::numeric_limits<float>::quiet_NaN();
        const CrossEntropy got = crossEntropy(logits, at::zeros({3}, at::kLong));
        QVERIFY(at::equal(got.losses.isnan(), at::tensor(at::ArrayRef<int>{0, 1, 0}).to(at::kBool)));
        QCOMPARE(got.derivative.isnan().sum().item<int>(), 4);
    }
};

QTEST_APPLESS_MAIN(tst_CrossEntropy)
#include "tst_crossentropy.moc"
