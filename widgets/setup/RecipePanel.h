// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FormPanel.h"

#include <QPointer>

class QPushButton;
class QToolButton;

namespace reweigh {

class BrokenImages;
class DataGetter;

/// Shows and edits what is done to the data: the recipe's settings, its fingerprint code (a click copies it), and the
/// presets.
class RecipePanel : public FormPanel {
    Q_OBJECT
public:
    explicit RecipePanel(Workbench& bench, QWidget* parent = nullptr);

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    void pointTo(const QString& folder);
    void showFolder(bool shown);
    void showLabelFile(bool shown);
    void addPresets();
    void addPreset(const QString& name, const QString& text, const QString& tip, QLayout& into);
    void copyFingerprint();
    void showSet(const RecipePreview* preview);
    void showBroken(const RecipePreview* preview);
    void openBroken();
    void change(const char* key, const nlohmann::json& value);

    QToolButton* m_fingerprint;
    QLabel* m_set; ///< "60,000 train, 10,000 test, 10 classes, 28 × 28"
    DataGetter* m_getter;
    QPushButton* m_broken;               ///< "Images that cannot be read: 12…", which leads to their list
    QPointer<BrokenImages> m_brokenList; ///< while it is open
    QLabel* m_changes;                   ///< "labels as they are, every image kept"
    QLabel* m_fewTrain;                  ///< that few images are left to train on
    QLabel* m_presets;
    std::string m_complained; ///< key of the setting that has the recipe's error message
};

} // namespace reweigh
