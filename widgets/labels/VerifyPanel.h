// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/labels/SampleCard.h"
#include "widgets/labels/VerifyQueue.h"
#include "widgets/panel/Panel.h"

#include <QElapsedTimer>

#include <functional>

class QComboBox;
class QKeyEvent;
class QLabel;
class QPushButton;

namespace reweigh {

class VerifyProgress;

/// "Verify": offers the images of a data set of the user's own, class by class, to be judged with a key each, says which classes have enough
/// checked images and how long the others take, and saves the list of checked images that the recipe then uses.
class VerifyPanel : public Panel {
    Q_OBJECT
public:
    explicit VerifyPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

    const VerifyQueue* queue() const { return m_queue ? &*m_queue : nullptr; }
    /// The image that is shown, within queue(); none if none is left.
    std::optional<std::size_t> shown() const { return m_at < m_history.size() ? std::optional(m_history[m_at]) : std::nullopt; }
    const LabelMarks* marks() const { return m_marks.get(); }

    /// Writes the list of checked images to `file` and has the recipe use it, as one step of undo.
    void save(const std::filesystem::path& file);

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeBody();
    void turnTo(const RecipePreview& preview);
    void judge(LabelVerdict verdict);
    void advance();
    void chooseClass();
    void step(int images);
    void undo();
    void showStepped(const std::vector<std::string>& images);
    void fillClasses();
    void showImage();
    void showProgress();
    void askFile();
    std::function<void(const std::filesystem::path&)> saving();
    void tellHeldOut();
    void exportMarks();
    void importMarks();
    int needed() const;
    std::optional<int> chosenClass() const;
    QString leftText(const std::vector<ClassProgress>& progress) const;
    QString enoughText(const std::vector<ClassProgress>& progress) const;

    std::optional<VerifyQueue> m_queue;
    std::shared_ptr<LabelMarks> m_marks;
    std::filesystem::path m_folder;
    std::filesystem::path m_saved; ///< the list that the recipe was given, until the log says what it leaves
    std::uint64_t m_seed = 0;
    std::vector<std::size_t> m_history; ///< images that were shown, the newest last
    std::size_t m_at = 0;               ///< the one that is shown; the size of m_history if none is
    MarkingPace m_pace;
    QElapsedTimer m_since; ///< since the image is shown

    QComboBox* m_class;
    QLabel *m_question, *m_left;
    SampleCard* m_card;
    VerifyProgress* m_progress;
    QPushButton* m_save;
    QAction *m_export, *m_import;
};

} // namespace reweigh
