// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigField.h"

#include <QWidget>

namespace reweigh {

/// The controls of one setting. An editor shows the document's value and reports what the user enters. It does not validate, so
/// that an invalid value stays visible where it was typed. FieldForm adds the label and error messages.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    FieldEditor(const ConfigField& field, QWidget* parent);

    const std::string& key() const { return m_field.key; }
    const ConfigField& field() const { return m_field; }

    /// Shows `value` and discards what was typed.
    virtual void display(const nlohmann::json& value) = 0;
    /// Whether the user is typing: what was typed last is not reported yet.
    virtual bool isTyping() const { return false; }
    /// Reports what was typed last.
    virtual void finishTyping() { }
    /// The widget that takes the keyboard focus; it is also the label's buddy.
    virtual QWidget* input() const = 0;
    /// A second control for the same value, placed below over the whole width; null if there is none.
    virtual QWidget* slider() const { return nullptr; }

    /// Returns whether `value` is valid for the setting.
    bool accepts(const nlohmann::json& value) const;

Q_SIGNALS:
    /// The user entered `value`. Consecutive edits with the same gesture form one undo step; gesture 0 is always a step of its own.
    void edited(const nlohmann::json& value, int gesture);

protected:
    /// Gives `control` its object name, accessible name and tool tip, and stops the mouse wheel from changing its value while the
    /// panel scrolls.
    void prepare(QWidget& control, const QString& nameSuffix = {});
    void fill(QWidget& control);

private:
    const ConfigField& m_field;
};

/// The editor that fits the setting `key`, one of configFields().
FieldEditor* makeFieldEditor(const std::string& key, QWidget* parent);

} // namespace reweigh
