// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/text/FigureSetup.h"

#include <QDialog>
#include <QImage>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace reweigh {

/// Asks how figures are written and where to, with a preview. Its settings are kept for the next time. Deletes itself when closed.
class FigureDialog : public QDialog {
    Q_OBJECT
public:
    /// `name`: of the figure's file, without its ending; empty: all figures, into a folder. `folder`: where it is offered to write them. A
    /// name that is taken there is offered with a number; of one that the user chooses it is said that it is taken.
    FigureDialog(const QString& title, const QString& name, const QString& folder, QWidget* parent);

    FigureSetup setup() const;
    /// The figure's file, or the folder of all figures.
    QString target() const;

    /// Shows what was drawn for previewWanted(), and how wide and high it is on paper. Null: there is nothing to draw, which is said.
    void showPreview(const QImage& image);

    /// The settings as they were last time. Where there are none, or another program has changed them: FigureSetup's defaults.
    static FigureSetup lastSetup();

Q_SIGNALS:
    /// Draw a preview: the dialog was shown, or its settings have changed and rest.
    void previewWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeFields();
    void fill(const FigureSetup& setup);
    void follow();
    int formatOf(const QString& file) const;
    void takeEnding();
    QString withEnding(const QString& file) const;
    void setEnding();
    QString freeFile() const;
    void sayReplaced();
    void browse();
    void save();

    const QString m_name, m_folder;
    QString m_offered; ///< the file that stands there unless the user has named another; empty: none was offered
    QComboBox* m_width;
    QDoubleSpinBox *m_inches, *m_height, *m_font;
    QCheckBox *m_title, *m_footer, *m_legend;
    QComboBox* m_format;
    QSpinBox* m_dpi;
    QLineEdit* m_target;
    QLabel *m_preview, *m_size, *m_replaces;
    QPushButton* m_write;
    QTimer m_rest;
};

} // namespace reweigh
