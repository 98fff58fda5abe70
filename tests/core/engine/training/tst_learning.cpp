// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ExperimentConfig.h"
#include "core/config/Methods.h"
#include "core/config/Presets.h"
#include "core/engine/training/EngineImpl.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;

namespace {

constexpr int epochs = 12;
constexpr double chance = 0.1; ///< of ten classes with as many test images each

} // namespace

/// Every loss and every weighting learns from real images with wrong labels and unequal classes: the demo preset with a small network
/// and few epochs. What each reaches is printed; how good that is beside the others, a comparison says.
class tst_Learning : public QObject {
    Q_OBJECT

    ExperimentConfig m_config;
    TrainJob m_job;

    /// Test accuracy in the last epoch; NaN where the training failed.
    double trained(const std::string& loss, const std::string& weighting) const
    {
        EngineImpl engine;
        RunObserver silent;
        TrainJob job = m_job;
        job.training.loss = loss;
        job.training.weighting = weighting;
        const auto result = engine.train(job, silent, {});
        if (!result || result->end != RunEnd::Finished)
            return std::nan("");
        return result->epochs.back().test.accuracy;
    }

    static void rowsOf(std::span<const MethodRow> rows)
    {
        QTest::addColumn<QString>("key");
        for (const MethodRow& row : rows)
            QTest::addRow("%s", row.key) << QString(row.key);
    }

    static void verify(const char* key, double accuracy)
    {
        qInfo("%s: test accuracy %.3f after %d epochs", key, accuracy, epochs);
        QVERIFY(accuracy > 3 * chance);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(applyPreset(m_config, "demo").ok());
        auto source = loadDataSet(m_config.data);
        if (!source)
            QSKIP("dataset-fashion-mnist is not installed");
        m_job.data = m_config.data;
        m_job.source = std::make_shared<const DataSource>(std::move(*source));
        auto plan = makeDataPlan(m_job.data, {m_job.source->name, m_job.source->classes(), m_job.source->train.labels, {}});
        QVERIFY(plan.ok());
        m_job.plan = std::make_shared<const DataPlan>(std::move(*plan));
        m_job.training = m_config.training;
        m_job.training.model = "mlp";
        m_job.training.epochs = epochs;
        m_job.training.device = "cpu";
        m_job.training.threads = 1;
    }

    void losses_data() { rowsOf(lossRows()); }
    void losses()
    {
        QFETCH(QString, key);
        verify(qPrintable(key), trained(key.toStdString(), "none"));
    }

    void weightings_data() { rowsOf(weightingRows()); }
    void weightings()
    {
        QFETCH(QString, key);
        verify(qPrintable(key), trained("ce", key.toStdString()));
    }
};

QTEST_APPLESS_MAIN(tst_Learning)
#include "tst_learning.moc"
