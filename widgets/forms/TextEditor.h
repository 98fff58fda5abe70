// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/FieldEditor.h"

#include <QLineEdit>
#include <QObject>
#include <QTimer>

namespace reweigh {

/// Tells what was typed into a line when the writer pauses or leaves it: neither after each key, nor lost when something is
/// started by a shortcut. What is typed until the line is left is one gesture (ExperimentDocument::newGesture).
class TypedText : public QObject {
    Q_OBJECT
public:
    explicit TypedText(QLineEdit& line);

    /// The line was left. A spin box has its own word for that.
    void finish();

Q_SIGNALS:
    void typed(const QString& text, int gesture);

private:
    void flush();

    QLineEdit& m_line;
    QTimer m_pause;
    int m_gesture = 0;
};

} // namespace reweigh

class QLineEdit;

namespace reweigh {

/// Free text: a name, a folder (with a button to choose it), or whole numbers with commas between.
class TextEditor : public FieldEditor {
    Q_OBJECT
public:
    TextEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;

private:
    nlohmann::json valueOf(const QString& text) const;
    void chooseFolder();

    QLineEdit* m_line;
};

} // namespace reweigh
