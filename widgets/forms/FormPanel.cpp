// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/FormPanel.h"

#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "widgets/forms/FieldText.h"
#include "widgets/help/HelpButton.h"
#include "widgets/text/HelpText.h"
#include "widgets/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reweigh {

FieldForm::FieldForm(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::instance().grid());
    m_grid->setVerticalSpacing(Theme::instance().grid(0.75));
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    connect(&Theme::instance(), &Theme::changed, this, &FieldForm::applyTheme);
}

FieldForm::Row& FieldForm::insert(const std::string& key, QLabel* label)
{
    Row& row = m_rows[key];
    row.editor = makeFieldEditor(key, this);
    row.label = label;
    row.sentence = new QLabel(this);
    row.sentence->setObjectName(QString::fromStdString(key) + QStringLiteral("-problem"));
    row.sentence->setWordWrap(true);
    row.sentence->hide();
    connect(row.editor, &FieldEditor::edited, this, [this, &row](const nlohmann::json& value, int gesture) { take(row, value, gesture); });
    return row;
}

QBoxLayout* FieldForm::explained(Row& row, const QString& key)
{
    auto* named = new QHBoxLayout;
    named->setSpacing(0);
    named->addWidget(row.label, 1);
    if (const QString anchor = helpOfField(key); !anchor.isEmpty()) {
        row.help = new HelpButton(anchor, this);
        named->addWidget(row.help, 0, Qt::AlignTop);
    }
    return named;
}

FieldEditor& FieldForm::add(const std::string& key)
{
    auto* label = new QLabel(fieldLabel(key), this);
    label->setToolTip(fieldTip(key));
    label->setWordWrap(true);
    Row& row = insert(key, label);
    label->setBuddy(row.editor->input());
    const int line = m_grid->rowCount();
    QWidget* slider = row.editor->slider();
    if (slider) { // the box is narrow and leaves room for the label
        auto* head = new QHBoxLayout;
        head->addLayout(explained(row, QString::fromStdString(key)), 1);
        head->addWidget(row.editor);
        m_grid->addLayout(head, line, 0, 1, 2);
        m_grid->addWidget(slider, line + 1, 0, 1, 2);
    } else {
        m_grid->addLayout(explained(row, QString::fromStdString(key)), line, 0);
        m_grid->addWidget(row.editor, line, 1);
    }
    m_grid->addWidget(row.sentence, line + 2, 0, 1, 2);
    applyTheme();
    return *row.editor;
}

void FieldForm::addGroup(FieldGroup group, const std::vector<std::string>& others)
{
    for (const ConfigField& field : configFields())
        if (field.group == group && !editor(field.key) && std::ranges::find(others, field.key) == others.end())
            add(field.key);
}

void FieldForm::addNeeding(const std::string& key)
{
    for (const ConfigField& field : configFields())
        if (std::ranges::find(field.needs, key, &Need::key) != field.needs.end() && !editor(field.key))
            add(field.key);
}

void FieldForm::addRange(const QString& text, const std::string& low, const std::string& high)
{
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    Row& first = insert(low, label);
    Row& last = insert(high, nullptr);
    label->setBuddy(first.editor->input());
    auto* ends = new QHBoxLayout;
    ends->setSpacing(Theme::instance().grid(0.5));
    ends->addWidget(first.editor, 1);
    ends->addWidget(new QLabel(QStringLiteral("–"), this));
    ends->addWidget(last.editor, 1);
    const int line = m_grid->rowCount();
    m_grid->addWidget(label, line, 0);
    m_grid->addLayout(ends, line, 1);
    m_grid->addWidget(first.sentence, line + 1, 0, 1, 2);
    m_grid->addWidget(last.sentence, line + 2, 0, 1, 2);
    applyTheme();
}

void FieldForm::addRow(const QString& text, QWidget* widget)
{
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setBuddy(widget);
    const int line = m_grid->rowCount();
    m_grid->addWidget(label, line, 0);
    m_grid->addWidget(widget, line, 1);
}

