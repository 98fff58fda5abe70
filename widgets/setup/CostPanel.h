// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/setup/CostEstimate.h"

#include <map>
#include <memory>

class QGridLayout;
class QPushButton;

namespace reweigh {

/// What the study will cost, measured on this machine by some of its own steps, and the button that starts it.
class CostPanel : public Panel {
    Q_OBJECT
public:
    explicit CostPanel(Workbench& bench, QWidget* parent = nullptr);
    ~CostPanel() override;

    QString summary() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    enum class Item { Step, Epoch, Trial, Study, Memory, Disk };
    void addItem(Item item, const QString& name, const QString& text, QGridLayout& grid);
    void measure();
    void start();
    void showCost();
    void showState();

    std::map<Item, QLabel*> m_values;
    std::vector<QLabel*> m_names;
    QPushButton *m_measure, *m_start;
    QLabel *m_note, *m_hint;

    std::unique_ptr<CostProbe> m_probe; ///< made when first asked: it opens the engine
    std::optional<CostInfo> m_cost;
    long long m_memory = 0; ///< bytes of the machine, when it was measured
    std::optional<Error> m_failure;
    ExperimentConfig m_asked; ///< what was, or is being, measured
};

} // namespace reweigh
