// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"
#include "core/data/readers/LabelFile.h"
#include "core/data/recipe/DataPlan.h"
#include "core/data/recipe/Fingerprint.h"
#include "tests/support/DataFiles.h"
#include "tests/support/LabelArrays.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace reweigh;
using namespace reweigh::test;

/// Recipes whose observed labels are those of a file: imbalance on top of them, their real matrix, their fingerprint.
class tst_LabelsFromFile : public QObject {
    Q_OBJECT

    LabelArrays m_labels{"made-up", 4, 100};

    /// Observed labels: every fourth image of a class has the next class's label; those of class 3 have their own.
    LabelFile file() const
    {
        LabelFile labels{.column = "crowd", .trueColumn = {}, .sha256 = "5ha", .observed = m_labels.labels, .truth = m_labels.labels};
        for (std::size_t i = 0; i < labels.observed.size(); ++i)
            if (m_labels.labels[i] < 3 && i / 4 % 4 == 0)
                labels.observed[i] = std::uint16_t(labels.observed[i] + 1);
        return labels;
    }

    static DataOptions options(ShiftOrder order = ShiftOrder::ImbalanceThenNoise, double factor = 1.0)
    {
        DataOptions chosen = plainOptions();
        chosen.noiseType = NoiseType::File;
        chosen.noiseRate = 0.9; // has no effect
        chosen.order = order;
        chosen.imbalanceType = factor > 1.0 ? ImbalanceType::Exponential : ImbalanceType::None;
        chosen.imbalanceFactor = factor;
        return chosen;
    }

    DataPlan planOf(const DataOptions& chosen, const LabelFile& labels) const
    {
        LabelView view = m_labels.view();
        view.file = &labels;
        Result<DataPlan> plan = makeDataPlan(chosen, view);
        if (!plan)
            qFatal("%s: %s", errorName(plan.error().code), plan.error().where.c_str());
        return std::move(*plan);
    }

private Q_SLOTS:
    void labelsAreThoseOfTheFile()
    {
        const LabelFile labels = file();
        const DataPlan plan = planOf(options(), labels);
        QCOMPARE(plan.train.size(), std::size_t(400));
        QCOMPARE(plan.trueLabel, m_labels.labels);
        QCOMPARE(plan.observedLabel, labels.observed);
        QCOMPARE(plan.changes.labelsChanged, std::size_t(75));
        QCOMPARE(describe(plan).actualNoiseRate, 75.0 / 400.0);
        const std::vector<double> want = {.75, .25, 0, 0, 0, .75, .25, 0, 0, 0, .75, .25, 0, 0, 0, 1};
        QCOMPARE(plan.transitionAsked, want); // the real one
        QCOMPARE(describe(plan).transitionObtained, want);
        QVERIFY(plan.truthOfFile.empty());
        QVERIFY(planOf(options(), labels).fingerprintJson == plan.fingerprintJson);
    }

    void imbalanceOfTrueOrObservedLabels()
    {
        const LabelFile labels = file();
        const DataPlan truth = planOf(options(ShiftOrder::ImbalanceThenNoise, 8.0), labels);
        QCOMPARE(describe(truth).trueCount, (std::vector<int>{100, 50, 25, 12}));
        const DataPlan observed = planOf(options(ShiftOrder::NoiseThenImbalance, 8.0), labels);
        // Available are 75, 100, 100, 125 images; the largest class gives the sizes.
        QCOMPARE(describe(observed).observedCount, (std::vector<int>{75, 62, 31, 15}));
        for (const DataPlan* plan : {&truth, &observed}) {
            for (std::size_t i = 0; i < plan->train.size(); ++i) {
                QCOMPARE(plan->trueLabel[i], m_labels.labels[plan->train[i]]);
                QCOMPARE(plan->observedLabel[i], labels.observed[plan->train[i]]);
            }
            QCOMPARE(plan->changes.leftOutByImbalance, 400 - plan->train.size());
            QCOMPARE(plan->transitionAsked, describe(*plan).transitionObtained); // of the images that remain
        }
        QVERIFY(truth.transitionAsked != observed.transitionAsked);
    }

