// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"
#include "widgets/panel/Panel.h"
#include "widgets/state/ExperimentDocument.h"

#include <QPointer>

#include <map>
#include <string>

class QGridLayout;
class QLabel;

namespace reweigh {

/// Settings under each other, joined with the document: an edit becomes a step of undo, what the document holds is shown, and
/// what it refuses stays as it was typed, with the sentence beside it.
class FieldForm : public QWidget {
    Q_OBJECT
public:
    explicit FieldForm(QWidget* parent = nullptr);

    FieldEditor& add(const std::string& key);
    /// The settings of a group in their order, but `others` and those that stand here already.
    void addGroup(FieldGroup group, const std::vector<std::string>& others = {});
    /// The settings that have an effect only with some choices of `key`, but those that stand here already.
    void addNeeding(const std::string& key);
    /// Two settings in one row: the ends of a range.
    void addRange(const QString& label, const std::string& low, const std::string& high);
    void addRow(const QString& label, QWidget* widget);
    void addWide(QWidget* widget);

    void setDocument(ExperimentDocument& document);
    /// Shows what the document holds, and what its settings say of each other.
    void follow();

    FieldEditor* editor(const std::string& key) const;
    /// Shows or hides the whole row.
    void setShown(const std::string& key, bool shown);
    /// Greys a setting that cannot be changed now. One that has no effect (core/config/SettingUse.h) is grey of its own accord.
    void setUsable(const std::string& key, bool usable);
    /// A complaint about `key` that the document cannot know, such as the recipe's; empty takes it back.
    void setComplaint(const std::string& key, const QString& sentence);
    /// The sentence that stands beside `key`; empty if all is well.
    QString problem(const std::string& key) const;

private:
    struct Row {
        FieldEditor* editor = nullptr;
        QLabel* label = nullptr;
        QLabel* sentence = nullptr;
        nlohmann::json shown;
        bool usable = true;
        QString refused, conflict, complaint; ///< typed, of the configuration, from elsewhere
    };

    Row& insert(const std::string& key, QLabel* label);
    void take(Row& row, const nlohmann::json& value, int gesture);
    void say(Row& row);
    void setUsed(const std::string& key, bool used);
    void applyTheme();

    QPointer<ExperimentDocument> m_document;
    QGridLayout* m_grid;
    std::map<std::string, Row> m_rows;
};

} // namespace reweigh

class QScrollArea;
class QVBoxLayout;

namespace reweigh {

/// A panel of settings: a form that scrolls, follows the document, and comes to the eye when a line of the log jumps to one
/// of its settings.
class FormPanel : public Panel {
    Q_OBJECT
public:
    FormPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent = nullptr);

    FieldForm& form() { return *m_form; }
    QString summary() const override;

protected:
    /// What stands below the form.
    QVBoxLayout& column() { return *m_column; }

    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void showField(const QString& key);

    QScrollArea* m_scroll;
    FieldForm* m_form;
    QVBoxLayout* m_column;
};

} // namespace reweigh
