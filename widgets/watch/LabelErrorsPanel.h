// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/labels/SampleCard.h"
#include "widgets/watch/CursorPanel.h"
#include "widgets/watch/LabelErrorModel.h"

class QAction;
class QComboBox;
class QListView;
class QStackedWidget;

namespace reweigh {

/// "Likely label errors": shows the images with the lowest weights. Where the truth is known it says whether their labels are wrong and how
/// many at the top of the list are; else the user judges them: in the list or in a large view a key marks the label right, wrong or unsure.
/// Marks are exported, imported, undone, and the images marked wrong are left out of a variant.
class LabelErrorsPanel : public CursorPanel {
    Q_OBJECT
public:
    explicit LabelErrorsPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;
    /// A row of images, and the legend below it.
    int figureHeight(int width) const override;

    const LabelErrorModel& model() const { return *m_model; }

    /// Writes the list of the images marked wrong into the study's folder, and returns its path; empty if there is none, or it cannot be
    /// written, which the log then says.
    std::filesystem::path writeLeaveOutList();

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
    void forgetSamples();
    void showNote();
    QString legend() const;
    int legendHeight(int width) const;
    void fillClasses();
    void makeMenus();
    void takeMarks();
    void showTop();
    void showCard();
    void openCard(bool open);
    int currentRow() const;
    void setRow(int row);
    void judge(std::optional<LabelVerdict> verdict);
    void undo();
    void showStepped(const std::vector<std::string>& images);
    bool listKey(const QKeyEvent& key);
    std::filesystem::path fileOf(int row) const;
    std::filesystem::path proposed(const char* name) const;
    void importMarks();
    ProposedVariant leaveOutList();
    void compareWithout();
    FigureTable emptyTable() const;
    QVariantList cells(int rank) const;
    FigureTable everyMark() const;
    void fitGrid();
    bool eventFilter(QObject* watched, QEvent* event) override;

    LabelErrorModel* m_model;
    QListView* m_list;
    QStackedWidget* m_pages; ///< the list, or the large view
    SampleCard* m_card;
    QWidget* m_controls;
    QComboBox *m_order, *m_class;
    QLabel *m_note, *m_top, *m_keys;
    std::shared_ptr<LabelMarks> m_marks;
    std::filesystem::path m_folder; ///< of the user's own images; empty for a benchmark
    LatestJob<Loaded> m_job;
    Wanted m_wanted;
    bool m_loaded = false;                    ///< what is wanted was read, whether or not there was any
    std::filesystem::path m_samplesOf;        ///< the folder of the samples in the model
    std::optional<std::int64_t> m_shownTrial; ///< the trial that is seen
};

} // namespace reweigh
