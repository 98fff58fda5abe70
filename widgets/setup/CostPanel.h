// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/cost/CostProbe.h"
#include "widgets/panel/Panel.h"
#include "widgets/state/RecipePreviewer.h"

#include <QPointer>
#include <QPushButton>
#include <QString>

#include <map>
#include <memory>
#include <optional>

class QGridLayout;

namespace reweigh {

class DoneBar;
struct NextRun;

/// A button that may be narrower than its text, which then ends in "…": what a settings' change is called is long in some languages.
class ElidedButton : public QPushButton {
    Q_OBJECT
public:
    explicit ElidedButton(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The one large button of a layout, in the selection's colour.
class PrimaryButton : public ElidedButton {
    Q_OBJECT
public:
    using ElidedButton::ElidedButton;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Returns whether a cost measured with `then` is valid for `now`. The numbers of epochs and trials may differ, because the cost is
/// proportional to them.
bool sameCost(const ExperimentConfig& then, const ExperimentConfig& now);

/// Estimates the bytes the study will take on disk, from what each trial writes: its checkpoint, its figures per epoch, its sample
/// weights. None without a prepared data set (`preview` is null or has an error).
std::optional<double> diskEstimate(const ExperimentConfig& config, const RecipePreview* preview);

/// "46 ms", "6.6 s", "2 min 12 s", "1 h 5 min".
QString costTimeText(double seconds);
/// "0.9 GiB"
QString bytesText(double bytes);

/// Shows the time and memory that the study needs, measured by running some of its steps on this machine, the disk space, estimated, and
/// the button that starts the study.
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
    bool measuring() const;
    void measure();
    void dropOther();
    void start();
    void startNew();
    QString startText(const NextRun& next);
    void showCost();
    void showState();

    std::map<Item, QLabel*> m_values;
    std::vector<QLabel*> m_names;
    QPushButton* m_measure;
    DoneBar* m_bar;
    QPushButton* m_start;
    QPushButton* m_startNew; ///< during a pause, where settings were changed
    QLabel *m_note, *m_hint;
    QPushButton* m_verify; ///< leads to Verify, where checked labels are what is missing
    QPushButton* m_reason; ///< leads to what Recipe says

    std::unique_ptr<CostProbe> m_probe; ///< made at the first measurement, because it opens the engine
    CostProgress m_progress;            ///< of the running measurement
    std::optional<CostInfo> m_cost;
    long long m_memory = 0; ///< memory of the machine in bytes, at the last measurement
    std::optional<Error> m_failure;
    ExperimentConfig m_asked;      ///< the configuration of the last or running measurement
    QPointer<OpenStudy> m_askedOf; ///< the study that was in view then
};

} // namespace reweigh
