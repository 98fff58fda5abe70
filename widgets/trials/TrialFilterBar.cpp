// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialFilterBar.h"

#include "widgets/trials/TrialText.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace reweigh {
namespace {

constexpr std::array chipStates = {TrialState::Complete, TrialState::Running, TrialState::Pruned, TrialState::Failed};
constexpr const char* chipNames[] = {"chipDone", "chipRunning", "chipPruned", "chipFailed"};

} // namespace

TrialFilterBar::TrialFilterBar(TrialFilterModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_text(new QLineEdit(this))
    , m_tag(new QComboBox(this))
{
    setObjectName(QStringLiteral("trialFilter"));
    m_text->setObjectName(QStringLiteral("trialFilterText"));
    m_text->setAccessibleName(tr("Filter trials by words"));
    m_text->setPlaceholderText(tr("Filter: layers, input, tag, note…"));
    m_text->setClearButtonEnabled(true);
    connect(m_text, &QLineEdit::textChanged, this, &TrialFilterBar::apply);

    auto* chips = new QHBoxLayout;
    chips->setSpacing(Theme::instance().grid(0.5));
    for (std::size_t i = 0; i < chipStates.size(); ++i) {
        m_chips.push_back(
            {chipStates[i], makeChip(QLatin1String(chipNames[i]), tr("Show trials that are: %1").arg(stateWord(chipStates[i])))});
        chips->addWidget(m_chips.back().button);
    }
    m_starred = makeChip(QStringLiteral("chipStarred"), tr("Show starred trials only"));
    m_starred->setText(QStringLiteral("★"));
    chips->addWidget(m_starred);
    m_tag->setObjectName(QStringLiteral("trialFilterTag"));
    m_tag->setAccessibleName(tr("Show trials with this tag only"));
    m_tag->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_tag->addItem(tr("any tag"));
    m_tag->hide();
    connect(m_tag, &QComboBox::currentIndexChanged, this, &TrialFilterBar::apply);
    chips->addWidget(m_tag);
    chips->addStretch();

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::instance().grid(0.5));
    m_layout->addWidget(m_text, 1);
    m_layout->addLayout(chips);
}

QToolButton* TrialFilterBar::makeChip(const QString& name, const QString& help)
{
    auto* chip = new QToolButton(this);
    chip->setObjectName(name);
    chip->setCheckable(true);
    chip->setToolTip(help);
    chip->setAccessibleName(help);
    connect(chip, &QToolButton::toggled, this, &TrialFilterBar::apply);
    return chip;
}

void TrialFilterBar::apply()
{
    std::set<TrialState> states;
    for (const Chip& chip : m_chips)
        if (chip.button->isChecked())
            states.insert(chip.state);
    m_model.setText(m_text->text());
    m_model.setStates(std::move(states));
    m_model.setStarredOnly(m_starred->isChecked());
    m_model.setTag(m_tag->currentIndex() > 0 ? m_tag->currentText() : QString());
}

void TrialFilterBar::bringUpToDate()
{
    const auto& trials = m_model.source().snapshot().trials;
    for (const Chip& chip : m_chips) {
        const auto count = std::ranges::count_if(trials, [&](const auto& trial) { return trial->state == chip.state; });
        chip.button->setText(QStringLiteral("%1 %2").arg(stateMark(chip.state), QLocale().toString(qlonglong(count))));
    }
    updateTags();
}

void TrialFilterBar::updateTags()
{
    QStringList tags = m_model.source().allTags();
    QStringList known;
    for (int i = 1; i < m_tag->count(); ++i)
        known << m_tag->itemText(i);
    m_tag->setVisible(!tags.isEmpty());
    if (known == tags)
        return;
    const QString chosen = m_tag->currentIndex() > 0 ? m_tag->currentText() : QString();
    {
        const QSignalBlocker quiet(m_tag);
        m_tag->clear();
        m_tag->addItem(tr("any tag"));
        m_tag->addItems(tags);
        m_tag->setCurrentIndex(std::max(0, int(tags.indexOf(chosen)) + 1));
    }
    apply();
}

void TrialFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void TrialFilterBar::clear()
{
    m_text->clear();
    for (const Chip& chip : m_chips)
        chip.button->setChecked(false);
    m_starred->setChecked(false);
    m_tag->setCurrentIndex(0);
}

void TrialFilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_layout->setDirection(event->size().width() < Theme::instance().grid(62) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace reweigh
