// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"

#include <QLineEdit>
#include <QObject>
#include <QTimer>

namespace reweigh {

/// Reports the text of a line edit when the user pauses for half a second or leaves the line. So not every key press is an edit,
/// and the text is reported even if a shortcut starts something. All edits until the line is left share one gesture
/// (ExperimentDocument::newGesture).
class TypedText : public QObject {
    Q_OBJECT
public:
    explicit TypedText(QLineEdit& line);

    /// Reports pending text and ends the gesture. Called when the line is left; spin boxes call it themselves, because their line
    /// edit does not report that.
    void finish();
    /// Whether text waits to be reported.
    bool isPending() const { return m_pause.isActive(); }

Q_SIGNALS:
    void typed(const QString& text, int gesture);

private:
    void flush();

    QLineEdit& m_line;
    QTimer m_pause;
    int m_gesture = 0;
};

/// Edits a text: a name, a folder or file (with a button to choose it), or integers separated by commas.
class TextEditor : public FieldEditor {
    Q_OBJECT
public:
    TextEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    bool isTyping() const override { return m_typing->isPending(); }
    void finishTyping() override { m_typing->finish(); }
    QWidget* input() const override;

private:
    nlohmann::json valueOf(const QString& text) const;
    void choosePath();

    QLineEdit* m_line;
    TypedText* m_typing;
};

} // namespace reweigh
