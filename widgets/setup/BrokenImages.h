// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/RecipePreviewer.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace reweigh {

/// The image files of a folder that cannot be read, a line each: path below the folder, and reason. Lines can be chosen and copied. The
/// window stays usable beside it.
class BrokenImages : public QDialog {
    Q_OBJECT
public:
    explicit BrokenImages(QWidget* parent);

    /// Shows those of a recipe, and whether it leaves them out.
    void setImages(const RecipePreview& preview);

Q_SIGNALS:
    void skipWanted(); ///< they are to be left out

private:
    class Model;
    void copy();

    Model* m_model;
    QLabel* m_sentence;
    QTableView* m_list;
    QPushButton* m_skip;
};

} // namespace reweigh