    /// Of classes 2 and 3, whose images are all called 3, one image is kept: one of the two has none, and its row is that of no noise.
    void aClassWithoutImages()
    {
        LabelFile labels = file();
        for (std::size_t i = 0; i < labels.observed.size(); ++i)
            labels.observed[i] = m_labels.labels[i] == 2 ? 3 : m_labels.labels[i];
        DataOptions chosen = options(ShiftOrder::NoiseThenImbalance, 200.0);
        chosen.imbalanceType = ImbalanceType::Step;
        const DataPlan plan = planOf(chosen, labels);
        const std::vector<int> left = describe(plan).trueCount;
        QCOMPARE(left[2] + left[3], 1);
        const std::size_t lost = left[2] == 0 ? 2 : 3;
        QCOMPARE(plan.transitionAsked[5 * lost], 1.0);
        QCOMPARE(describe(plan).transitionObtained[5 * lost], 0.0);
        for (auto row = plan.transitionAsked.begin(); row != plan.transitionAsked.end(); row += 4)
            QCOMPARE(std::accumulate(row, row + 4, 0.0), 1.0);
    }

    void heldOutImagesHaveTrueLabels()
    {
        DataOptions chosen = options();
        chosen.metaPerClass = 5;
        chosen.valPerClass = 7;
        chosen.trainOnMeta = true;
        const LabelFile labels = file();
        const DataPlan plan = planOf(chosen, labels);
        QCOMPARE(plan.meta.size(), std::size_t(20));
        for (std::size_t i = 0; i < plan.meta.size(); ++i)
            QCOMPARE(int(m_labels.labels[plan.meta[i]]), int(i / 5));
        for (std::size_t i = 0; i < plan.train.size(); ++i)
            if (std::ranges::find(plan.meta, plan.train[i]) != plan.meta.end())
                QCOMPARE(plan.observedLabel[i], plan.trueLabel[i]);
    }

    /// Where the file says what is true, everything goes by it: what is held out, what is imbalanced, what is wrong.
    void trueLabelsOfTheFile()
    {
        LabelFile labels = file();
        labels.trueColumn = "true";
        labels.truth = labels.observed; // 75, 100, 100, 125 of the classes
        labels.observed = m_labels.labels;
        labels.column.clear();
        DataOptions chosen = options();
        chosen.metaPerClass = 5;
        const DataPlan plan = planOf(chosen, labels);
        QCOMPARE(plan.truthOfFile, labels.truth);
        for (std::size_t i = 0; i < plan.meta.size(); ++i)
            QCOMPARE(int(labels.truth[plan.meta[i]]), int(i / 5));
        QCOMPARE(describe(plan).trueCount, (std::vector<int>{70, 95, 95, 120}));
        for (std::size_t i = 0; i < plan.train.size(); ++i)
            QCOMPARE(plan.observedLabel[i], m_labels.labels[plan.train[i]]);
        ImageSet images;
        images.labels = m_labels.labels;
        QVERIFY(std::ranges::equal(trueLabels(plan, images), labels.truth));
        QVERIFY(std::ranges::equal(trueLabels(planOf(chosen, file()), images), m_labels.labels));
        const nlohmann::json recipe = nlohmann::json::parse(plan.fingerprintJson).at("recipe");
        QCOMPARE(recipe.at("true-label-column").get<std::string>(), std::string("true"));
    }

