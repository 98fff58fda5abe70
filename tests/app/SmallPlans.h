// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "tests/support/Program.h"

#include <QFile>
#include <QTemporaryDir>

namespace reweigh::test {

/// A folder with plans of seconds, which the program runs.
struct SmallPlans {
    QTemporaryDir dir;

    static nlohmann::json usualPlan()
    {
        return {
            {"settings",
             {{"dataset", "synthetic"},
              {"model", "mlp"},
              {"epochs", 2},
              {"objective-epochs", 1},
              {"batch-size", 64},
              {"meta-batch-size", 50},
              {"lr", 0.05},
              {"imbalance-factor", 5},
              {"val-per-class", 20},
              {"meta-per-class", 5},
              {"train-limit", 1000},
              {"trials", 2},
              {"max-nodes", 32},
              {"device", "cpu"}}},
            {"cells", {{"noise-rate", {0.0, 0.4}}}},
            {"seeds", 2},
            {"variants", {"searched", "ce"}},
            {"hypotheses", nlohmann::json::array({{{"name", "H1"}, {"statement", "Searching helps."}, {"better", {"searched", "ce"}}}})}};
    }

    QString file(const nlohmann::json& plan, const QString& name = "plan.json") const
    {
        QFile written(dir.filePath(name));
        if (!written.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", qPrintable(written.fileName()));
        written.write(QByteArray::fromStdString(plan.dump()));
        return written.fileName();
    }

    QStringList command(const QString& out, const QStringList& more = {}) const
    {
        return QStringList{"run", file(usualPlan()), "--out", dir.filePath(out)} + more;
    }
};

} // namespace reweigh::test
