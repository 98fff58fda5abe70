// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/RecipePreviewer.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace reweigh {

class FetchRow;

/// The one place where a data set that is not on this machine is got: it says which and where it was looked for, downloads it where that
/// is possible, or asks for the folder that holds it. Hidden while the data set is there.
class DataGetter : public QWidget {
    Q_OBJECT
public:
    explicit DataGetter(QWidget* parent = nullptr);

    /// Follows the recipe's preview; null while it is read.
    void follow(const RecipePreview* preview);

    /// Whether the recipe has failed because its data set is not there.
    static bool isWanted(const RecipePreview* preview);

Q_SIGNALS:
    void fetched();
    void folderChosen(const QString& folder);

private:
    void chooseFolder();

    FetchRow* m_row;
    QLabel* m_plain; ///< a sentence for a set that cannot be downloaded
    QPushButton* m_choose;
};

} // namespace reweigh
