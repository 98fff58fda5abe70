// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/MarksEditor.h"

#include "widgets/theme/Theme.h"
#include "widgets/trials/TrialColumns.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace reweigh {

MarksEditor::MarksEditor(QWidget* parent)
    : QWidget(parent)
    , m_star(new QToolButton(this))
    , m_note(new QLineEdit(this))
    , m_tags(new QLineEdit(this))
{
    m_star->setObjectName(QStringLiteral("inspectorStar"));
    m_star->setCheckable(true);
    m_star->setAccessibleName(tr("Star this trial"));
    m_star->setToolTip(m_star->accessibleName());
    m_star->setText(QStringLiteral("☆"));
    m_note->setObjectName(QStringLiteral("inspectorNote"));
    m_note->setPlaceholderText(tr("what you found"));
    m_tags->setObjectName(QStringLiteral("inspectorTags"));
    m_tags->setPlaceholderText(tr("with commas between them"));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::instance().grid(1));
    grid->setVerticalSpacing(Theme::instance().grid(0.5));
    const auto addField = [&](int row, const QString& text, QLineEdit* field) {
        auto* label = new QLabel(text, this);
        label->setBuddy(field);
        field->setAccessibleName(text);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    addField(0, tr("Note"), m_note);
    addField(1, tr("Tags"), m_tags);
    grid->addWidget(m_star, 0, 2);

    connect(m_star, &QToolButton::toggled, this, [this](bool on) { m_star->setText(on ? QStringLiteral("★") : QStringLiteral("☆")); });
    connect(m_star, &QToolButton::clicked, this, [this](bool on) {
        TrialMarks marks = m_marks;
        marks.star = on;
        tell(marks, on ? tr("Star trial %1").arg(*m_trial) : tr("Take the star from trial %1").arg(*m_trial));
    });
    connect(m_note, &QLineEdit::editingFinished, this, &MarksEditor::commit);
    connect(m_tags, &QLineEdit::editingFinished, this, &MarksEditor::commit);
}

void MarksEditor::setTrial(std::int64_t trial, const TrialMarks& marks)
{
    const bool same = m_trial == trial;
    if (!same)
        commit();
    m_trial = trial;
    const TrialMarks before = std::exchange(m_marks, marks);
    m_star->setChecked(marks.star);
    const auto put = [same](QLineEdit* field, const QString& text, bool changed) {
        if (!same || changed || !field->isModified())
            field->setText(text);
    };
    put(m_note, marks.note, before.note != marks.note);
    put(m_tags, marks.tags.join(QStringLiteral(", ")), before.tags != marks.tags);
}

void MarksEditor::commit()
{
    if (!m_trial)
        return;
    TrialMarks marks = m_marks;
    if (m_note->isModified()) {
        m_note->setModified(false);
        marks.note = m_note->text().trimmed();
        tell(marks, tr("Note on trial %1").arg(*m_trial));
    }
    if (m_tags->isModified()) {
        m_tags->setModified(false);
        marks.tags = tagsFromText(m_tags->text());
        tell(marks, tr("Tags of trial %1").arg(*m_trial));
    }
}

void MarksEditor::tell(TrialMarks marks, const QString& what)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    Q_EMIT edited(*m_trial, m_marks, what);
}

} // namespace reweigh
