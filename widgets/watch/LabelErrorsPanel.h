// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/watch/CursorPanel.h"
#include "widgets/watch/LabelErrorModel.h"

class QComboBox;
class QListView;

namespace reweigh {

/// "Likely label errors": shows the images with the lowest weights, and whether their labels are truly wrong.
class LabelErrorsPanel : public CursorPanel {
    Q_OBJECT
public:
    explicit LabelErrorsPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;

    const LabelErrorModel& model() const { return *m_model; }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    /// Which weights are to be read; they are read again when one of these members changes.
    struct Wanted {
        std::filesystem::path folder;
        int epoch = 0;
        bool running = false;
        friend bool operator==(const Wanted&, const Wanted&) = default;
    };
    struct Loaded {
        Wanted of;
        std::shared_ptr<const SampleWeights> samples; ///< by ascending weight; null: the folder keeps none
    };
    void makeControls();
    void take(Loaded loaded);
    void load();
    void showNote();
    void fillClasses();
    void fitGrid();
    bool eventFilter(QObject* watched, QEvent* event) override;

    LabelErrorModel* m_model;
    QListView* m_list;
    QWidget* m_controls;
    QComboBox *m_order, *m_class;
    QLabel* m_note;
    LatestJob<Loaded> m_job;
    Wanted m_wanted;
    bool m_loaded = false;
};

} // namespace reweigh