    void theFingerprintCoversTheLabels()
    {
        const LabelFile labels = file();
        const DataPlan plan = planOf(options(), labels);
        const nlohmann::json json = nlohmann::json::parse(plan.fingerprintJson);
        QCOMPARE(json.at("recipe"), (nlohmann::json{{"imbalance-type", "none"},
                                                    {"label-column", "crowd"},
                                                    {"labels-sha256", "5ha"},
                                                    {"meta-per-class", 0},
                                                    {"noise-type", "file"},
                                                    {"seed", 0},
                                                    {"val-per-class", 0}}));
        DataOptions moved = options();
        moved.labelFile = "/elsewhere/labels.csv";
        moved.noiseRate = 0.1;
        QCOMPARE(planOf(moved, labels).fingerprintJson, plan.fingerprintJson);
        // The same labels, written in another way: the same images under the same labels.
        LabelFile rewritten = labels;
        rewritten.sha256 = "0th";
        QCOMPARE(planOf(options(), rewritten).fingerprintCode, plan.fingerprintCode);
        LabelFile changed = rewritten;
        changed.observed[8] = 2;
        const DataPlan other = planOf(options(), changed);
        QVERIFY(other.fingerprintCode != plan.fingerprintCode);
        QCOMPARE(compareFingerprints(json, nlohmann::json::parse(other.fingerprintJson)).differs,
                 std::string("labels-sha256 (5ha there; 0th here)"));
        QVERIFY(compareFingerprints(json, nlohmann::json::parse(planOf(options(), rewritten).fingerprintJson)).differs.empty());
    }

    void whatWasChanged()
    {
        const nlohmann::json json = dataPlanJson(planOf(options(), file()), {"a", "b", "c", "d"});
        QVERIFY(json.at("data").at("noise_rate").is_null()); // none was asked for
        QCOMPARE(json.at("data").at("noise_type").get<std::string>(), std::string("file"));
        QCOMPARE(json.at("data").at("label_column").get<std::string>(), std::string("crowd"));
        QCOMPARE(json.at("actual_noise_rate").get<double>(), 0.1875);
        const auto read = changesFromFingerprint(json.at("fingerprint"));
        QVERIFY(read && read->fromFile() && read->labelColumn == "crowd" && read->labelsChanged == 75);
        QVERIFY(toJson(*read) == json.at("data"));
    }

    void withoutItsFileItIsRefused()
    {
        const Result<DataPlan> plan = makeDataPlan(options(), m_labels.view());
        QVERIFY(!plan);
        QCOMPARE(errorName(plan.error().code), "missing_option");
        QCOMPARE(plan.error().where, std::string("labels"));
    }

    /// CIFAR-10N (Wei et al. 2022): the counts are those of its file, taken with Python's csv.
    void whatPeopleAnswered()
    {
        DataOptions chosen = options();
        chosen.dataset = "cifar10";
        chosen.dataDir = sharedFolder("data").toStdString();
        chosen.labelFile = sharedFolder("data/cifar-10n-labels.csv").toStdString();
        if (!QFile::exists(QString::fromStdString(chosen.labelFile)))
            QSKIP("no CIFAR-10N labels in ../shared/data");
        const Result<DataSource> source = loadDataSet(chosen);
        QVERIFY(source.ok());
        LabelView view{source->name, source->classes(), source->train.labels, {}, source->fingerprint};
        for (const auto& [column, wrong] : {std::pair("aggregate", 1878u), std::pair("worst", 8074u), std::pair("random1", 3410u)}) {
            chosen.labelColumn = column;
            const Result<LabelFile> labels = readLabelFile(chosen, *source);
            QVERIFY(labels.ok());
            QCOMPARE(labels->sha256, std::string("6929d9e2db6d76cb7cdaaa11f96a3a4f15e52783da16ec386fcac44d41a7c6b0"));
            view.file = &*labels;
            const Result<DataPlan> plan = makeDataPlan(chosen, view);
            QVERIFY(plan.ok());
            QCOMPARE(plan->changes.labelsChanged, std::size_t(wrong));
            if (std::string(column) == "worst") { // cats taken for dogs, and cats
                QCOMPARE(plan->transitionAsked[35], 419.0 / 1982.0);
                QCOMPARE(plan->transitionAsked[33], 969.0 / 1982.0);
            }
        }
        chosen.labelColumn.clear();
        QCOMPARE(errorName(readLabelFile(chosen, *source).error().code), "csv_column_missing");
    }
};

QTEST_APPLESS_MAIN(tst_LabelsFromFile)
#include "tst_labelsfromfile.moc"
