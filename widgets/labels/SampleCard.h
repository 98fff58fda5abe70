// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/labels/LabelMarks.h"
#include "widgets/state/LatestJob.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <array>

class QBoxLayout;
class QKeyEvent;
class QLabel;
class QToolButton;

namespace reweigh {

class ElidedLabel;

/// What a card shows of an image.
struct SampleFacts {
    QImage image;               ///< as the classifier sees it
    std::filesystem::path file; ///< the picture itself; empty where images are no files
    QString name;               ///< path below the data folder, or "image 17"
    QStringList lines;
    std::optional<LabelVerdict> mark;
};

/// An image as large as there is room, what is known of it, and buttons to judge its label. The picture is read from its file, so that it is
/// seen in full, not as small as the classifier sees it. Keys: R, W and U judge, the arrows go to the next and the one before, Backspace
/// takes the last mark back, Escape and Enter leave.
class SampleCard : public QWidget {
    Q_OBJECT
public:
    explicit SampleCard(QWidget* parent = nullptr);

    void setFacts(const SampleFacts& facts);
    const SampleFacts& facts() const { return m_facts; }
    /// The picture that is shown.
    const QImage& picture() const { return m_picture; }
    void setCanUndo(bool can);

    /// The verdict that a key without modifiers stands for.
    static std::optional<LabelVerdict> verdictOf(const QKeyEvent& key);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void judged(reweigh::LabelVerdict verdict);
    void stepWanted(int rows); ///< 1 or -1
    void undoWanted();
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void retheme();

    struct Read {
        std::filesystem::path file;
        QImage image; ///< null: it cannot be read
    };

    SampleFacts m_facts;
    QImage m_picture;
    QWidget* m_view;
    QWidget* m_side;
    QBoxLayout* m_row;
    ElidedLabel* m_name;
    QLabel* m_lines;
    std::array<QToolButton*, 3> m_verdicts{}; ///< in the order of LabelVerdict
    QToolButton *m_undo, *m_folder;
    LatestJob<Read> m_reading;
};

} // namespace reweigh
