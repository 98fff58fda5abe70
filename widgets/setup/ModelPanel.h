// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FormPanel.h"

namespace reweigh {

class LayerStrip;

/// The classifier and the Meta-Weight-Net that is fed by it, each as a strip of layers with its number of parameters.
class ModelPanel : public FormPanel {
    Q_OBJECT
public:
    /// The settings of the two networks, which stand here; those of their training stand in TrainingPanel.
    static const std::vector<std::string>& keys();

    explicit ModelPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    LayerStrip *m_classifier, *m_metaNet;
    QLabel *m_classifierCount, *m_metaNetCount, *m_mark;
};

} // namespace reweigh
