// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Classifiers.h"
#include "core/config/LayerList.h"
#include "core/config/MetaNetSpec.h"

#include <QtTest>

using namespace reweigh;

/// Counts against the literature and by hand; against the networks themselves in tests/core/engine/models.
class tst_ModelShape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void classifiers()
    {
        QCOMPARE(modelShape("resnet32", 32, 32, 3, 10).parameters, 464154L);
        QCOMPARE(modelShape("resnet32", 32, 32, 3, 100).parameters, 470004L);
        QCOMPARE(modelShape("wrn-28-10", 32, 32, 3, 10).parameters, 36479194L); // Zagoruyko and Komodakis: 36.5 million
        QCOMPARE(modelShape("small-cnn", 28, 28, 1, 10).parameters, 26650L);
        for (const std::string& name : modelNames())
            QCOMPARE(int(modelShape(name, 28, 28, 1, 10).stages.size()), 4);
    }

    void metaNets()
    {
        const ModelShape model = modelShape("small-cnn", 28, 28, 1, 10);
        QCOMPARE(metaNetParameters({}, metaNetInput({}, model)), 301L); // 1-100-1 of Shu et al.
        const MetaNetSpec deep{.input = "stage1", .withLabel = true, .hidden = {58, 169, 87}};
        QCOMPARE(metaNetInput(deep, model), 26);
        QCOMPARE(metaNetParameters(deep, 26), 26415L);
        QCOMPARE(metaNetParameters({.hidden = {}}, 10), 11L);
        for (const std::string& input : inputsWithLabel())
            QVERIFY2(model.widthOf(input) > 0, input.c_str());
        QCOMPARE(model.widthOf("loss+stage3"), 65);
        QCOMPARE(metaNetInput({.input = "loss+stage3", .withLabel = true}, model), 75);
        QCOMPARE(metaNetInput({.input = "label"}, model), 10);
        for (const char* none : {"stage9", "loss+stage9", "", "loss+"})
            QCOMPARE(model.widthOf(none), 0);
    }
};

QTEST_APPLESS_MAIN(tst_ModelShape)
#include "tst_modelshape.moc"
