// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/OwnFolders.h"
#include "widgets/setup/SetupPanels.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QtTest>

namespace reweigh::test {

/// A small recipe on the synthetic data set, which needs no files.
inline ExperimentConfig syntheticConfig()
{
    ExperimentConfig config;
    config.data.dataset = "synthetic";
    config.data.noiseRate = 0.4;
    config.data.imbalanceFactor = 10.0;
    config.data.metaPerClass = 5;
    config.data.valPerClass = 20;
    return config;
}

/// All panels of the Set up layout in a window, on a study of syntheticConfig().
struct SetupFixture {
    explicit SetupFixture(EngineOpener opener = {})
        : bench(std::move(opener))
    {
        useOwnFolders();
        Theme::instance().apply(*qApp);
        bench.newStudy(syntheticConfig());
        panels = makeSetupPanels(bench, &window);
        auto* row = new QHBoxLayout(&window);
        for (Panel* panel : panels)
            row->addWidget(panel);
        window.resize(2800, 900);
        window.show();
        (void)QTest::qWaitFor([this] { return previewed(); }, 60000); // the data set may have to be read first
    }

    OpenStudy& study() { return bench.current(); }
    ExperimentDocument& document() { return study().document(); }
    const ExperimentConfig& config() { return study().config(); }

    /// True if the preview belongs to the document's present recipe.
    bool previewed() { return study().preview() && study().preview()->options == config().data; }

    template <typename T> T* find(const char* name) { return window.findChild<T*>(QString::fromLatin1(name)); }

    /// The error message of a setting; empty while it is hidden.
    QString problem(const char* key)
    {
        const auto* label = find<QLabel>((std::string(key) + "-problem").c_str());
        return label && !label->isHidden() ? label->text() : QString();
    }

    Workbench bench;
    QWidget window;
    std::vector<Panel*> panels;
};

} // namespace reweigh::test
