// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/setup/FieldForm.h"

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
