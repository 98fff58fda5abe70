// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/TextEditor.h"

#include "widgets/forms/FieldText.h"
#include "widgets/state/ExperimentDocument.h"
#include "widgets/text/TypedText.h"

#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace reweigh {
namespace {

bool namesFolder(const std::string& key)
{
    return key == "data-dir" || key == "out";
}

bool namesTable(const std::string& key)
{
    return key == "labels" || key == "clean" || key == "leave-out";
}

} // namespace

TypedText::TypedText(QLineEdit& line)
    : QObject(&line)
    , m_line(line)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &TypedText::flush);
    connect(&line, &QLineEdit::textEdited, this, [this] {
        if (m_gesture == 0)
            m_gesture = ExperimentDocument::newGesture();
        m_pause.start();
    });
    connect(&line, &QLineEdit::editingFinished, this, &TypedText::finish);
}

void TypedText::finish()
{
    if (m_pause.isActive())
        flush();
    m_gesture = 0;
}

void TypedText::flush()
{
    m_pause.stop();
    Q_EMIT typed(m_line.text(), m_gesture);
}

TextEditor::TextEditor(const ConfigField& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_line(new QLineEdit(this))
{
    prepare(*m_line);
    fill(*m_line);
    m_typing = new TypedText(*m_line);
    connect(m_typing, &TypedText::typed, this, [this](const QString& text, int gesture) { Q_EMIT edited(valueOf(text), gesture); });

    if (field.key == "device") {
        auto* known = new QCompleter({QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda:0")}, this);
        known->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
        m_line->setCompleter(known);
        connect(known, qOverload<const QString&>(&QCompleter::activated), this,
                [this](const QString& text) { Q_EMIT edited(valueOf(text), 0); });
    }
    if (namesFolder(field.key) || namesTable(field.key)) {
        auto* choose = new QToolButton(this);
        prepare(*choose, QStringLiteral("-choose"));
        choose->setText(QStringLiteral("…"));
        choose->setAccessibleName(tr("Choose: %1").arg(fieldLabel(field.key)));
        choose->setToolTip(choose->accessibleName());
        choose->setFocusPolicy(Qt::StrongFocus);
        layout()->addWidget(choose);
        connect(choose, &QToolButton::clicked, this, &TextEditor::choosePath);
    }
}

void TextEditor::choosePath()
{
    const QString title = fieldLabel(key()), now = m_line->text();
    const QString path = namesTable(key()) ? QFileDialog::getOpenFileName(this, title, now, tr("Tables (*.csv *.txt);;All files (*)"))
                                           : QFileDialog::getExistingDirectory(this, title, now);
    if (path.isEmpty())
        return;
    m_line->setText(path);
    Q_EMIT edited(valueOf(path), 0);
}

nlohmann::json TextEditor::valueOf(const QString& text) const
{
    if (field().kind == FieldKind::Text)
        return text.trimmed().toStdString();
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    nlohmann::json numbers = nlohmann::json::array();
    for (const QString& part : asciiForms(text).split(separators, Qt::SkipEmptyParts)) {
        bool whole = false;
        const int number = part.toInt(&whole);
        if (!whole)
            return text.toStdString(); // passed on as typed, so that the document refuses it
        numbers.push_back(number);
    }
    return numbers;
}

void TextEditor::display(const nlohmann::json& value)
{
    if (valueOf(m_line->text()) == value)
        return;
    if (value.is_string()) {
        m_line->setText(QString::fromStdString(value.get<std::string>()));
        return;
    }
    QStringList numbers;
    for (const nlohmann::json& number : value)
        numbers << QString::number(number.get<int>());
    m_line->setText(numbers.join(QStringLiteral(", ")));
}

QWidget* TextEditor::input() const
{
    return m_line;
}

} // namespace reweigh
