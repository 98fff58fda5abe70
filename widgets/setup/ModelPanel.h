// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FormPanel.h"

namespace reweigh {

class LayerStrip;

/// Shows the classifier and the Meta-Weight-Net (MW-Net), which takes its input from it, each as a strip of layers with its number
/// of parameters.
class ModelPanel : public FormPanel {
    Q_OBJECT
public:
    /// Keys of the settings of the two networks, which this panel edits. TrainingPanel edits the settings of their training.
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