void FieldForm::addWide(QWidget* widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void FieldForm::setDocument(ExperimentDocument& document)
{
    if (m_document == &document)
        return;
    for (auto& [key, row] : m_rows)
        row.editor->finishTyping(); // in the document that it was typed for
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = &document;
    connect(&document, &ExperimentDocument::refusedTakenBack, this, &FieldForm::takeBack);
    document.forgetRefused(); // what was typed is gone, for every field shows the document's value
    for (auto& [key, row] : m_rows) {
        row.shown = nullptr;
        row.complaint.clear();
    }
    follow();
}

void FieldForm::take(Row& row, const nlohmann::json& value, int gesture)
{
    if (!m_document)
        return;
    const std::string& key = row.editor->key();
    row.shown = value; // the editor shows it already
    const Status status = m_document->set(key, value, tr("Change %1").arg(fieldLabel(key)), gesture);
    row.refused = status ? QString() : fieldErrorText(status.error());
    if (!status)
        row.shown = row.editor->field().get(m_document->config()); // follow() keeps the typed text until the document's value changes
    follow();
}

/// Shows what is set in place of an entry that was refused.
void FieldForm::takeBack(const std::string& key)
{
    const auto row = m_rows.find(key);
    if (row == m_rows.end())
        return;
    row->second.shown = nullptr;
    follow();
}

void FieldForm::follow()
{
    if (!m_document)
        return;
    const ExperimentConfig& config = m_document->config();
    const Status valid = validate(config);
    for (auto& [key, row] : m_rows) {
        const nlohmann::json now = row.editor->field().get(config);
        if (now != row.shown) {
            row.editor->display(now);
            row.shown = now;
            row.refused.clear();
        } else if (row.refused.isEmpty() && !row.editor->isTyping()) {
            row.editor->display(now);
        }
        if (row.help && now.is_string())
            row.help->setAnchor(helpOfField(QString::fromStdString(key), QString::fromStdString(now.get<std::string>())));
        row.conflict = !valid && valid.error().where == key ? fieldErrorText(valid.error(), config) : QString();
        // A setting that causes an error stays enabled even if it has no effect, so that the user can correct it.
        const bool used = isUsed(row.editor->field(), config) || !row.conflict.isEmpty();
        setUsed(key, row.usable && used);
        if (m_hidesUnused)
            setShown(key, used || !problem(key).isEmpty());
        say(row);
    }
}

void FieldForm::say(Row& row)
{
    const QString sentence = problem(row.editor->key());
    row.sentence->setText(sentence.isEmpty() ? QString() : QStringLiteral("%1 %2").arg(markOf(Role::Bad), sentence));
    row.sentence->setVisible(!sentence.isEmpty() && !row.editor->isHidden());
    row.editor->input()->setAccessibleDescription(sentence);
    row.editor->input()->setProperty("refused", !row.refused.isEmpty()); // see SharedKeys
}

FieldEditor* FieldForm::editor(const std::string& key) const
{
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? nullptr : found->second.editor;
}

void FieldForm::setShown(const std::string& key, bool shown)
{
    Row& row = m_rows.at(key);
    for (QWidget* widget :
         {static_cast<QWidget*>(row.editor), row.editor->slider(), static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.help)})
        if (widget)
            widget->setVisible(shown);
    say(row);
}

void FieldForm::setUsable(const std::string& key, bool usable)
{
    if (std::exchange(m_rows.at(key).usable, usable) != usable)
        follow();
}

void FieldForm::setUsed(const std::string& key, bool used)
{
    Row& row = m_rows.at(key);
    for (QWidget* widget : {static_cast<QWidget*>(row.editor), row.editor->slider(), static_cast<QWidget*>(row.label)})
        if (widget)
            widget->setEnabled(used);
}

void FieldForm::setComplaint(const std::string& key, const QString& sentence)
{
    Row& row = m_rows.at(key);
    row.complaint = sentence;
    say(row);
}

QString FieldForm::problem(const std::string& key) const
{
    const Row& row = m_rows.at(key);
    return !row.refused.isEmpty() ? row.refused : !row.conflict.isEmpty() ? row.conflict : row.complaint;
}

void FieldForm::applyTheme()
{
    for (QLabel* label : findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly))
        setEnabledInk(*label, Role::Dim);
    for (auto& [key, row] : m_rows) {
        setEnabledInk(*row.sentence, Role::Bad);
        row.sentence->setFont(Theme::instance().scopeFont());
    }
}

FormPanel::FormPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent)
    : Panel(id, title, bench, parent)
    , m_scroll(new QScrollArea(this))
    , m_form(new FieldForm)
{
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, Theme::instance().grid(0.75), 0); // room for the scroll bar
    m_column->setSpacing(Theme::instance().grid());
    m_column->addWidget(m_form);
    m_scroll->setObjectName(id + QStringLiteral("-scroll"));
    m_scroll->setAccessibleName(title);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its contents take the focus
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    setBody(m_scroll);
    connect(&bench, &Workbench::fieldWanted, this, &FormPanel::showField);
}

QString FormPanel::summary() const
{
    return scope().isEmpty() ? title() : scope();
}

void FormPanel::attach(OpenStudy& study)
{
    m_form->setDocument(study.document());
    connect(&study, &OpenStudy::configChanged, this, &FormPanel::scheduleRefresh);
}

void FormPanel::refresh()
{
    m_form->follow();
    showBody();
}

void FormPanel::showField(const QString& key)
{
    FieldEditor* editor = m_form->editor(key.toStdString());
    if (!editor || editor->isHidden())
        return;
    m_scroll->ensureWidgetVisible(editor);
    if (QLabel* said = m_form->findChild<QLabel*>(key + QStringLiteral("-problem")); said && said->isVisible())
        m_scroll->ensureWidgetVisible(said);      // what is wrong stands below it
    m_scroll->horizontalScrollBar()->setValue(0); // labels stay in sight
    editor->input()->setFocus(Qt::OtherFocusReason);
}

} // namespace reweigh
