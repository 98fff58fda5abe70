// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/cost/CostProbe.h"
#include "widgets/panel/Panel.h"
#include "widgets/state/RecipePreviewer.h"

#include <QPushButton>
#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace reweigh {

/// The one large button of a view, in the selection's colour.
class PrimaryButton : public QPushButton {
    Q_OBJECT
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};


/// Does a measurement made with `then` hold for `now`? Epochs and trials may differ: they only multiply.
bool sameCost(const ExperimentConfig& then, const ExperimentConfig& now);

/// Bytes the study will take on disk, from the sizes of what a trial writes: its checkpoint, its figures by epoch, its
/// samples. None without a data set.
std::optional<double> diskEstimate(const ExperimentConfig& config, const RecipePreview* preview);

/// "46 ms", "6.6 s", "2 min 12 s", "1 h 5 min".
QString costTimeText(double seconds);
/// "0.9 GiB"
QString bytesText(double bytes);

} // namespace reweigh

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
