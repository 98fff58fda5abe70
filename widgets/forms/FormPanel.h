// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"
#include "widgets/panel/Panel.h"
#include "widgets/state/ExperimentDocument.h"

#include <QPointer>

#include <map>
#include <string>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace reweigh {

class HelpButton;

/// A column of settings connected to the document. An edit becomes an undo step, and the form shows the document's values. A value
/// that the document refuses stays as it was typed, with an error message below it.
class FieldForm : public QWidget {
    Q_OBJECT
public:
    explicit FieldForm(QWidget* parent = nullptr);

    FieldEditor& add(const std::string& key);
    /// Adds the settings of a group in their order, except `others` and those already in the form.
    void addGroup(FieldGroup group, const std::vector<std::string>& others = {});
    /// Adds the settings that have an effect only with some values of `key`, except those already in the form.
    void addNeeding(const std::string& key);
    /// Adds two settings in one row: the ends of a range.
    void addRange(const QString& label, const std::string& low, const std::string& high);
    void addRow(const QString& label, QWidget* widget);
    void addWide(QWidget* widget);

    void setDocument(ExperimentDocument& document);
    /// Shows the document's values, disables settings without effect, and shows an error if the settings contradict each other.
    void follow();

    /// The editor of a setting; null if the setting is not in the form.
    FieldEditor* editor(const std::string& key) const;
    /// Shows or hides the whole row.
    void setShown(const std::string& key, bool shown);
    /// From now on follow() hides the settings without effect instead of disabling them, unless they have an error message.
    void hideUnused() { m_hidesUnused = true; }
    /// Enables a setting, or disables one that cannot be changed now. Settings without effect (checkUse in core/config/ConfigField.h) are
    /// disabled in any case.
    void setUsable(const std::string& key, bool usable);
    /// Sets an error message about `key` that validation of the document cannot find, such as an error of the data recipe. An empty
    /// sentence removes it.
    void setComplaint(const std::string& key, const QString& sentence);
    /// The error message shown for `key`; empty if there is none.
    QString problem(const std::string& key) const;

private:
    struct Row {
        FieldEditor* editor = nullptr;
        QLabel* label = nullptr;
        QLabel* sentence = nullptr;
        HelpButton* help = nullptr; ///< "?" beside the label; null where no term needs it
        nlohmann::json shown;
        bool usable = true;
        QString refused, conflict, complaint; ///< error messages: of the typed value, of the configuration as a whole, of setComplaint()
    };

    Row& insert(const std::string& key, QLabel* label);
    /// The label with the "?" that explains its term, if there is one.
    QBoxLayout* explained(Row& row, const QString& key);
    void take(Row& row, const nlohmann::json& value, int gesture);
    void takeBack(const std::string& key);
    void say(Row& row);
    void setUsed(const std::string& key, bool used);
    void applyTheme();

    QPointer<ExperimentDocument> m_document;
    QGridLayout* m_grid;
    std::map<std::string, Row> m_rows;
    bool m_hidesUnused = false;
};

/// A panel of settings: a scrolling form that follows the document. When the log leads to one of its settings, the panel scrolls to
/// it and gives it the focus.
class FormPanel : public Panel {
    Q_OBJECT
public:
    FormPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent = nullptr);

    FieldForm& form() { return *m_form; }
    QString summary() const override;

protected:
    /// The layout that holds the form; derived classes add widgets below the form.
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
