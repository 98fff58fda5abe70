// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/FormPanel.h"

#include "widgets/setup/FieldText.h"
#include "widgets/theme/Theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace reweigh {

FormPanel::FormPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent)
    : Panel(id, title, bench, parent)
    , m_scroll(new QScrollArea(this))
    , m_form(new FieldForm)
{
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, Theme::instance().grid(0.75), 0); // the scroll bar's side
    m_column->setSpacing(Theme::instance().grid());
    m_column->addWidget(m_form);
    m_scroll->setObjectName(id + QStringLiteral("-scroll"));
    m_scroll->setAccessibleName(title);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what it holds has the focus
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
}

void FormPanel::showField(const QString& key)
{
    FieldEditor* editor = m_form->editor(key.toStdString());
    if (!editor || editor->isHidden())
        return;
    m_scroll->ensureWidgetVisible(editor);
    editor->input()->setFocus(Qt::OtherFocusReason);
}

} // namespace reweigh
