// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigField.h"

#include <QWidget>

namespace reweigh {

/// The controls of one setting. It shows what the document holds and tells what the user wants; it checks nothing itself,
/// so that a refused value stays where it was typed. Labels and sentences stand around it (FieldForm).
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    FieldEditor(const ConfigField& field, QWidget* parent);

    const std::string& key() const { return m_field.key; }
    const ConfigField& field() const { return m_field; }

    /// Shows `value`, in place of anything typed.
    virtual void display(const nlohmann::json& value) = 0;
    /// What has the focus, and the label's buddy.
    virtual QWidget* input() const = 0;
    /// A second control for the same value, which stands below over the whole width.
    virtual QWidget* slider() const { return nullptr; }

    /// Is `value` one the setting takes?
    bool accepts(const nlohmann::json& value) const;

Q_SIGNALS:
    /// Wanted by the user; equal gestures that follow each other are one step of undo, 0 is a step of its own.
    void edited(const nlohmann::json& value, int gesture);

protected:
    /// Name, tip, and no turning by a wheel that passes over it while the panel scrolls.
    void prepare(QWidget& control, const QString& nameSuffix = {});
    void fill(QWidget& control);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const ConfigField& m_field;
};

/// The editor that fits the setting `key`, one of configFields().
FieldEditor* makeFieldEditor(const std::string& key, QWidget* parent);

} // namespace reweigh
